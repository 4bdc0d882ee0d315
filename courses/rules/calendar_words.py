"""Dates, times, numbers and lengths in the words of a language, English or Khmer.

Every function takes the language code last; a code that begins with `km` gives Khmer, any other
English. Whole dates and spans, which organizations are told, are Chinese for `zh`. Django's own
Khmer tables are mostly empty, so these stand on their own.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

NBSP = "\u00a0"
KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "km": ["ច័ន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ"],
}
MONTHS = {
    "en": [
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ],
    "km": [
        *("មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា"),
        *("កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"),
    ],
}
CHINESE_WEEKDAYS = "一二三四五六日"
AND = {"en": " and ", "km": " និង"}
LISTED_DATES = 3


def is_khmer(language: str) -> bool:
    return language.lower().startswith("km")


def is_chinese(language: str) -> bool:
    return language.lower().startswith("zh")


def _chinese_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def table(language: str) -> str:
    return "km" if is_khmer(language) else "en"


def digits(text: object, language: str) -> str:
    """`text` with the digits of the language; for what is already formatted."""
    return str(text).translate(KHMER_DIGITS) if is_khmer(language) else str(text)


def number(value: int | float | Decimal, language: str, places: int | None = None) -> str:
    """1,234.5 in English, ១.២៣៤,៥ in Khmer. Without `places` a fraction shows as it is."""
    value = Decimal(str(value))
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    elif value == value.to_integral_value():
        value = value.to_integral_value()
    text = f"{value:,f}"
    if not is_khmer(language):
        return text
    return digits(text.translate(str.maketrans(",.", ".,")), language)


def percent(share: float | Decimal | Fraction, language: str) -> str:
    """A share of one as whole per cent: 0.754 is "75 %"."""
    if isinstance(share, Fraction):
        share = Decimal(share.numerator) / Decimal(share.denominator)
    return number(Decimal(str(share)) * 100, language, 0) + NBSP + "%"


def weekday(day: date, language: str, *, short: bool = False) -> str:
    """Tuesday, Tue, ថ្ងៃអង្គារ or អង្គារ."""
    name = WEEKDAYS[table(language)][day.weekday()]
    if is_khmer(language):
        return name if short else f"ថ្ងៃ{name}"
    return name[:3] if short else name


def month(day: date, language: str, *, short: bool = False) -> str:
    """December, Dec or ធ្នូ (Khmer has no short form)."""
    name = MONTHS[table(language)][day.month - 1]
    return name[:3] if short and not is_khmer(language) else name


def month_and_year(day: date, language: str) -> str:
    """December 2026, ខែធ្នូ ឆ្នាំ២០២៦."""
    if is_khmer(language):
        return f"ខែ{month(day, language)} ឆ្នាំ{digits(day.year, language)}"
    return f"{month(day, language)} {day.year}"


def numbered_weekday(day: date, language: str) -> str:
    """Tuesday 1, ថ្ងៃអង្គារ ទី១."""
    mark = "ទី" if is_khmer(language) else ""
    return f"{weekday(day, language)} {mark}{digits(day.day, language)}"


def date_without_year(day: date, language: str) -> str:
    """Tuesday 1 December, ថ្ងៃអង្គារ ទី១ ខែធ្នូ."""
    mark = "ខែ" if is_khmer(language) else ""
    return f"{numbered_weekday(day, language)} {mark}{month(day, language)}"


def date_in_words(day: date, language: str) -> str:
    """Tuesday 1 December 2026, ថ្ងៃអង្គារ ទី១ ខែធ្នូ ឆ្នាំ២០២៦, 2026年12月1日 星期二."""
    if is_chinese(language):
        return f"{_chinese_date(day)} 星期{CHINESE_WEEKDAYS[day.weekday()]}"
    return f"{numbered_weekday(day, language)} {month_and_year(day, language)}"


def short_day(day: date, language: str) -> str:
    """1 Dec, ១ ធ្នូ."""
    return f"{digits(day.day, language)} {month(day, language, short=True)}"


def listed_dates(days: Iterable[date], language: str) -> str:
    """Up to three dates one by one, "Tuesday 1 and Wednesday 2 December"; more as a span."""
    days = sorted(set(days))
    if not days:
        return ""
    if len(days) > LISTED_DATES:
        return span(days[0], days[-1], language)
    same_month = len({(day.year, day.month) for day in days}) == 1
    words = [(numbered_weekday if same_month else date_without_year)(day, language) for day in days]
    words[-1] = date_without_year(days[-1], language)
    if len(words) == 1:
        return words[0]
    comma = " " if is_khmer(language) else ", "
    return comma.join(words[:-1]) + AND[table(language)] + words[-1]


def span(first: date, last: date, language: str) -> str:
    """11 July to 15 August 2026; only what differs is said twice."""
    if is_chinese(language):
        return "至".join(dict.fromkeys((_chinese_date(first), _chinese_date(last))))

    def words(day, fields):
        parts = {
            "day": digits(day.day, language),
            "month": month(day, language),
            "year": digits(day.year, language),
        }
        return " ".join(parts[field] for field in fields)

    whole = ["day", "month", "year"]
    if first == last:
        return words(first, whole)
    if first.year != last.year:
        kept = whole
    elif first.month != last.month:
        kept = ["day", "month"]
    else:
        kept = ["day"]
    joint = "ដល់" if is_khmer(language) else "to"
    return f"{words(first, kept)} {joint} {words(last, whole)}"


def clock(moment: time | datetime, language: str) -> str:
    """08:00, ០៨:០០."""
    return digits(f"{moment:%H:%M}", language)


def clock_range(start: time | datetime, end: time | datetime, language: str) -> str:
    """08:00–11:00."""
    return f"{clock(start, language)}–{clock(end, language)}"


def date_and_time(moment: datetime, language: str) -> str:
    """Saturday 21 November 2026, 14:05."""
    joint = f" ម៉ោង{NBSP}" if is_khmer(language) else ", "
    return f"{date_in_words(moment, language)}{joint}{clock(moment, language)}"


def minutes(value: int, language: str) -> str:
    """6 min, ៦ នាទី."""
    return number(value, language) + NBSP + ("នាទី" if is_khmer(language) else "min")


def length(value: int, language: str) -> str:
    """A length given in minutes: 12 hours, 1½ hours, 45 minutes, 1 hour 20 minutes."""
    hours, rest = divmod(value, 60)
    if is_khmer(language):
        return _khmer_length(hours, rest, language)
    if rest == 30:
        half = f"{number(hours, language)}½ hours" if hours else "½ hour"
        return half
    parts = [(hours, "hour"), (rest, "minute")]
    said = [f"{number(n, language)} {unit}{'s' * (n != 1)}" for n, unit in parts if n]
    return " ".join(said) or "0 minutes"


def _khmer_length(hours: int, rest: int, language: str) -> str:
    said = [f"{number(hours, language)}{NBSP}ម៉ោង"] if hours else []
    if rest == 30 and hours:
        return said[0] + "កន្លះ"
    if rest or not hours:
        said.append(f"{number(rest, language)}{NBSP}នាទី")
    return " ".join(said)


def file_size(size: int, language: str) -> str:
    """Bytes as kB, rounded up, or as MB with one place: 48 kB, 1.2 MB."""
    if size < 1_000_000:
        return number(-(-size // 1000), language) + NBSP + "kB"
    return number(Decimal(size) / 1_000_000, language, 1) + NBSP + "MB"
