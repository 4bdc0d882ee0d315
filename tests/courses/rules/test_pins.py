"""Which PINs may be chosen, and how often one is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.pins import digits_of, may_try_code, may_try_pin, why_not_pin


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("583", "length"),
        ("5839201", "length"),
        ("0000", "too_easy"),
        ("77777", "too_easy"),
        ("1234", "too_easy"),
        ("567890", "too_easy"),
        ("4321", "too_easy"),
        ("0123", "too_easy"),
        ("1212", "too_easy"),
        ("583583", "too_easy"),
        ("1990", "birth_year"),
        ("0991", "birth_year"),
        ("199058", "birth_year"),
        ("5839", ""),
        ("58392", ""),
        ("583920", ""),
        ("1991", ""),
    ],
)
def test_a_pin_is_long_enough_and_not_easily_guessed(pin, reason):
    assert why_not_pin(pin, 1990) == reason


def test_without_a_year_of_birth_any_year_may_be_chosen():
    assert why_not_pin("1990", None) == ""


@given(st.from_regex(r"[0-9]{4,6}", fullmatch=True))
def test_digits_are_read_in_both_scripts_and_with_spaces(pin):
    khmer = pin.translate({ord(str(n)): chr(0x17E0 + n) for n in range(10)})
    assert digits_of(f" {pin[:2]} {pin[2:]}") == digits_of(khmer) == pin


@pytest.mark.parametrize("typed", ["", "58a9", "5839!", "²839"])
def test_what_is_no_digit_is_no_pin(typed):
    assert digits_of(typed) == ""


def test_ten_guesses_an_hour_are_looked_at_of_which_pins_leave_three_for_codes():
    assert [may_try_pin(n, 0) for n in (6, 7)] == [True, False]
    assert [may_try_code(n) for n in (7, 9, 10)] == [True, True, False]


def test_no_pin_opens_after_fifty_wrong_ones_in_a_row():
    assert [may_try_pin(0, n) for n in (49, 50)] == [True, False]
