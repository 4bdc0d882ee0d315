"""Reads a list of runs to be planned: a row for each host, with its first day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from courses.rules.khmer import from_khmer_digits
from courses.rules.participant_cells import (
    BUDDHIST_YEARS,
    BUDDHIST_YEARS_AHEAD,
    is_nothing,
    text_of,
)
from courses.rules.participant_columns import holds_word, is_word

HOST, DAY, TRAINER, VENUE, SEATS = "host", "first_day", "trainer", "venue", "seats"
HEADINGS: tuple[tuple[str, str], ...] = (
    (DAY, "ថ្ងៃដំបូង ថ្ងៃចាប់ផ្តើម កាលបរិច្ឆេទ ថ្ងៃ first_day starts start date day begins 日期 开始"),
    (TRAINER, "គ្រូបណ្តុះបណ្តាល គ្រូ trainer trainers teacher 培训师"),
    (VENUE, "ទីកន្លែង ទីតាំង venue place hall room location 地点"),
    (SEATS, "កៅអី ចំនួនកៅអី seats seat capacity places 名额"),
    (HOST, "រោងចក្រ អង្គភាព សហជីព ស្ថាប័ន factory company organization organisation union host 工厂"),
)
TOTALS = "សរុប total sum 合计"
LOOK_FOR_HEADING = 30
MOST_ROWS = 2000
_NUMERIC = re.compile(r"^(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})$")

# What is wrong with a row or the list.
NO_HEADING, NO_ROWS, TOO_MANY = "no_heading", "no_rows", "too_many_rows"
NO_HOST, NO_DAY, NOT_A_DAY, NOT_SEATS = "no_host", "no_day", "not_a_day", "not_seats"


@dataclass(frozen=True)
class WantedRun:
    """A row as it was written; `first_day` and `seats` are None where they say nothing. `problem`
    is a code of this module, empty where the row can be read."""

    sheet: str
    number: int
    host: str
    first_day: date | None = None
    trainers: tuple[str, ...] = ()
    venue: str = ""
    seats: int | None = None
    problem: str = ""


@dataclass(frozen=True)
class WantedRuns:
    rows: tuple[WantedRun, ...]
    problem: str = ""


def wanted_runs(sheets: Iterable[tuple[str, Sequence[Sequence[object]]]]) -> WantedRuns:
    """The rows of every sheet with a heading that names hosts and first days; blank rows, totals
    and sheets without such a heading are passed over."""
    rows: list[WantedRun] = []
    has_heading = False
    for name, lines in sheets:
        found = _heading(lines)
        if found is None:
            continue
        has_heading = True
        place, columns = found
        for number, line in enumerate(lines[place + 1 :], start=place + 2):
            cells = {kind: _cell(line, column) for kind, column in columns.items()}
            if not all(map(is_nothing, cells.values())) and not _is_total(line):
                rows.append(_row(name, number, cells))
    if not has_heading:
        return WantedRuns((), NO_HEADING)
    if len(rows) > MOST_ROWS:
        return WantedRuns((), TOO_MANY)
    return WantedRuns(tuple(rows), "" if rows else NO_ROWS)


def _heading(lines: Sequence[Sequence[object]]) -> tuple[int, dict[str, int]] | None:
    """The place of the row that names the columns, and where each kind stands."""
    for place, line in enumerate(lines[:LOOK_FOR_HEADING]):
        columns: dict[str, int] = {}
        for column, heading in enumerate(line):
            kind = next((kind for kind, words in HEADINGS if holds_word(heading, words)), None)
            if kind:
                columns.setdefault(kind, column)
        if {HOST, DAY} <= set(columns):
            return place, columns
    return None


def _cell(line: Sequence[object], column: int) -> object:
    return line[column] if column < len(line) else None


def _is_total(line: Sequence[object]) -> bool:
    return any(is_word(cell, TOTALS) for cell in line)


def _row(sheet: str, number: int, cells: dict[str, object]) -> WantedRun:
    host, day = text_of(cells[HOST]), day_of(cells[DAY])
    seats = cells.get(SEATS)
    known_seats = seats_of(seats)
    problem = ""
    if is_nothing(cells[HOST]):
        problem = NO_HOST
    elif is_nothing(cells[DAY]):
        problem = NO_DAY
    elif day is None:
        problem = NOT_A_DAY
    elif known_seats is None and not is_nothing(seats):
        problem = NOT_SEATS
    return WantedRun(
        sheet=sheet,
        number=number,
        host=host,
        first_day=day,
        trainers=_trainers(cells.get(TRAINER)),
        venue="" if is_nothing(cells.get(VENUE)) else text_of(cells[VENUE]),
        seats=known_seats,
        problem=problem,
    )


def _trainers(cell: object) -> tuple[str, ...]:
    """Several are parted by commas, semicolons, slashes or new lines."""
    if is_nothing(cell):
        return ()
    parts = re.split(r"[,;/\n၊]+", str(cell))
    return tuple(text for part in parts if (text := text_of(part)))


def seats_of(cell: object) -> int | None:
    text = from_khmer_digits(text_of(cell))
    return int(text) if text.isdecimal() and 0 < int(text) < 10_000 else None


def day_of(cell: object) -> date | None:
    """A day of the spreadsheet, or one written 24/12/2026, 24.12.69 or 2026-12-24, in either
    script, of either era; None for what is no day."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    found = _NUMERIC.match(from_khmer_digits(text_of(cell)))
    if not found:
        return None
    first, month, last = map(int, found.groups())
    year, day = (first, last) if len(found[1]) == 4 else (last, first)
    try:
        return date(_western(year), month, day)
    except ValueError:
        return None


def _western(year: int) -> int:
    if year in BUDDHIST_YEARS:
        return year - BUDDHIST_YEARS_AHEAD
    return year + 2000 if year < 100 else year
