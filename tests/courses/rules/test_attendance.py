"""Minutes that a mark earns."""

import pytest

from courses.rules.attendance import credited_minutes


@pytest.mark.parametrize(
    ("presence", "missed", "credited"),
    [
        ("present", 0, 180),
        ("late", 15, 180),
        ("late", 40, 155),
        ("late", 180, 15),
        ("late", 250, 0),
        ("left_early", 30, 150),
        ("left_early", 200, 0),
        ("excused", 0, 0),
        ("absent", 0, 0),
    ],
)
def test_minutes_of_a_session_of_three_hours(presence, missed, credited):
    assert credited_minutes(presence, planned=180, missed=missed, grace=15) == credited
