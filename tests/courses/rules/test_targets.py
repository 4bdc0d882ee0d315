"""Which figure a target is for, and how much of it was reached."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.reach import Filters
from courses.rules.reach.parts import part, read_part
from courses.rules.targets import Progress, Target, cell_filters, days_of, fitting

START, END = date(2026, 1, 1), date(2026, 12, 31)


def target(amount=100, code="R1", start=START, end=END, **only):
    narrowed = {name: frozenset([value]) for name, value in only.items()}
    return Target(code, start, end, Fraction(amount), narrowed)


def asked(start=START, end=END, area=None, **only):
    narrowed = {name: frozenset([value]) for name, value in only.items()}
    return Filters(start, end, narrowed, area)


def test_a_target_fits_its_figure_under_its_very_question_alone():
    whole, of_province = target(), target(province="12")

    assert fitting([whole, of_province], "R1", asked()) == [whole]
    assert fitting([whole, of_province], "R1", asked(province="12")) == [of_province]
    assert fitting([whole], "R2", asked()) == []
    assert fitting([whole], "R1", asked(end=date(2026, 6, 30))) == []
    assert fitting([whole], "R1", asked(sector="garment")) == []


def test_whoever_counts_some_provinces_has_no_targets():
    assert fitting([target()], "R1", asked(area=frozenset(["12"]))) == []


def test_a_row_answers_the_question_of_its_value():
    row = cell_filters(asked(), "province", "12", {})
    assert fitting([target(), target(province="12")], "R1", row) == [target(province="12")]


@pytest.mark.parametrize(
    ("dimension", "key", "days"),
    [
        ("month", date(2026, 2, 1), (date(2026, 2, 1), date(2026, 2, 28))),
        ("quarter", date(2026, 10, 1), (date(2026, 10, 1), date(2026, 12, 31))),
        ("year", date(2028, 1, 1), (date(2028, 1, 1), date(2028, 12, 31))),
    ],
)
def test_a_row_of_days_answers_the_question_of_these(dimension, key, days):
    assert days_of(dimension, key) == days
    row = cell_filters(asked(end=date(2030, 1, 1)), dimension, key, {})
    of_days = target(start=days[0], end=days[1])
    assert fitting([target(), of_days], "R1", row) == [of_days]


def test_a_phase_that_the_period_cuts_has_no_target():
    phases = {7: (date(2025, 10, 1), date(2026, 3, 31))}
    promised = target(start=phases[7][0], end=phases[7][1])

    cut = cell_filters(asked(), "phase", 7, phases)
    whole = cell_filters(asked(start=date(2025, 1, 1)), "phase", 7, phases)

    assert fitting([promised], "R1", cut) == []
    assert fitting([promised], "R1", whole) == [promised]


def test_more_than_the_whole_is_told_as_it_is():
    assert Progress(target(50), 75).share == Fraction(3, 2)


def test_nothing_promised_or_nobody_counted_is_no_share():
    assert Progress(target(0), 75).share is None
    assert Progress(target(50), None).share is None
    assert Progress(target(50), None).points is None


def test_a_share_lies_so_many_points_above_or_below():
    promised = target(Fraction(60, 100), code="R14")
    assert Progress(promised, Fraction(58, 100)).points == Fraction(-2, 100)


@given(st.sampled_from(["province", "sex", "course", "national"]), st.integers(1, 9))
def test_a_part_is_read_as_it_was_written(dimension, number):
    value = {"province": "12", "sex": "female", "course": number, "national": number > 4}[dimension]
    assert read_part(part(dimension, value)) == (dimension, value)


@pytest.mark.parametrize("text", ["", "province", "province:", "course:x", "sex:unknown", "moon:1"])
def test_what_is_no_part_is_refused(text):
    with pytest.raises(ValueError, match=r""):
        read_part(text)
