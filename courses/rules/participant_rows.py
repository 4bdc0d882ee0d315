"""What a read participant list is made of, and which of its rows repeat each other."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from courses.rules.khmer import match_key
from courses.rules.names import latin_key
from courses.rules.participant_columns import NAME_COLUMNS
from courses.rules.participant_headings import Column, Offered
from courses.rules.phones import NOT_A_NUMBER, UNUSUAL_NUMBER, Phone

PHONE_PROBLEMS = (NOT_A_NUMBER, UNUSUAL_NUMBER)
NO_HEADING = "no_heading"
NO_PEOPLE = "no_people"
SHEET_LEFT_OUT = "sheet_left_out"
NOT_UNICODE_KHMER = "not_unicode_khmer"
TOO_MANY_PEOPLE = "too_many_people"
NAME_MISSING = "name_missing"
NAME_TOO_LONG = "name_too_long"
LOOKS_LIKE_A_NOTE = "looks_like_a_note"
TWICE_IN_LIST = "twice_in_list"
NUMBER_TWICE = "employee_number_twice"
SEX_UNKNOWN = "sex_unknown"
ROLE_UNKNOWN = "role_unknown"
BIRTH_YEAR_UNLIKELY = "birth_year_unlikely"


@dataclass(frozen=True)
class Problem:
    """What is wrong and where; rows count from 1 as in the file, 0 stands for the sheet.

    A blocking problem leaves its row out; one without a row leaves the whole list out.
    """

    code: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    value: str = ""
    is_blocking: bool = False


@dataclass(frozen=True)
class ParsedRow:
    """One person of the list. Codes of sex and role as stored; `role` is empty where not told."""

    sheet: str
    row_number: int
    name_km: str = ""
    family_name_latin: str = ""
    given_name_latin: str = ""
    title: str = ""
    sex: str = "not_stated"
    role: str = ""
    employee_number: str = ""
    section: str = ""
    organization: str = ""
    phones: tuple[Phone, ...] = ()
    birth_year: int | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def name_latin(self) -> str:
        return f"{self.family_name_latin} {self.given_name_latin}".strip()

    @property
    def name(self) -> str:
        return self.name_km or self.name_latin

    @property
    def is_importable(self) -> bool:
        return not any(problem.is_blocking for problem in self.problems)

    def without_phones(self) -> "ParsedRow":
        """The row for somebody who may not see phones, nor what is wrong in them."""
        problems = tuple(each for each in self.problems if each.code not in PHONE_PROBLEMS)
        return replace(self, phones=(), problems=problems)


@dataclass(frozen=True)
class ParsedList:
    """A read list. `columns` are the kinds of the columns found, sheet by sheet.

    `problems` concern sheets or the whole list; those of a row stand with the row. `offered` are
    the columns that somebody may be asked about.
    """

    columns: tuple[tuple[str, tuple[Column, ...]], ...]
    rows: tuple[ParsedRow, ...]
    problems: tuple[Problem, ...] = ()
    offered: tuple[Offered, ...] = ()

    @property
    def is_refused(self) -> bool:
        return any(problem.is_blocking for problem in self.problems)

    @property
    def is_unsure(self) -> bool:
        """Whether somebody has to say what a column holds."""
        return any(column.why for column in self.offered)

    @property
    def can_be_mapped(self) -> bool:
        """Whether a list that is refused may be taken once its columns are named."""
        refused = {problem.code for problem in self.problems if problem.is_blocking}
        if NO_HEADING in refused:
            return bool(self.offered)
        names = [column for column in self.offered if column.kind in NAME_COLUMNS]
        return refused == {NOT_UNICODE_KHMER} and any(not column.why for column in names)

    def as_data(self) -> dict[str, Any]:
        """The list in plain values, for storing between preview and confirmation."""
        return asdict(self)


def from_data(data: dict[str, Any]) -> ParsedList:
    """The list that `as_data` gave, also after a journey through JSON."""
    return ParsedList(
        columns=tuple(
            (sheet, tuple(Column(**column) for column in columns))
            for sheet, columns in data["columns"]
        ),
        rows=tuple(_row_from(row) for row in data["rows"]),
        problems=tuple(Problem(**problem) for problem in data["problems"]),
        offered=tuple(_offered_from(column) for column in data.get("offered", ())),
    )


def _offered_from(data: dict[str, Any]) -> Offered:
    return Offered(**(data | {"values": tuple(data["values"])}))


def _row_from(data: dict[str, Any]) -> ParsedRow:
    phones = tuple(Phone(**phone) for phone in data["phones"])
    problems = tuple(Problem(**problem) for problem in data["problems"])
    return ParsedRow(**(data | {"phones": phones, "problems": problems}))


def with_repetitions(rows: list[ParsedRow]) -> Iterator[ParsedRow]:
    """The rows, each that repeats an earlier person marked with the number of that row."""
    by_name: dict[str, list[ParsedRow]] = {}
    by_number: dict[tuple[str, str], ParsedRow] = {}
    for row in rows:
        name = name_key(row)
        twin = next((other for other in by_name.get(name, ()) if _may_be_one(row, other)), None)
        numbered = by_number.get((row.organization, row.employee_number))
        if not row.is_importable or not name:
            yield row
        elif twin:
            yield _marked(row, TWICE_IN_LIST, twin, is_blocking=True)
        else:
            by_name.setdefault(name, []).append(row)
            if row.employee_number:
                by_number.setdefault((row.organization, row.employee_number), row)
            yield _marked(row, NUMBER_TWICE, numbered) if numbered else row


def name_key(row: ParsedRow) -> str:
    """What two rows of one person share in their names."""
    return match_key(row.name_km) or latin_key(row.name_latin)


def _may_be_one(row: ParsedRow, other: ParsedRow) -> bool:
    """Whether nothing that both rows tell about a person of this name differs."""
    told = (
        (row.employee_number, other.employee_number),
        (row.birth_year, other.birth_year),
        (row.sex.replace("not_stated", ""), other.sex.replace("not_stated", "")),
    )
    numbers = [{phone.e164 for phone in each.phones if phone.e164} for each in (row, other)]
    return all(not mine or not theirs or mine == theirs for mine, theirs in told) and (
        not all(numbers) or bool(numbers[0] & numbers[1])
    )


def _marked(row: ParsedRow, code: str, other: ParsedRow, *, is_blocking: bool = False) -> ParsedRow:
    problem = Problem(
        code,
        sheet=row.sheet,
        row=row.row_number,
        value=str(other.row_number),
        is_blocking=is_blocking,
    )
    return replace(row, problems=(*row.problems, problem))
