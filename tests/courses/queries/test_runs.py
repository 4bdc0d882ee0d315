"""Runs and sessions with their numbers."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.choices import EnrollmentStatus
from courses.models import CourseRun
from courses.queries.runs import (
    Seats,
    people_of,
    register_state,
    sessions_of,
    with_people,
    with_requests,
)
from tests.factories import AttendanceFactory, CourseRunFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db


def test_people_are_counted_by_status():
    run = CourseRunFactory()
    EnrollmentFactory.create_batch(2, run=run)
    EnrollmentFactory(run=run, status=EnrollmentStatus.WAITLISTED)
    EnrollmentFactory(run=run, status=EnrollmentStatus.WITHDRAWN)
    [counted] = with_people(CourseRun.objects.all())
    assert (counted.enrolled, counted.waiting, counted.requested) == (2, 1, 0)


def test_only_runs_with_requests_wait():
    waits = CourseRunFactory()
    EnrollmentFactory(run=waits, status=EnrollmentStatus.REQUESTED)
    CourseRunFactory()
    assert list(with_requests(CourseRun.objects.all())) == [waits]


def test_cancelled_sessions_have_no_number():
    run = CourseRunFactory()
    first, second = SessionFactory(run=run), SessionFactory(run=run, day_offset=2)
    SessionFactory(run=run, day_offset=1, status="cancelled")
    here, absent = EnrollmentFactory(run=run), EnrollmentFactory(run=run)
    AttendanceFactory(session=first, enrollment=here)
    AttendanceFactory(session=first, enrollment=absent, presence="absent")
    gone = EnrollmentFactory(run=run, status=EnrollmentStatus.WITHDRAWN)
    AttendanceFactory(session=first, enrollment=gone)
    found = {
        session: (session.number, session.total, session.people, session.marked, session.here)
        for session in sessions_of(run)
        if session.status != "cancelled"
    }
    assert found == {first: (1, 2, 2, 2, 1), second: (2, 2, 2, 0, 0)}


def test_the_waiting_list_keeps_its_order():
    run = CourseRunFactory()
    waiting = {"run": run, "status": EnrollmentStatus.WAITLISTED}
    late = EnrollmentFactory(**waiting)
    early = EnrollmentFactory(**waiting, status_since=late.status_since - timedelta(days=1))
    assert people_of(run)["waitlisted"] == [early, late]


def test_seats():
    assert not Seats(taken=24, capacity=25).are_full
    assert Seats(taken=25, capacity=25).are_full
    assert Seats(taken=25, capacity=25).next == 26


@pytest.mark.parametrize(
    ("details", "state"),
    [
        ({}, "open"),
        ({"day_offset": 1}, "early"),
        ({"status": "cancelled"}, "cancelled"),
        ({"status": "postponed"}, "cancelled"),
    ],
)
def test_a_register_is_open_from_its_day_on(details, state):
    assert register_state(SessionFactory(**details), timezone.localdate()) == state


def test_a_closed_register_is_closed():
    session = SessionFactory(closed_at=timezone.now(), status="held")
    assert register_state(session, timezone.localdate()) == "closed"
