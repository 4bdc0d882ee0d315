"""The printed sentences of a certificate in Khmer and English, ready to set."""

from dataclasses import dataclass
from datetime import date

from courses.rules.calendar_words import digits, month
from courses.rules.paper_words import province_in_khmer

#: Khmer and English title of each kind of paper.
TITLES = {
    "completion": ("វិញ្ញាបនបត្របញ្ចប់ការបណ្តុះបណ្តាល", "Certificate of Completion"),
    "attendance": ("លិខិតបញ្ជាក់ការចូលរួម", "Statement of Attendance"),
    "trainer": ("វិញ្ញាបនបត្រគ្រូបណ្តុះបណ្តាល", "Trainer Certificate"),
    "refresher": ("វិញ្ញាបនបត្ររំឭកចំណេះដឹង", "Refresher Certificate"),
    "yearly": ("របាយការណ៍បណ្តុះបណ្តាលប្រចាំឆ្នាំ", "Yearly Training Statement"),
}
RENEW = {"km": "សូមរៀនរំឭកមុនកាលបរិច្ឆេទនេះ", "en": "Please refresh before this date"}
LANGUAGES = ("km", "en")


@dataclass(frozen=True)
class Place:
    name_km: str
    name_en: str
    is_capital: bool = False


def formal_dates(first: date, last: date, language: str) -> str:
    """3–5 November 2026; ពីថ្ងៃទី៣ ដល់ថ្ងៃទី៥ ខែវិច្ឆិកា ឆ្នាំ២០២៦."""
    if language == "km":
        return _khmer_dates(first, last)
    end = f"{last.day} {month(last, 'en')} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    start = f"{first.day} {month(first, 'en')}"
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


def _khmer_dates(first: date, last: date) -> str:
    if first == last:
        return _khmer_day(last, with_month=True, with_year=True)
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    start = _khmer_day(first, with_month=not same_month, with_year=not same_year)
    return f"ពី{start} ដល់{_khmer_day(last, with_month=True, with_year=True)}"


def _khmer_day(day: date, *, with_month: bool, with_year: bool) -> str:
    parts = [f"ថ្ងៃទី{digits(day.day, 'km')}"]
    if with_month:
        parts.append(f"ខែ{month(day, 'km')}")
    if with_year:
        parts.append(f"ឆ្នាំ{digits(day.year, 'km')}")
    return " ".join(parts)


def hours(minutes: int, language: str) -> str:
    """Whole and half hours: 12 hours, ១២ ម៉ោង, 1.5 hours, ១,៥ ម៉ោង."""
    halves = round(minutes / 30)
    whole, half = divmod(halves, 2)
    if language == "km":
        return digits(f"{whole},៥" if half else str(whole), "km") + " ម៉ោង"
    number = f"{whole}.5" if half else str(whole)
    return f"{number} hour" if halves == 2 else f"{number} hours"


def hours_attended(credited: int, planned: int, language: str) -> str:
    """7 of 9 hours, or 9 hours where nothing was missed."""
    whole = hours(planned, language)
    if round(credited / 30) == round(planned / 30):
        return whole
    if language == "km":
        return f"{hours(credited, 'km')} ក្នុងចំណោម {whole}"
    return f"{hours(credited, 'en').partition(' ')[0]} of {whole}"


def issued(day: date, language: str) -> str:
    """Issued on 21 November 2026."""
    when = formal_dates(day, day, language)
    return f"ចេញនៅ{when}" if language == "km" else f"Issued on {when}"


def plain_day(day: date, language: str) -> str:
    """20 November 2028; ២០ វិច្ឆិកា ២០២៨."""
    said = f"{day.day} {month(day, language)} {day.year}"
    return digits(said, "km") if language == "km" else said


def place_name(place: Place, language: str) -> str:
    """Khmer says whether it is the capital or a province."""
    if language == "km":
        return province_in_khmer(place.name_km, is_capital=place.is_capital)
    return place.name_en


def facts_line(
    first: date, last: date, minutes: int, place: Place, expires_on: date | None, language: str
) -> str:
    """Dates, hours and place in one line; with the last valid day where there is one."""
    parts = [
        formal_dates(first, last, language),
        hours(minutes, language),
        place_name(place, language),
    ]
    if expires_on is not None:
        until = formal_dates(expires_on, expires_on, language)
        parts.append(f"មានសុពលភាពដល់{until}" if language == "km" else f"Valid until {until}")
    return " · ".join(parts)
