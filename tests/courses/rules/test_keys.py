"""The keys beside names."""

import pytest

from courses.rules.keys import NameKey, distinct_keys, name_key, name_keys, search_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lotus Thread Garment", "lotus-thread  GARMENT"),
        ("T.A.F.T.A.C.", "TAFTAC"),
        ("រោងចក្រ សរសៃឈូក", "រោងចក្រសរសៃឈូក"),
        ("រោង\u200bចក្រ", "រោងចក្រ"),
        ("ប.ស.ស.", "បសស"),
        ("ខេ្មរ", "ខ្មេរ"),
        ("រោងចក្រ ២", "រោងចក្រ 2"),
    ],
)
def test_spellings_that_look_alike_have_one_key(one, other):
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize("text", ["", "  ", "?!", "–"])
def test_nothing_to_read_has_no_key(text):
    assert name_key(text) == ""
    assert name_keys([text]) == []
    assert search_keys(text) == []


def test_the_words_of_a_query_are_keys_of_their_own():
    assert search_keys("Lotus & GARMENT lotus") == ["lotus", "garment"]


def test_a_key_stands_once_with_all_that_it_is():
    keys = [
        *name_keys(["Lotus"], is_current=True),
        *name_keys(["LOTUS"], is_acronym=True),
        *name_keys(["Far too long for an acronym"], is_acronym=True),
    ]

    assert distinct_keys(keys) == [
        NameKey("lotus", is_current=True, is_acronym=True),
        NameKey("fartoolongforanacronym"),
    ]
