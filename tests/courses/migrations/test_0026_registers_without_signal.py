"""Marks of an older release get their chain, their heads and what they replaced."""

from importlib import import_module

import pytest
from django.apps import apps

from courses.actions.attendance import mark_attendance
from courses.models import Attendance, AttendanceEvent, Session
from courses.queries.chain import broken_registers
from tests.factories import EnrollmentFactory, SessionFactory

migration = import_module("courses.migrations.0026_registers_without_signal")


@pytest.mark.django_db
def test_old_marks_are_chained_as_new_ones_are(trainer_user):
    session = SessionFactory()
    for place in EnrollmentFactory.create_batch(2, run=session.run):
        for presence in ("absent", "present"):
            mark_attendance(session, place, presence, by=trainer_user)
    expected = written()
    AttendanceEvent._base_manager.update(number=0, digest="", supersedes=[], corrects=False)
    Attendance.objects.update(heads=[])
    Session.objects.update(chain_length=0, chain_digest="")
    migration.chain(apps, None)
    assert written() == expected
    assert list(broken_registers()) == []


def written():
    events = AttendanceEvent.objects.order_by("pk")
    return (
        list(events.values_list("number", "digest", "supersedes", "corrects")),
        list(Attendance.objects.order_by("pk").values_list("heads", flat=True)),
        list(Session.objects.values_list("chain_length", "chain_digest")),
    )
