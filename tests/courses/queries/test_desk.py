"""The week of a trainer, and the registers that were left open."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from courses.models import Session
from courses.queries.desk import open_registers, week_of
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    return CourseRunFactory()


def at(hour):
    """Today at that hour."""
    start = datetime.combine(timezone.localdate(), datetime.min.time())
    return timezone.make_aware(start + timedelta(hours=hour))


def week_at(hour):
    return week_of(Session.objects.all(), at(hour))


def test_the_session_that_runs_is_now_and_the_next_ones_follow(run):
    morning, afternoon = SessionFactory(run=run), SessionFactory(run=run, hour=13)
    tomorrow = SessionFactory(run=run, day_offset=1)
    SessionFactory(run=run, day_offset=7)
    assert week_at(9).now == morning
    assert week_at(9).later == (afternoon, tomorrow)
    assert week_at(12).now == afternoon
    assert week_at(12).later == (tomorrow,)


def test_after_work_the_last_open_register_is_now(run):
    SessionFactory(run=run, closed_at=at(11), status="held")
    afternoon = SessionFactory(run=run, hour=13)
    assert week_at(20).now == afternoon
    afternoon.closed_at = at(17)
    afternoon.save()
    assert week_at(20).now is None


def test_cancelled_sessions_are_not_of_this_week(run):
    SessionFactory(run=run, status="cancelled")
    assert week_at(7).now is None


def test_open_registers_are_told_by_run_with_the_marks_that_miss(run):
    first, second = SessionFactory(run=run), SessionFactory(run=run, hour=13)
    SessionFactory(run=run, day_offset=1)
    enrollment = EnrollmentFactory(run=run)
    EnrollmentFactory(run=run)
    AttendanceFactory(session=first, enrollment=enrollment)
    [waiting] = open_registers(Session.objects.all(), at(20))
    assert (waiting.run, waiting.sessions, waiting.unmarked) == (run, (first, second), 3)
    assert waiting.days == [first.starts_at, second.starts_at]
    [but_one] = open_registers(Session.objects.all(), at(20), but=second)
    assert but_one.sessions == (first,)
