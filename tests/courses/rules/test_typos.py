"""One slip of the finger, and no more."""

import pytest

from courses.rules.typos import one_slip_away


@pytest.mark.parametrize("typed", ["taftc", "tftac", "taftacc", "tfatac", "taftax", "xtaftac"])
def test_one_slip_leads_back_to_the_word(typed):
    assert "taftac" in one_slip_away(typed)


@pytest.mark.parametrize("typed", ["taftac", "tac", "tftca", "taftacxx", "catfat", "aftact"])
def test_the_word_itself_and_two_slips_do_not(typed):
    assert "taftac" not in one_slip_away(typed)


@pytest.mark.parametrize("typed", ["", "ta", "a" * 13, "ប្រធាន", "taf tac", "TAFTAC"])
def test_what_is_no_short_folded_word_has_no_slips(typed):
    assert one_slip_away(typed) == frozenset()


def test_slips_lead_both_ways():
    assert all("abc1" in one_slip_away(word) for word in one_slip_away("abc1") if len(word) > 2)
