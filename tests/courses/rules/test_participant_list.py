from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.adapters.spreadsheets import read_workbook
from courses.rules.participant_list import PEOPLE_AT_MOST, parse_participant_list
from courses.rules.participant_rows import ParsedList, ParsedRow, Problem
from courses.rules.phones import Phone
from tests.courses.rules import ugly_lists

TODAY = date(2026, 11, 22)
SOK = "+85512345678"


def parsed(data):
    sheets = [(sheet.name, sheet.rows) for sheet in read_workbook(data).sheets]
    return parse_participant_list(sheets, today=TODAY)


def people(data, *fields):
    """Row number and the fields asked for, of every row."""
    return [
        (row.row_number, *(getattr(row, field) for field in fields)) for row in parsed(data).rows
    ]


def row_problems(data):
    return [
        (problem.row, problem.code, problem.value, problem.is_blocking)
        for row in parsed(data).rows
        for problem in row.problems
    ]


def test_a_tidy_list_is_read_whole():
    assert parsed(ugly_lists.tidy()).rows == (
        ParsedRow(
            sheet="List",
            row_number=2,
            name_km="សុខ ដារ៉ា",
            family_name_latin="Sok",
            given_name_latin="Dara",
            sex="male",
            role="worker",
            phones=(Phone("012345678", SOK, None),),
        ),
        ParsedRow(
            sheet="List",
            row_number=3,
            name_km="ចាន់ ធារី",
            family_name_latin="Chan",
            given_name_latin="Theary",
            sex="female",
            role="supervisor",
            phones=(Phone("098765432", "+85598765432", None),),
        ),
    )


def test_logo_rows_totals_and_signatures_are_no_people():
    data = ugly_lists.khmer_with_logo_and_total()
    assert people(data, "name_km", "family_name_latin", "title", "sex", "role", "birth_year") == [
        (5, "សុខ ដារ៉ា", "SOK", "លោក", "male", "supervisor", 1990),
        (6, "ចាន់ ធារី", "CHAN", "", "female", "worker", 1995),
        (8, "ហេង រតនា", "", "", "female", "", None),
    ]
    assert [phone.e164 for row in parsed(data).rows for phone in row.phones] == [
        SOK,
        "+85512345679",
    ]
    assert parsed(data).problems == ()
    assert row_problems(data) == []


def test_headings_over_two_rows_are_read_together():
    data = ugly_lists.two_row_heading()
    ((_, found),) = parsed(data).columns
    assert [column.kind for column in found] == [
        "number",
        "family_km",
        "given_km",
        "family_latin",
        "given_latin",
        "tick_female",
        "tick_male",
        "employee_number",
    ]
    assert people(data, "name_km", "given_name_latin", "sex", "employee_number") == [
        (3, "សុខ ដារ៉ា", "Dara", "male", "A-017"),
        (4, "ចាន់ ធារី", "Theary", "female", "18"),
        (5, "លី ណារី", "Nary", "not_stated", "0019"),
        (6, "កែវ សុភា", "Sophea", "not_stated", ""),
    ]
    assert row_problems(data) == [(5, "sex_unknown", "x", False)]


def test_every_sheet_with_a_heading_counts_and_others_are_named():
    result = parsed(ugly_lists.several_sheets())
    assert [
        (row.sheet, row.row_number, row.given_name_latin, row.section) for row in result.rows
    ] == [
        ("Line 1", 2, "DARA", "L1"),
        ("Line 2", 3, "THEARY", "L2"),
        ("Line 2", 4, "Dara", "L2"),
    ]
    assert result.problems == (Problem("sheet_left_out", sheet="Notes"),)
    assert row_problems(ugly_lists.several_sheets()) == [(3, "employee_number_twice", "2", False)]


def test_phones_are_read_and_doubts_named():
    data = ugly_lists.phones_of_all_sorts()
    found = [[phone.e164 for phone in row.phones] for row in parsed(data).rows]
    assert found == [
        [SOK],
        [SOK],
        [SOK, "+85598765432"],
        [SOK],
        [SOK],
        [],
        [None],
        ["+85523456789"],
        [],
    ]
    assert row_problems(data) == [
        (8, "phone_not_a_number", "see HR", False),
        (9, "phone_unusual", "023 456 789", False),
    ]


def test_years_of_birth_in_many_forms():
    data = ugly_lists.births_of_all_sorts()
    assert [row.birth_year for row in parsed(data).rows] == [
        *(1990, 1991, 1992, 1993, 2005, 1994, 1995, 1995),
        *(None, None, 1996),
    ]
    assert row_problems(data) == [
        (10, "birth_year_unlikely", "1890", False),
        (11, "birth_year_unlikely", "soon", False),
    ]


def test_titles_leave_names_and_scripts_are_parted():
    data = ugly_lists.titles_and_hard_names()
    found = people(data, "title", "name_km", "family_name_latin", "given_name_latin")
    assert found[:8] == [
        (2, "លោកស្រី", "ចាន់ ធារី", "Chan", "Theary"),
        (3, "", "កញ្ញា រតនា", "KANHA", "Ratana"),
        (4, "ឯ.ឧ", "សុខ ចាន់", "Sok", "Chan"),
        (5, "Dr.", "រតនា", "", "Ratana"),
        (6, "", "ចាន់ ស្រីមុំ", "CHAN", "Sreymom"),
        (7, "", "លី ណារី", "", ""),
        (8, "", "", "Heng", "Dara"),
        (9, "", "សុខ \u200bដារ៉ា", "SOK", "Dara"),
    ]
    assert row_problems(data) == [
        (10, "name_missing", "123", True),
        (11, "name_too_long", "ក" * 60, True),
    ]


def test_repetitions_stay_out_and_namesakes_stay_in():
    assert row_problems(ugly_lists.repeated_people()) == [
        (3, "twice_in_list", "2", True),
        (4, "twice_in_list", "2", True),
        (7, "employee_number_twice", "2", False),
    ]


def test_repeated_headings_are_skipped_and_notes_shown():
    data = ugly_lists.repeated_headings_and_notes()
    assert people(data, "given_name_latin", "is_importable") == [
        (2, "Dara", True),
        (4, "Theary", True),
        (6, "", False),
        (8, "by the office", False),
    ]
    assert row_problems(data) == [
        (6, "name_missing", "-", True),
        (8, "looks_like_a_note", "Prepared by the office", True),
    ]


@pytest.mark.parametrize(
    ("data", "heading"),
    [(ugly_lists.old_font_khmer(), "ឈ្មោះខ្មែរ"), (ugly_lists.old_font_alone(), "ឈ្មោះ")],
)
def test_khmer_in_an_old_font_refuses_the_list(data, heading):
    result = parsed(data)
    assert result.is_refused
    assert result.problems == (
        Problem("not_unicode_khmer", sheet="A", column=heading, is_blocking=True),
    )


def test_sexes_and_roles_in_three_languages():
    data = ugly_lists.roles_and_sexes()
    assert people(data, "sex", "role") == [
        (2, "female", "worker"),
        (3, "male", "manager"),
        (4, "male", "worker_rep"),
        (5, "female", "union_leader"),
        (6, "female", "union_leader_federation"),
        (7, "another", "official"),
        (8, "not_stated", "supervisor"),
        (9, "not_stated", "other"),
        (10, "female", "trainer"),
        (11, "female", "employers_staff"),
    ]
    assert row_problems(data) == [
        (9, "sex_unknown", "yes", False),
        (9, "role_unknown", "Juggler", False),
    ]


def test_a_csv_names_the_workplace():
    assert people(ugly_lists.semicolons(), "name_km", "sex", "organization") == [
        (2, "សុខ ដារ៉ា", "male", "សរសៃឈូក")
    ]


def test_a_list_without_heading_or_people_is_refused():
    assert parsed(ugly_lists.no_heading()) == ParsedList(
        (), (), (Problem("no_heading", is_blocking=True),)
    )
    assert parsed(ugly_lists.heading_only()).problems == (Problem("no_people", is_blocking=True),)


def test_a_list_of_thousands_is_refused():
    rows = [["Name", "Sex"], *([f"Sok {n}a", "F"] for n in range(PEOPLE_AT_MOST + 1))]
    result = parse_participant_list([("A", rows)], today=TODAY)
    assert [problem.code for problem in result.problems] == ["too_many_people"]


cells = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.booleans(),
    st.sampled_from(["Name", "ឈ្មោះ", "Sex", "ភេទ", "Phone", "Date of birth", "Khmer", "F", "ល.រ"]),
)


@settings(max_examples=300)
@given(st.lists(st.lists(cells, max_size=5), max_size=6))
def test_no_list_makes_the_reader_fall_over(rows):
    result = parse_participant_list(
        [("A", [["Name", "Sex", "Phone", "Birth"], *rows])], today=TODAY
    )
    for row in result.rows:
        assert row.row_number > 1
        assert not row.is_importable or row.name_km or row.given_name_latin or row.family_name_latin
