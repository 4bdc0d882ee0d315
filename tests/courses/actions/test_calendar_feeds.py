"""The secret address of a trainer's calendar."""

import pytest

from courses.actions.calendar_feeds import (
    open_calendar,
    renew_calendar_address,
    revoke_calendar_address,
)
from courses.models import CalendarFeed

pytestmark = pytest.mark.django_db


def test_a_token_opens_one_calendar_and_is_not_kept(trainer_user):
    token = renew_calendar_address(trainer_user)
    assert open_calendar(token) == trainer_user
    feed = CalendarFeed.objects.get()
    assert token not in str(vars(feed)) and feed.last_used_at


def test_a_new_address_locks_the_old_one_out(trainer_user):
    old, new = renew_calendar_address(trainer_user), renew_calendar_address(trainer_user)
    assert (open_calendar(old), open_calendar(new)) == (None, trainer_user)


def test_an_address_can_be_taken_away(trainer_user):
    token = renew_calendar_address(trainer_user)
    assert [revoke_calendar_address(trainer_user) for _each in range(2)] == [True, False]
    assert open_calendar(token) is None


def test_who_left_or_trains_no_more_has_no_calendar(trainer_user):
    token = renew_calendar_address(trainer_user)
    trainer_user.groups.clear()
    assert open_calendar(token) is None
    trainer_user.is_superuser, trainer_user.is_active = True, False
    trainer_user.save()
    assert open_calendar(token) is None
