"""Look-ups outside the own runs are counted by day, and bounded by day and by ten minutes."""

from datetime import timedelta

import pytest

from courses.actions.look_ups import may_look_up, note_look_up
from courses.models import LookUp
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def counts():
    return LookUp.objects.values_list("times", "people", "held_back").get()


def test_a_day_is_one_line_that_adds_up(trainer_user):
    for shown in (2, 0, 5):
        note_look_up(trainer_user, shown)
    assert counts() == (3, 7, 0)


def test_too_many_in_ten_minutes_are_held_back_for_her_alone(trainer_user, settings):
    settings.COURSES_LOOK_UPS_IN_TEN_MINUTES = 2
    assert [may_look_up(trainer_user) for _ in range(4)] == [True, True, False, False]
    assert counts() == (0, 0, 2)
    assert may_look_up(UserFactory())


def test_too_many_on_one_day_are_held_back_until_the_next(trainer_user, settings):
    settings.COURSES_LOOK_UPS_A_DAY = 2
    for _ in range(2):
        assert may_look_up(trainer_user)
        note_look_up(trainer_user, 1)
    assert not may_look_up(trainer_user)
    LookUp.objects.update(day=LookUp.objects.get().day - timedelta(days=1))
    assert may_look_up(trainer_user)
