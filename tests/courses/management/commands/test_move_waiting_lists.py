"""Run-out offers go to the next one, also on runs that nobody touches."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.factories import CourseRunFactory, EnrollmentFactory

pytestmark = pytest.mark.django_db


def test_the_next_one_is_asked_once(capsys):
    run = CourseRunFactory(capacity=1, waiting_rule="offer")
    ended = timezone.now() - timedelta(minutes=1)
    silent = EnrollmentFactory(run=run, status="offered", offer_ends_at=ended)
    following = EnrollmentFactory(run=run, status="waitlisted")
    untouched = EnrollmentFactory(run=CourseRunFactory(status="cancelled"), status="waitlisted")

    call_command("move_waiting_lists")
    call_command("move_waiting_lists")

    assert capsys.readouterr().out.splitlines() == [
        "1 people got a seat or are offered one.",
        "0 people got a seat or are offered one.",
    ]
    for place in (silent, following, untouched):
        place.refresh_from_db()
    assert [silent.status, following.status, untouched.status] == [
        "withdrawn",
        "offered",
        "waitlisted",
    ]
