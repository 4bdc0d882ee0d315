"""Registers that somebody has been at are named; auditors get the whole chain."""

import csv
import hashlib
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from courses.actions.attendance import close_register, mark_attendance, reopen_register
from courses.models import AttendanceEvent, RegisterLink
from courses.queries.chain import broken_registers
from tests.factories import EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(trainer_user):
    """Two marks, closed, opened again, corrected and closed: five links."""
    session = SessionFactory()
    place = EnrollmentFactory(run=session.run)
    for presence in ("absent", "present"):
        mark_attendance(session, place, presence, by=trainer_user)
    close_register(session, by=trainer_user)
    reopen_register(session, "Came late", by=trainer_user)
    mark_attendance(session, place, "late", minutes_missed=10, reason="Bus", by=trainer_user)
    session.refresh_from_db()
    return session


def told(command, *args):
    out = StringIO()
    call_command(command, *args, stdout=out)
    return out.getvalue()


def test_an_untouched_register_holds(register):
    assert register.chain_length == 5
    assert told("verify_registers") == "1 registers hold.\n"


def test_erasing_words_breaks_nothing(register):
    AttendanceEvent._base_manager.update(reason="")
    assert list(broken_registers()) == []


def change(session):
    AttendanceEvent._base_manager.filter(number=2).update(presence="late")


def move(session):
    AttendanceEvent._base_manager.filter(number=1).update(recorded_at=session.starts_at)


def take_closing_away(session):
    RegisterLink.objects.filter(what="close").delete()


def take_last_away(session):
    rows = AttendanceEvent._base_manager.filter(number=5)
    rows._raw_delete(rows.db)


@pytest.mark.parametrize(
    ("touch", "number", "why"),
    [
        (change, 2, "changed"),
        (move, 1, "changed"),
        (take_closing_away, 3, "missing"),
        (take_last_away, 5, "shortened"),
    ],
)
def test_whatever_was_touched_is_named(register, touch, number, why):
    touch(register)
    [(session, found)] = broken_registers()
    assert (session, found.number, found.why) == (register, number, why)
    with pytest.raises(CommandError, match="1 registers do not hold"):
        told("verify_registers")


def test_an_auditor_can_count_every_fingerprint_again(register):
    lines = list(csv.DictReader(StringIO(told("export_chain", register.run.code))))
    assert [line["what"] for line in lines] == ["mark", "mark", "close", "reopen", "mark"]
    before = ""
    for line in lines:
        before = hashlib.sha256(f"{before}\n{line['says']}".encode()).hexdigest()
        assert line["digest"] == before
    assert "Bus" not in told("export_chain", register.run.code)
    with pytest.raises(CommandError):
        told("export_chain", "no such run")
