"""Lists of runs to be planned."""

from datetime import date, datetime

import pytest

from courses.rules.plan_list import WantedRun, day_of, seats_of, wanted_runs

HEAD = ("No", "Factory", "First day", "Trainer", "Seats", "Place")


def rows(*lines):
    return wanted_runs([("2027", [("Training plan",), (), HEAD, *lines])])


def test_a_row_is_a_host_with_its_first_day_and_what_else_it_says():
    read = rows((1, "Lotus Thread", date(2027, 1, 4), "KH-7K4M-92; Keo Sophea", 30, "Hall A"))

    assert read.rows == (
        WantedRun(
            sheet="2027",
            number=4,
            host="Lotus Thread",
            first_day=date(2027, 1, 4),
            trainers=("KH-7K4M-92", "Keo Sophea"),
            venue="Hall A",
            seats=30,
        ),
    )


def test_blank_rows_and_totals_are_passed_over():
    read = rows((1, "Lotus", date(2027, 1, 4)), (), (None, "សរុប", 1), ("", "Total", ""))

    assert [row.host for row in read.rows] == ["Lotus"]


def test_khmer_headings_are_read():
    read = wanted_runs([("", [("ល.រ", "រោងចក្រ", "ថ្ងៃចាប់ផ្តើម"), (1, "ឈូក", "០៤/០១/២០២៧")])])

    assert [(row.host, row.first_day) for row in read.rows] == [("ឈូក", date(2027, 1, 4))]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ((1, "", date(2027, 1, 4)), "no_host"),
        ((1, "Lotus", None), "no_day"),
        ((1, "Lotus", "soon"), "not_a_day"),
        ((1, "Lotus", "31/02/2027"), "not_a_day"),
        ((1, "Lotus", date(2027, 1, 4), "", "many"), "not_seats"),
        ((1, "Lotus", date(2027, 1, 4), "", "-"), ""),
    ],
)
def test_what_cannot_be_read_is_said_of_its_row(line, problem):
    assert [row.problem for row in rows(line).rows] == [problem]


@pytest.mark.parametrize(
    ("sheets", "problem"),
    [
        ([("", [("Name", "Sex"), ("A", "F")])], "no_heading"),
        ([("", [HEAD])], "no_rows"),
        ([("", [HEAD, *[(1, "Lotus", date(2027, 1, 4))] * 2001])], "too_many_rows"),
    ],
)
def test_what_is_wrong_with_a_list(sheets, problem):
    assert wanted_runs(sheets).problem == problem


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (datetime(2027, 1, 4, 8), date(2027, 1, 4)),
        ("4/1/2027", date(2027, 1, 4)),
        ("04.01.27", date(2027, 1, 4)),
        ("2027-01-04", date(2027, 1, 4)),
        ("4-1-2570", date(2027, 1, 4)),
        ("១៤/០១/២៥៧០", date(2027, 1, 14)),
        ("2027", None),
        (7, None),
    ],
)
def test_days_in_every_dress(cell, day):
    assert day_of(cell) == day


@pytest.mark.parametrize(("cell", "seats"), [(25, 25), ("២៥", 25), ("0", None), ("2.5", None)])
def test_seats(cell, seats):
    assert seats_of(cell) == seats
