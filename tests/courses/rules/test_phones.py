import pytest

from courses.rules.phones import Phone, parse_phones

SOK = "+85512345678"


@pytest.mark.parametrize(
    "cell",
    [
        "012345678",
        "012 345 678",
        "012-345-678",
        "+855 (0)12 345 678",
        "(+855) 012 345 678",
        "12345678",
        12345678,
        12345678.0,
        "12345678.0",
        "០១២៣៤៥៦៧៨",
        "០១២\u200b៣៤៥ ៦៧៨",
        "0085512345678",
        "00855 12 345 678",
        "855 12 345 678",
        "O12 345 678",
        "'012345678",
        "０１２３４５６７８",
        "Tel: 012 345 678",
        "012 345 678 (sister)",
        "012 345 678, 012345678",
    ],
)
def test_one_number_in_many_clothes(cell):
    assert [(phone.e164, phone.problem) for phone in parse_phones(cell)] == [(SOK, None)]


@pytest.mark.parametrize(
    "cell",
    [
        "012 345 678 / 098 765 432",
        "012345678 098765432",
        "012 345 678 098 765 432",
        "012345678;098765432",
        "012-345-678\n098-765-432",
        "012345678 ឬ 098765432",
        "012345678 or 098765432",
        "12 345 678, 98 765 432",
    ],
)
def test_two_numbers_in_a_cell(cell):
    assert [phone.e164 for phone in parse_phones(cell)] == [SOK, "+85598765432"]


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "N/A", "គ្មាន", 0, "none"])
def test_no_number_is_no_problem(cell):
    assert parse_phones(cell) == []


@pytest.mark.parametrize("cell", ["abc", "123", "8.5512E+10", "0123456789012345", "012 34a 678"])
def test_what_is_no_number_is_kept_and_named(cell):
    assert parse_phones(cell) == [Phone(cell, None, "phone_not_a_number")]


@pytest.mark.parametrize(
    "cell", ["012 345 67", "01234567", "+855 01234567", "1234567", "345678", "012345", "00000000"]
)
def test_a_number_that_lacks_digits_is_kept_and_rings_nowhere(cell):
    assert parse_phones(cell) == [Phone(cell, None, "phone_too_short")]


def test_a_zero_that_belongs_to_the_number_stays():
    assert parse_phones("+39 06 6982 1234")[0].e164 == "+390669821234"


def test_an_unusual_number_is_a_warning_only():
    assert parse_phones("023 456 789") == [Phone("023 456 789", "+85523456789", "phone_unusual")]


def test_numbers_from_abroad_keep_their_country():
    assert parse_phones("+84 912 345 678") == [Phone("+84 912 345 678", "+84912345678", None)]
    assert parse_phones("0912 345 678", region="VN")[0].e164 == "+84912345678"
