"""Guides of the demo are for trainers alone; notes stand where a trainer looks for them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import CourseMaterial, Session
from lms.demo.desk import GUIDED, write_desk
from tests.factories import CourseFactory, CourseRunFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(settings, tmp_path, staff_user):
    """The desk, with a run of which a session was held yesterday."""
    settings.MEDIA_ROOT = tmp_path
    for code in GUIDED:
        CourseFactory(code=code)
    today = timezone.localdate()
    run = CourseRunFactory(starts_on=today - timedelta(days=1), ends_on=today + timedelta(days=1))
    SessionFactory(run=run, status="held")
    SessionFactory(run=run, day_offset=2)
    write_desk(today, by=staff_user)
    return run


def test_the_last_session_that_was_held_has_notes(told):
    held, to_come = told.sessions.order_by("starts_at")

    assert held.notes and not to_come.notes
    assert Session.objects.exclude(notes="").count() == 1


def test_every_guided_course_has_a_guide_and_one_a_checklist_for_a_session(told):
    found = CourseMaterial.objects.values_list("course__code", "session_number")

    assert sorted(found, key=str) == sorted(
        [*((code, None) for code in GUIDED), ("OSHC", 2)], key=str
    )


def test_a_stranger_opens_no_guide_by_any_address(told, client, trainer_user):
    document = CourseMaterial.objects.first().document
    address = reverse("wagtaildocs_serve", args=[document.pk, document.filename])

    client.force_login(trainer_user)
    assert client.get(address).status_code == 200
    client.logout()
    assert client.get(address).status_code == 302
