import json
from datetime import date

from courses.adapters.spreadsheets import read_workbook
from courses.rules.participant_list import parse_participant_list
from courses.rules.participant_rows import ParsedRow, Problem, from_data
from tests.courses.rules import ugly_lists


def test_a_list_survives_a_journey_through_json():
    sheets = read_workbook(ugly_lists.khmer_with_logo_and_total()).sheets
    parsed = parse_participant_list(
        [(sheet.name, sheet.rows) for sheet in sheets], today=date(2026, 11, 22)
    )
    assert from_data(json.loads(json.dumps(parsed.as_data()))) == parsed


def test_only_a_blocking_problem_keeps_a_row_out():
    fine = ParsedRow("A", 2, problems=(Problem("sex_unknown"),))
    blocked = ParsedRow("A", 2, problems=(Problem("name_missing", is_blocking=True),))
    assert (fine.is_importable, blocked.is_importable) == (True, False)
