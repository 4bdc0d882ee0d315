"""An auditor gets the chain of a register from the office, and what for is kept."""

import csv
import hashlib

import pytest
from django.urls import reverse

from courses.actions.attendance import close_register, mark_attendance
from courses.models import AttendanceEvent, ExportLog
from tests.factories import EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(staff_user):
    """A mark and the closing."""
    session = SessionFactory()
    place = EnrollmentFactory(run=session.run)
    mark_attendance(session, place, "excused", reason="Bus", by=staff_user)
    return close_register(session, by=staff_user)


def address(session):
    return reverse("training_sessions:chain", args=[session.pk])


def test_it_leaves_when_its_purpose_is_told_and_every_fingerprint_can_be_counted(
    staff, staff_user, register
):
    shown = staff.get(address(register)).content.decode()
    silent = staff.post(address(register), {}).content.decode()
    answer = staff.post(address(register), {"purpose": "audit", "detail": "Donor, May"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    lines, before = list(csv.DictReader(text.splitlines())), ""
    for line in lines:
        before = hashlib.sha256(f"{before}\n{line['says']}".encode()).hexdigest()
        assert line["digest"] == before

    assert "The chain of this register holds." in shown
    assert "This field is required." in silent
    assert staff.get(address(register)).context["form"].initial == {"purpose": "audit"}
    assert [line["what"] for line in lines] == ["mark", "close"]
    assert "Bus" not in text
    kept = ExportLog.objects.get()
    assert (kept.taken_by, kept.what, kept.rows, kept.filters) == (
        staff_user,
        "chain",
        2,
        {"session": str(register.uuid)},
    )
    assert (kept.get_purpose_display(), kept.detail) == ("For an audit", "Donor, May")


def test_a_chain_that_does_not_hold_says_where(staff, register):
    AttendanceEvent._base_manager.update(presence="present")
    shown = staff.get(address(register)).content.decode()
    assert "does not hold: look at link 1" in shown


def test_the_way_there_is_shown_to_those_who_may_take_it(staff, trainer, own, register):
    record = reverse("training_sessions:inspect", args=[register.pk])
    assert address(register) in staff.get(record).content.decode()
    empty = SessionFactory()
    record = reverse("training_sessions:inspect", args=[empty.pk])
    assert address(empty) not in staff.get(record).content.decode()
    refused = trainer.get(address(own.sessions), follow=True).content.decode()
    assert "you do not have permission" in refused
