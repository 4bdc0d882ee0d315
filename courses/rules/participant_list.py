"""Reads a participant list as a workplace sends it: who is on it, and what is wrong where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from courses.rules import participant_cells as cells
from courses.rules import participant_columns as columns
from courses.rules.khmer import clean
from courses.rules.participant_headings import (
    Cells,
    Column,
    Heading,
    Offered,
    find_heading,
    not_unicode_khmer,
    offered_columns,
)
from courses.rules.participant_rows import (
    BIRTH_YEAR_UNLIKELY,
    LOOKS_LIKE_A_NOTE,
    NAME_MISSING,
    NAME_TOO_LONG,
    NO_HEADING,
    NO_PEOPLE,
    NOT_UNICODE_KHMER,
    ROLE_UNKNOWN,
    SEX_UNKNOWN,
    SHEET_LEFT_OUT,
    TOO_MANY_PEOPLE,
    ParsedList,
    ParsedRow,
    Problem,
    with_repetitions,
)
from courses.rules.phones import parse_phones

PEOPLE_AT_MOST = 5_000
LONGEST_SECTION = 60
LONGEST_ORGANIZATION = 150
_LONGEST_VALUE = 60
TOTAL_WORDS = "សរុប សរុបរួម total totals grand_total sum 合计 总计"
_TOTAL_STARTS = ("សរុប", "total ", "grand total")

Sheets = Iterable[tuple[str, Sequence[Cells]]]


def parse_participant_list(
    sheets: Sheets, *, today: date, region: str = "KH", chosen: Mapping[str, str] | None = None
) -> ParsedList:
    """The people of all sheets that have a heading. Never raises: problems are part of the answer.

    `region` completes phone numbers, `today` bounds the years of birth, `chosen` says what columns
    hold, by the key of their heading, where somebody has said so.
    """
    found: list[tuple[str, tuple[Column, ...]]] = []
    offered: list[Offered] = []
    rows: list[ParsedRow] = []
    problems: list[Problem] = []
    for title, sheet_rows in sheets:
        name = clean(title)
        heading = find_heading(sheet_rows, chosen)
        if heading:
            offered += offered_columns(name, heading, sheet_rows, chosen)
        if heading is None or not heading.has_names:
            if any(sheet_rows):
                problems.append(Problem(SHEET_LEFT_OUT, sheet=name))
            continue
        found.append((name, heading.columns))
        problems += [
            Problem(NOT_UNICODE_KHMER, sheet=name, column=column.heading, is_blocking=True)
            for column in not_unicode_khmer(heading, sheet_rows)
        ]
        rows += _Sheet(name, heading, today, region).people(sheet_rows)
    if not found:
        problem = Problem(NO_HEADING, is_blocking=True)
        return ParsedList((), (), (problem,), _asked_once(offered))
    asked = [column for column in offered if column.sheet in dict(found)]
    problems += _of_whole_list(rows)
    return ParsedList(
        tuple(found), tuple(with_repetitions(rows)), tuple(problems), _asked_once(asked)
    )


def _asked_once(offered: Iterable[Offered]) -> tuple[Offered, ...]:
    """Sheets with the same headings are asked about once; the one that is unsure speaks."""
    by_key: dict[str, Offered] = {}
    for column in offered:
        if column.key not in by_key or (column.why and not by_key[column.key].why):
            by_key[column.key] = column
    return tuple(by_key.values())


def _of_whole_list(rows: list[ParsedRow]) -> Iterator[Problem]:
    if not any(row.is_importable for row in rows):
        yield Problem(NO_PEOPLE, is_blocking=True)
    elif len(rows) > PEOPLE_AT_MOST:
        yield Problem(TOO_MANY_PEOPLE, value=str(PEOPLE_AT_MOST), is_blocking=True)


class _Sheet(NamedTuple):
    """How to read the rows of one sheet."""

    name: str
    heading: Heading
    today: date
    region: str

    def people(self, rows: Sequence[Cells]) -> Iterator[ParsedRow]:
        kinds = {column.kind: column for column in reversed(self.heading.columns)}
        for index in range(self.heading.first_row, len(rows)):
            by_kind = self._by_kind(rows[index])
            if not self._is_skipped(rows[index], by_kind):
                yield self._person(index + 1, by_kind, kinds)

    def _by_kind(self, row: Cells) -> dict[str, object]:
        """The cell of each kind; phones of several columns as one cell with several lines."""
        cell_of: dict[str, object] = {}
        for column in self.heading.columns:
            cell = row[column.place] if column.place < len(row) else None
            if cell_of.get(column.kind) is None:
                cell_of[column.kind] = cell
            elif not cells.is_nothing(cell):
                cell_of[column.kind] = f"{cell_of[column.kind]}\n{cell}"
        return cell_of

    def _is_skipped(self, row: Cells, by_kind: dict[str, object]) -> bool:
        """Blank rows, totals, repeated headings, rows with a number only, signatures below."""
        filled = [cell for cell in row if cells.text_of(cell)]
        if not filled or _is_total(filled):
            return True
        told = {kind: cells.text_of(cell) for kind, cell in by_kind.items() if cells.text_of(cell)}
        if set(told) <= {columns.NUMBER}:
            return True
        if len(told) == 1 and not set(told) & columns.NAME_COLUMNS:
            return True
        headings = {column.heading for column in self.heading.columns}
        return len(told) > 1 and set(told.values()) <= headings

    def _person(self, number: int, by_kind: dict[str, object], kinds: dict) -> ParsedRow:
        row = self._read(number, by_kind)
        problems = tuple(
            Problem(
                code,
                sheet=self.name,
                row=number,
                column=kinds[kind].heading if kind in kinds else "",
                value=value[:_LONGEST_VALUE],
                is_blocking=is_blocking,
            )
            for code, kind, value, is_blocking in _problems(row, by_kind, self.today)
        )
        return replace(row, problems=problems)

    def _read(self, number: int, by_kind: dict[str, object]) -> ParsedRow:
        get = by_kind.get
        names = cells.names_of(
            _joined(get(columns.NAME_KM), get(columns.FAMILY_KM), get(columns.GIVEN_KM)),
            get(columns.NAME_LATIN),
            get(columns.FAMILY_LATIN),
            get(columns.GIVEN_LATIN),
        )
        return ParsedRow(
            sheet=self.name,
            row_number=number,
            name_km=names.name_km,
            family_name_latin=names.family_latin,
            given_name_latin=names.given_latin,
            title=(names.title or cells.text_of(get(columns.TITLE)))[:40],
            sex=_sex(by_kind) or "not_stated",
            role=cells.role_of(get(columns.ROLE)),
            employee_number=cells.number_of(get(columns.EMPLOYEE_NUMBER)),
            section=cells.text_of(get(columns.SECTION))[:LONGEST_SECTION],
            organization=cells.text_of(get(columns.ORGANIZATION))[:LONGEST_ORGANIZATION],
            phones=tuple(parse_phones(get(columns.PHONE), self.region)),
            birth_year=cells.birth_year_of(get(columns.BIRTH), self.today),
        )


def _joined(*parts: object) -> str:
    return " ".join(text for part in parts if (text := cells.text_of(part)))


def _is_total(filled: list) -> bool:
    return any(
        columns.is_word(cell, TOTAL_WORDS) or columns.words_of(cell).startswith(_TOTAL_STARTS)
        for cell in filled[:2]
    )


def _sex(by_kind: dict[str, object]) -> str | None:
    if columns.SEX in by_kind:
        return cells.sex_of(by_kind[columns.SEX])
    ticked = [
        code
        for code, kind in (("female", columns.TICK_FEMALE), ("male", columns.TICK_MALE))
        if not cells.is_nothing(by_kind.get(kind))
    ]
    if len(ticked) > 1:
        return None
    return ticked[0] if ticked else "not_stated"


def _problems(
    row: ParsedRow, by_kind: dict[str, object], today: date
) -> Iterator[tuple[str, str, str, bool]]:
    """Code, kind of the column, value as written, and whether the row has to stay out."""

    def value(kind: str) -> str:
        return cells.text_of(by_kind.get(kind))

    yield from _name_problems(row, by_kind)
    if _sex(by_kind) is None:
        kind = columns.SEX if columns.SEX in by_kind else columns.TICK_FEMALE
        yield SEX_UNKNOWN, kind, value(kind), False
    if row.role == "other":
        yield ROLE_UNKNOWN, columns.ROLE, value(columns.ROLE), False
    if row.birth_year is None and not cells.is_nothing(by_kind.get(columns.BIRTH)):
        yield BIRTH_YEAR_UNLIKELY, columns.BIRTH, value(columns.BIRTH), False
    for phone in row.phones:
        if phone.problem:
            yield phone.problem, columns.PHONE, phone.raw, False


def _name_problems(
    row: ParsedRow, by_kind: dict[str, object]
) -> Iterator[tuple[str, str, str, bool]]:
    kind = next((kind for kind in by_kind if kind in columns.NAME_COLUMNS), "")
    told = [kind for kind, cell in by_kind.items() if not cells.is_nothing(cell)]
    if not (row.name_km or row.family_name_latin or row.given_name_latin):
        yield NAME_MISSING, kind, cells.text_of(by_kind.get(kind)), True
    elif columns.NUMBER in by_kind and len(told) == 1:
        yield LOOKS_LIKE_A_NOTE, kind, cells.text_of(by_kind.get(told[0])), True
    lengths = (len(row.family_name_latin), len(row.given_name_latin))
    if len(row.name_km) > cells.LONGEST_NAME or max(lengths) > cells.LONGEST_LATIN_PART:
        yield NAME_TOO_LONG, kind, row.name_km or row.given_name_latin, True
