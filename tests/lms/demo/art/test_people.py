"""Arms of drawn people: the hand arrives, or stops where the arm ends."""

from math import dist

import pytest

from lms.demo.art.people import ARM_FORE, ARM_UPPER, RIGHT_SHOULDER, elbow


def test_a_hand_within_reach_is_where_it_was_wanted():
    _, hand = elbow(RIGHT_SHOULDER, (80, -150), 1)
    assert hand == pytest.approx((80, -150))


def test_a_hand_out_of_reach_stops_at_arm_length():
    _, hand = elbow(RIGHT_SHOULDER, (900, -208), 1)
    assert dist(RIGHT_SHOULDER, hand) == pytest.approx(ARM_UPPER + ARM_FORE - 0.5)


def test_the_bend_decides_on_which_side_the_elbow_falls():
    below, _ = elbow(RIGHT_SHOULDER, (100, -208), 1)
    above, _ = elbow(RIGHT_SHOULDER, (100, -208), -1)
    assert below[1] > RIGHT_SHOULDER[1] > above[1]
