"""What comes of every ugly spreadsheet, row by row; tests/courses/rules/ugly_lists.py has more."""

from datetime import date

import pytest

from courses.adapters.spreadsheets import read_workbook
from courses.rules.participant_columns import words_of
from courses.rules.participant_list import parse_participant_list
from tests.courses.rules import ugly_lists
from tests.journeys.ugly.lists import CASES


def parsed(case):
    return parse_participant_list(
        [(sheet.name, sheet.rows) for sheet in read_workbook(case.data).sheets],
        today=date(2026, 11, 22),
        chosen={words_of(heading): kind for heading, kind in case.chosen.items()},
    )


def told(row):
    """Row number, Khmer and Latin name, sex, and what else the row says."""
    phones = " ".join(phone.e164 for phone in row.phones if phone.e164)
    more = (row.title, row.role, row.employee_number, row.birth_year, phones)
    return (row.row_number, row.name_km, row.name_latin, row.sex, *filter(None, more))


@pytest.mark.parametrize("name", CASES)
def test_every_row_of_an_ugly_list_comes_to_what_it_must(name):
    case, found = CASES[name], parsed(CASES[name])
    assert tuple(map(told, found.rows)) == case.rows
    problems = [*found.problems, *(problem for row in found.rows for problem in row.problems)]
    assert tuple((each.row, each.code, each.is_blocking) for each in problems) == case.problems
    assert tuple(column.heading for column in found.offered if column.why) == case.asked


def test_there_are_at_least_twenty_five_of_them():
    more = [name for name in vars(ugly_lists) if not name.startswith(("_", "xlsx", "datetime"))]
    assert len(CASES) + len(more) >= 25
