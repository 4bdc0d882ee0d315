"""Public codes."""

import secrets
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certificates.rules.codes import LENGTH, new_code, normalise, spoken
from courses.rules.spoken_codes import ALPHABET


def test_a_code_has_84_bits_and_is_read_in_three_groups():
    code = new_code(secrets.token_bytes)

    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert [len(group) for group in spoken(code).split("-")] == [6, 6, 6]


def test_codes_use_every_letter_equally_likely():
    drawn = "".join(new_code(secrets.token_bytes)[:-1] for _ in range(600))
    counts = [drawn.count(letter) for letter in ALPHABET]

    assert min(counts) > 0.6 * len(drawn) / len(ALPHABET)
    assert max(counts) < 1.4 * len(drawn) / len(ALPHABET)


@pytest.mark.parametrize("write", [str.lower, spoken, lambda code: f" {code[:9]} {code[9:]} "])
def test_case_spaces_and_dashes_make_no_difference(write):
    code = new_code(secrets.token_bytes)

    assert normalise(write(code)) == code


@given(st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_found(place, letter):
    code = new_code(lambda n: secrets.token_bytes(n))
    wrong = code[:place] + letter + code[place + 1 :]

    assert normalise(wrong) == ("" if wrong != code else code)


@given(st.integers(0, LENGTH - 2))
def test_two_letters_in_the_wrong_order_are_found(place):
    code = new_code(secrets.token_bytes)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert normalise(swapped) == ("" if swapped != code else code)


@pytest.mark.parametrize("typed", ["", "abc", "x" * 19, "ក" * 18, "😀" * 18])
def test_what_cannot_be_a_code_is_empty(typed):
    assert normalise(typed) == ""


def test_a_hundred_thousand_guesses_hit_nothing():
    dice = Random(8)
    issued = {new_code(dice.randbytes) for _ in range(1000)}

    guesses = [new_code(dice.randbytes) for _ in range(100_000)]

    assert len(set(guesses)) == 100_000
    assert not issued & set(guesses)
