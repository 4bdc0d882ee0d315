"""When somebody is asked what she did with a course."""

from datetime import date, timedelta

import pytest

from courses.rules.follow_ups import Standing, state_of

MET = date(2026, 1, 10)


@pytest.mark.parametrize(
    ("days", "facts", "state"),
    [
        (79, {"consents": True}, "early"),
        (80, {"consents": True}, "due"),
        (200, {"consents": True}, "due"),
        (201, {"consents": True}, "over"),
        (100, {}, "no_consent"),
        (100, {"consents": False}, "no_consent"),
        (100, {"consents": True, "has_refused": True}, "refused"),
        (300, {"consents": False, "is_answered": True}, "answered"),
    ],
)
def test_how_far_the_asking_is(days, facts, state):
    assert state_of(Standing(MET, **facts), MET + timedelta(days)) == state


def test_who_did_not_complete_is_not_asked():
    assert state_of(Standing(None, consents=True), MET) == "not_completed"
