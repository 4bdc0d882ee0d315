"""Sheets become counts, and what is told gives nobody away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules import feedback as rules
from courses.rules.feedback import Tally

FACE = st.none() | st.sampled_from(rules.FACES)
SHEETS = st.lists(st.tuples(FACE, FACE, FACE), max_size=20)


def tally(sheets, way="own"):
    counts = rules.nothing(3)
    for sheet in sheets:
        counts = rules.added(counts, sheet)
    return Tally(way, len(sheets), counts)


@given(SHEETS, st.randoms())
def test_counts_do_not_know_the_order_of_sheets_nor_what_stood_together(sheets, rng):
    columns = [list(column) for column in zip(*sheets, strict=True)] or [[], [], []]
    for column in columns:
        rng.shuffle(column)
    mixed = list(zip(*columns, strict=True))
    assert tally(mixed) == tally(sheets)


@given(SHEETS)
def test_every_face_is_counted_once(sheets):
    found = tally(sheets)
    chosen = [face for sheet in sheets for face in sheet if face]
    assert found.ratings == len(chosen)
    assert found.good == sum(face >= 4 for face in chosen)


@given(st.dictionaries(st.sampled_from(("own", "passed", "paper")), SHEETS))
def test_nothing_is_told_of_fewer_than_five_by_any_way(by_way):
    told = rules.told([tally(sheets, way) for way, sheets in by_way.items()])
    together = sum(each.sheets for _way, each in told)
    assert not told or together >= 5
    named = [each for way, each in told if way]
    assert all(each.sheets >= 5 for each in named)
    assert not named or len(named) == len(told), "the rest would be told by subtraction"


def test_the_parts_of_a_question_make_its_line():
    own, paper = tally([(5, 4, None)] * 4), tally([(3, 1, 2)] * 3, "paper")
    [first, second, third] = rules.lines([own, paper])
    assert first.faces == (0, 0, 3, 0, 4)
    assert (second.answers, second.good, second.mean) == (7, 4, 19 / 7)
    assert not third.is_told


@pytest.mark.parametrize(
    ("closed_on", "ends_on", "today", "is_open", "told_from"),
    [
        (None, date(2026, 3, 10), date(2026, 3, 24), True, date(2026, 3, 25)),
        (None, date(2026, 3, 10), date(2026, 3, 25), False, date(2026, 3, 25)),
        (date(2026, 3, 10), date(2026, 3, 10), date(2026, 3, 10), False, date(2026, 3, 10)),
        (None, None, date(2026, 3, 10), True, None),
    ],
)
def test_results_are_told_when_nobody_answers_any_more(
    closed_on, ends_on, today, is_open, told_from
):
    assert rules.is_open(closed_on, ends_on, today) == is_open
    assert rules.told_from(closed_on, ends_on) == told_from


def test_the_shipped_form_is_short_and_speaks_both_languages():
    assert rules.FEWEST_STATEMENTS <= len(rules.STATEMENTS) <= rules.MOST_STATEMENTS
    assert all(each["en"] and each["km"] for each in (*rules.STATEMENTS, rules.QUESTION))
