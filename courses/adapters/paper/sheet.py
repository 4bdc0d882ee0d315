"""The attendance sheet: a row for everybody with room to sign, in Khmer with small English.

Lengths are millimetres. Four half-days stand side by side at most; more take further sheets with
the same people, each with the same number of columns as far as that goes.
"""

from dataclasses import dataclass, field
from datetime import date

from courses.adapters.paper.facts import Party, Somebody, Words, logos_of, said
from courses.adapters.paper.rows import Columns, blank_row, head_rows, person_row
from courses.adapters.printing.designs import laid, qr
from courses.adapters.printing.typesetting import draw

WIDE, HIGH, LEFT, BOTTOM = 297, 210, 10, 193.5
FIRST_TOP, NEXT_TOP = 47, 24
MOST_SIDE_BY_SIDE = 4
LEAST_BLANK, MOST_BLANK = 5, 10
LOGOS = 4
DOT = "\u00a0· "
KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


@dataclass(frozen=True)
class HalfDay:
    """The head of a column to sign in: the day and the part of it, and the clock times."""

    day: Words
    part: Words
    times: str


@dataclass(frozen=True)
class SheetFacts:
    """Everything that a sheet says. `scan` is the address behind the code of the sheet; the number
    of the page follows it."""

    course: Words
    code: str
    place: Words
    dates: Words
    trainers: Words
    half_days: tuple[HalfDay, ...]
    people: tuple[Somebody, ...]
    scan: str
    made_on: date
    notice: Words
    parties: tuple[Party, ...] = field(default=())


def sheet_pdf(facts: SheetFacts) -> bytes:
    """A4 landscape. Names that cannot be printed leave the other one, so this raises only where a
    font or a picture is broken: TypesettingError."""
    groups = side_by_side(facts.half_days)
    bodies = [
        (group, rows, number == 0)
        for group in groups
        for number, rows in enumerate(pages_of_rows(facts, Columns.of(len(group))))
    ]
    pages = [
        page(facts, group, rows, is_first=is_first, number=number, total=len(bodies))
        for number, (group, rows, is_first) in enumerate(bodies, start=1)
    ]
    title = f"បញ្ជីវត្តមាន · Attendance sheet · {facts.code}"
    return draw(
        {
            "w": WIDE, "h": HIGH, "bg": "", "title": title, "lang": "km",
            "y": facts.made_on.year, "m": facts.made_on.month, "d": facts.made_on.day,
            "pages": pages,
        },
        {f"logo_{n}.jpg": logo for n, (_party, logo) in enumerate(logos(facts))},
    )  # fmt: skip


def logos(facts: SheetFacts) -> list[tuple[Party, bytes]]:
    return logos_of(facts.parties, LOGOS)


def side_by_side(half_days: tuple[HalfDay, ...]) -> list[tuple[HalfDay, ...]]:
    """The half-days of each sheet: as few sheets as can be, as even as can be."""
    sheets = -(-len(half_days) // MOST_SIDE_BY_SIDE)
    size, rest = divmod(len(half_days), sheets)
    groups, at = [], 0
    for number in range(sheets):
        end = at + size + (number < rest)
        groups.append(half_days[at:end])
        at = end
    return groups


def pages_of_rows(facts: SheetFacts, columns: Columns) -> list[list[dict]]:
    """The rows of each page: everybody, then blank ones until the last page is full."""
    first, later = rows_that_fit(FIRST_TOP), rows_that_fit(NEXT_TOP)
    people = len(facts.people)
    rows = [person_row(n, each, columns) for n, each in enumerate(facts.people, start=1)]
    blank = blank_rows(people, first, later)
    rows += [blank_row(people + n, columns) for n in range(1, blank + 1)]
    pages = [rows[:first]]
    pages += [rows[at : at + later] for at in range(first, len(rows), later)]
    return pages


def rows_that_fit(top: float) -> int:
    return int((BOTTOM - top - Columns.HEAD - Columns.SIGN_HEAD) // Columns.ROW)


def blank_rows(people: int, first: int, later: int) -> int:
    """Between five and ten: as many as fill the last page."""
    left_over = first - people if people <= first else -(people - first) % later
    return next(
        (n for n in range(MOST_BLANK, LEAST_BLANK - 1, -1) if (left_over - n) % later == 0),
        max(LEAST_BLANK, min(MOST_BLANK, left_over)),
    )


def page(facts: SheetFacts, group, rows, *, is_first: bool, number: int, total: int) -> list[dict]:
    columns = Columns.of(len(group))
    course, place, trainers = said(facts.course), said(facts.place), said(facts.trainers)
    notice = facts.notice
    told = {
        "course_km": course.km or course.en, "course_en": course.en if course.km else "",
        "place_km": place.km or place.en, "place_en": place.en if place.km else "",
        "dates_km": facts.dates.km, "dates_en": facts.dates.en,
        "trainers_km": trainers.km or trainers.en,
        "trainers_en": trainers.en if trainers.km else "",
        "code": facts.code, "notice_km": notice.km, "notice_en": notice.en,
        "page_km": f"ទំព័រ {number} នៃ {total}".translate(KHMER_DIGITS),
        "page_en": f"Page {number} of {total}",
        "qr": qr(f"{facts.scan}#{number}", f"{facts.code}, page {number}"),
        **names_of(facts),
    }  # fmt: skip
    ledger = {
        "type": "ledger", "x": LEFT, "y": FIRST_TOP if is_first else NEXT_TOP,
        "columns": columns.widths, "head": head_rows(group, columns), "rows": rows,
        "weight": 0.5, "line": "#8fa3a1", "tint": "#e7efee",
    }  # fmt: skip
    head = laid("sheet-first" if is_first else "sheet-next", told)
    return [*head, *logo_row(facts, is_first), ledger, *laid("sheet-foot", told)]


def names_of(facts: SheetFacts) -> dict[str, str]:
    """The names of those who answer for the training, in one line."""
    names = [said(party.name) for party in facts.parties]
    khmer = DOT.join(name.km or name.en for name in names if name.km or name.en)
    english = DOT.join(name.en for name in names if name.en)
    return {"parties_km": khmer, "parties_en": english if english != khmer else ""}


def logo_row(facts: SheetFacts, is_first: bool) -> list[dict]:
    """The logos from the right, beside the code of the sheet."""
    side = 15 if is_first else 9
    right = WIDE - LEFT - (27 if is_first else 17)
    shown = logos(facts)
    return [
        {
            "type": "image", "src": f"logo_{n}.jpg",
            "x": right - (len(shown) - n) * (side + 2), "y": 9 if is_first else 10,
            "w": side, "h": side, "alt": party.name.en or party.name.km,
        }
        for n, (party, _logo) in enumerate(shown)
    ]  # fmt: skip
