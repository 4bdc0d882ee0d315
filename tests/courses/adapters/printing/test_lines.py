"""Lines: a name shrinks to its width, a course wraps evenly, and both say when they do not fit."""

import pytest

from courses.adapters.printing.lines import MM, fitted, styled

STYLES = {
    "name": {"size": 20, "min": 10, "weight": 500},
    "course": {"size": 12, "min": 8, "lines": 2},
}


def line(text, w, style="name", **more):
    look = styled(STYLES, {"style": style, **more})
    return fitted(text, look, look["size"], w)


def test_a_short_name_keeps_its_size_and_a_long_one_shrinks_in_quarters():
    short, long = line("SOK Dara", 60), line("SOK Dara Chansophea", 60)

    assert (short.size, short.is_whole) == (20, True)
    assert 10 < long.size < 20
    assert long.size * 4 == int(long.size * 4)
    assert long.width <= 60


def test_a_name_that_is_too_long_at_its_smallest_is_not_whole():
    found = line("M" * 60, 60)

    assert (found.size, found.is_whole) == (10, False)


def test_a_course_wraps_to_two_even_lines():
    found = line("Trade Union Leadership: Negotiation and Dispute", 70, "course")

    assert (found.size, found.is_whole) == (12, True)
    assert 35 <= found.wrap.width < 70
    assert found.height == pytest.approx((2 * 1.02 + 0.36) * 12 / MM, abs=0.1)
