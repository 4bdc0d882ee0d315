import itertools
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.rules.card_codes import format_code, is_valid, new_card_code, normalise
from courses.rules.spoken_codes import ALPHABET, check_character

codes = st.text(ALPHABET, min_size=5, max_size=5).map(
    lambda drawn: format_code(drawn + check_character(drawn))
)
PLACES = [3, 4, 5, 6, 8, 9]


def swapped(code, first, second):
    characters = list(code)
    characters[first], characters[second] = characters[second], characters[first]
    return "".join(characters)


def test_a_new_code_is_valid_and_of_the_known_shape():
    code = new_card_code(secrets.token_bytes)
    assert is_valid(code)
    assert [len(part) for part in code.split("-")] == [2, 4, 2]
    assert new_card_code(secrets.token_bytes, prefix="LAO").startswith("LAO-")


@given(codes)
def test_the_address_that_a_card_leads_to_is_read_as_its_code(code):
    assert normalise(f"https://sala.example.org/km/training/card/{code}/") == code


def test_bytes_that_would_favour_some_characters_are_drawn_again():
    stream = iter(bytes([255, 248, 0, 1, 2, 3, 4]))
    code = new_card_code(lambda count: bytes(next(stream) for _ in range(count)))
    assert code == format_code("23456" + check_character("23456"))


@given(codes, st.sampled_from(PLACES), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(code, place, wrong):
    mistyped = code[:place] + wrong + code[place + 1 :]
    assert is_valid(mistyped) == (mistyped == code)


@given(codes, st.sampled_from(list(itertools.pairwise(PLACES))))
def test_every_swap_of_neighbours_is_found(code, places):
    mistyped = swapped(code, *places)
    assert is_valid(mistyped) == (mistyped == code)


@given(codes)
def test_ways_of_typing_the_same_code(code):
    bare = code.removeprefix("KH-").replace("-", "")
    for typed in (code.lower(), bare, f" kh {bare} ", f"KH{bare}", code.replace("-", "–")):
        assert normalise(typed) == code


@given(codes)
def test_signs_left_out_of_the_alphabet_are_read_as_their_neighbours(code):
    head, body = code[:3], code[3:]
    assert normalise(head + body.replace("Q", "0").replace("J", "1")) == code
    assert normalise(head + body.replace("Q", "o").replace("J", "l")) == code


def test_khmer_digits_are_digits():
    code = format_code("23456" + check_character("23456"))
    assert normalise(code.replace("23456"[0], "២")) == code


@pytest.mark.parametrize("typed", ["", "KH", "KH-7K4M", "KH-7K4M-9222", "KH-7K4M-9ក", "សុខ"])
def test_what_cannot_be_a_code_is_empty(typed):
    assert normalise(typed) == ""
    assert not is_valid(typed)
