"""Reminders: some days before and in the morning, once each."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.reminding import queue_reminders
from courses.models import Enrollment, Message
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    """Tomorrow and the day after, with somebody who enrolled a week ago."""
    run = CourseRunFactory(starts_on=timezone.localdate() + timedelta(days=1))
    SessionFactory(run=run)
    SessionFactory(run=run, hour=13)
    SessionFactory(run=run, day_offset=1)
    person = PersonFactory(email="sreymom@example.org", reads_khmer="no")
    EnrollmentFactory(run=run, person=person)
    Enrollment.objects.update(status_since=timezone.now() - timedelta(days=7))
    return run


def at(run, hour, days=0):
    begin = timezone.localtime(run.sessions.first().starts_at)
    return begin.replace(hour=hour) + timedelta(days=days)


def test_one_reminder_two_days_before_and_one_in_the_morning(run):
    moments = [(5, -2), (6, -2), (9, -1), (5, 0), (6, 0), (7, 0), (9, 0), (6, 1)]
    assert [queue_reminders(at(run, *moment)) for moment in moments] == [0, 1, 0, 0, 1, 0, 0, 0]
    first, second = Message.objects.order_by("pk")
    day = run.starts_on
    assert first.subject == f"Your training: {day:%A} {day.day} {day:%B %Y}"
    assert "08:00–11:00, 13:00–16:00" in first.body
    assert first.useless_after == second.useless_after == run.sessions.first().starts_at


def test_who_has_just_been_told_the_day_is_not_reminded(run):
    Enrollment.objects.update(status_since=at(run, 7, -2))
    assert queue_reminders(at(run, 8, -2)) == 0
    assert queue_reminders(at(run, 6, 0)) == 1


def test_only_people_with_a_seat_are_reminded_of_what_takes_place(run):
    Enrollment.objects.update(status="waitlisted")
    assert queue_reminders(at(run, 6, -2)) == 0
    Enrollment.objects.update(status="enrolled")
    run.status = "cancelled"
    run.save()
    assert queue_reminders(at(run, 6, -2)) == 0


def test_a_day_that_was_moved_is_reminded_of_anew(run):
    queue_reminders(at(run, 6, -2))
    for session in run.sessions.all():
        session.starts_at += timedelta(days=7)
        session.ends_at += timedelta(days=7)
        session.save()
    assert queue_reminders(at(run, 6, -2)) == 1


def test_a_site_chooses_its_days_and_may_choose_none(run, settings):
    settings.COURSES_REMINDER_DAYS = (7,)
    assert queue_reminders(at(run, 6, -7)) == 1
    settings.COURSES_REMINDER_DAYS = ()
    assert queue_reminders(at(run, 6, 0)) == 0
    settings.COURSES_REMINDER_DAYS, settings.COURSES_MESSAGES = (0,), False
    assert queue_reminders(at(run, 6, 0)) == 0
