"""What a yearly statement says: a line for each run or meeting, and their sums."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from certificates.rules.wording import LANGUAGES, TITLES, formal_dates, hours
from courses.rules.calendar_words import digits, month

#: Lines that the shipped design holds.
MOST_LINES = 12
#: Fields that say something about one run; a year has none of them.
OF_ONE_RUN = ("venue", "workplace", "subject", "until", "renew")
OUTCOMES = {
    "km": {True: "បានបញ្ចប់", False: "បានចូលរួម"},
    "en": {True: "Completed", False: "Attended"},
}


@dataclass(frozen=True)
class Part:
    """What somebody came to: a run, a day of a series, or several of one course. `minutes` are
    those she was there in the year, `completed` of its `runs` were completed in it."""

    course: str
    title_km: str
    title_en: str
    first: date
    last: date
    minutes: int
    completed: int = 0
    runs: int = 1


def lines_of(parts: Iterable[Part]) -> list[Part]:
    """The parts by their days; runs of one course are told together where the page would not hold
    them all."""
    parts = sorted(parts, key=lambda part: (part.first, part.last, part.course))
    return parts if len(parts) <= MOST_LINES else _by_course(parts)


def _by_course(parts: list[Part]) -> list[Part]:
    courses: dict[str, list[Part]] = {}
    for part in parts:
        courses.setdefault(part.course, []).append(part)
    return [_together(some) for some in courses.values()]


def _together(parts: list[Part]) -> Part:
    first = parts[0]
    return Part(
        first.course,
        first.title_km,
        first.title_en,
        first.first,
        max(part.last for part in parts),
        sum(part.minutes for part in parts),
        sum(part.completed for part in parts),
        len(parts),
    )


def year_facts(year: int, parts: Iterable[Part], until: date, course: tuple[str, str]) -> dict:
    """The printed texts of a year up to a day, in both languages. `course` is the Khmer and English
    title where only one course is told, else two empty texts."""
    parts = list(parts)
    begin = date(year, 1, 1)
    count, minutes = len(parts), sum(part.minutes for part in parts)
    completed = sum(part.completed for part in parts)
    title_km, title_en = TITLES["yearly"]
    said = digits(year, "km")
    return {
        "title_km": f"{title_km} {said}",
        "title_en": f"{title_en} {year}",
        "course_km": f"{course[0]} ឆ្នាំ{said}" if course[0] else f"វគ្គ និងកិច្ចប្រជុំ ឆ្នាំ{said}",
        "course_en": f"{course[1]}, {year}" if course[1] else f"Courses and meetings in {year}",
        "facts_km": f"វគ្គដែលបានចូលរួម {formal_dates(begin, until, 'km')}",
        "facts_en": f"Training attended, {formal_dates(begin, until, 'en')}",
        "first_day": begin.isoformat(),
        "last_day": until.isoformat(),
        "year": year,
        "minutes": minutes,
        "sessions": count,
        "rows": [_row(part) for part in lines_of(parts)],
        "total_km": f"សរុប {digits(count, 'km')} វគ្គ",
        "total_en": f"Total: {counted(count)}",
        "sum_km": _number(minutes, "km"),
        "sum_en": _number(minutes, "en"),
        "made_km": f"បានបញ្ចប់ {digits(completed, 'km')}" if completed else "–",
        "made_en": f"{completed} completed" if completed else "–",
        **{f"dates_{side}": formal_dates(begin, until, side) for side in LANGUAGES},
        **{f"hours_{side}": hours(minutes, side) for side in LANGUAGES},
        **{f"{name}_{side}": "" for name in OF_ONE_RUN for side in LANGUAGES},
    }


def counted(number: int) -> str:
    """1 course or meeting, 7 courses and meetings."""
    return f"{number} course or meeting" if number == 1 else f"{number} courses and meetings"


def _row(part: Part) -> dict[str, str]:
    found = {}
    for side in LANGUAGES:
        title = part.title_km or part.title_en if side == "km" else part.title_en
        found |= {
            f"when_{side}": _when(part.first, part.last, side),
            f"course_{side}": _times(title, part.runs, side),
            f"hours_{side}": _number(part.minutes, side),
            f"outcome_{side}": _outcome(part, side),
        }
    return found


def _when(first: date, last: date, side: str) -> str:
    """10–11 March 2026; the months alone where there are several, which the column holds."""
    year = digits(last.year, side)
    if first.month != last.month:
        return f"{month(first, side)}–{month(last, side)} {year}"
    days = digits(first.day, side)
    if first != last:
        days += f"–{digits(last.day, side)}"
    return f"{days} {month(last, side)} {year}"


def _times(title: str, runs: int, side: str) -> str:
    if runs == 1:
        return title
    return f"{title} ({digits(runs, 'km')} លើក)" if side == "km" else f"{title} ({runs} times)"


def _outcome(part: Part, side: str) -> str:
    said = OUTCOMES[side][part.completed > 0]
    if part.runs == 1 or not part.completed:
        return said
    number = digits(part.completed, side)
    return f"{said} {number}" if side == "km" else f"{number} {said.lower()}"


def _number(minutes: int, side: str) -> str:
    """Whole and half hours without their unit."""
    return hours(minutes, side).partition(" ")[0]
