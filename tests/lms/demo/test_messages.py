"""The demo's messages stand in every state, and none of them leaves."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from courses.models import Message, RunTrainer
from lms.demo.messages import write_messages
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def run(today):
    """Led by somebody, in nine days, full of people."""
    run = CourseRunFactory(starts_on=today + timedelta(days=9))
    SessionFactory(run=run)
    RunTrainer.objects.create(run=run, person=PersonFactory(), is_lead=True)
    EnrollmentFactory.create_batch(10, run=run)
    EnrollmentFactory(run=run, status="waitlisted")
    EnrollmentFactory(run=run, status="offered", offer_ends_at=timezone.now() + timedelta(hours=9))
    return run


def test_there_are_messages_in_every_state(run, today, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write_messages(today, run.trainers.all(), by=UserFactory())

    told = Counter(Message.objects.filter(kind="confirmation").values_list("status", flat=True))
    assert told == {"sent": 6, "failed": 1, "unsure": 1, "pasted": 1, "to_paste": 1}
    kinds = set(Message.objects.values_list("kind", flat=True))
    assert kinds == {"confirmation", "waitlisted", "offer", "reminder", "news"}
    assert {each.get_problem_display() != "" for each in Message.objects.troubled()} == {True}
    assert mail.outbox == []


def test_reminders_wait_for_the_evening_two_days_before(run, today):
    write_messages(today, run.trainers.all(), by=UserFactory())

    waiting = Message.objects.filter(kind="reminder")
    assert {each.status for each in waiting} == {"queued"}
    evenings = {timezone.localtime(each.not_before) for each in waiting}
    assert [(each.date(), each.hour) for each in evenings] == [(today + timedelta(days=7), 17)]


def test_without_a_run_to_come_nobody_is_told_anything():
    write_messages(date(2026, 1, 1), [PersonFactory()], by=UserFactory())

    assert not Message.objects.exists()
