"""Closing a run when everything is done, and opening it again."""

import pytest
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from courses.actions.attendance import reopen_register
from courses.actions.enrollment import enroll
from courses.actions.run_closing import close_run, reopen_run
from courses.choices import EnrollmentStatus, RunStatus, SessionStatus
from courses.exceptions import Refused
from courses.models import CourseRun
from tests.factories import (
    AttendanceFactory,
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(db):
    """The one session of a run, held and closed."""
    session = SessionFactory(status=SessionStatus.HELD, closed_at=timezone.now())
    AttendanceFactory(session=session)
    return session


def refusal(verb, *args, **options):
    with pytest.raises(Refused) as refused:
        verb(*args, **options)
    return refused.value.code, str(refused.value.sentence)


def status(run):
    return CourseRun.objects.get(pk=run.pk).status


def test_a_run_is_closed_when_all_is_done_and_once_is_enough(session, trainer_user):
    for _twice in range(2):
        assert close_run(session.run, by=trainer_user).status == RunStatus.CLOSED
    assert ModelLogEntry.objects.filter(action="courses.run_closed").count() == 1


def test_everything_that_is_missing_is_said_at_once(session, trainer_user):
    run = session.run
    SessionFactory(run=run, day_offset=1)
    SessionFactory(run=run, day_offset=2, status=SessionStatus.HELD)
    EnrollmentFactory(run=run, source="walk_in", person=PersonFactory(compared_at=None))
    EnrollmentFactory(run=run, status=EnrollmentStatus.REQUESTED)
    NominationFactory.create_batch(2, invitation=InvitationFactory(run=run))

    assert refusal(close_run, run, by=trainer_user) == (
        "sessions_left",
        "1 session was neither held nor cancelled. 1 register is still open. 1 walk-in may be on"
        " record already; programme staff decide about it. 1 request for a seat waits for an"
        " answer. 2 names from organizations wait for a decision.",
    )
    assert status(run) == RunStatus.PLANNED


def test_numbers_are_told_in_the_digits_of_the_reader(session, trainer_user):
    SessionFactory(run=session.run, day_offset=1)
    with translation.override("km"):
        _code, sentence = refusal(close_run, session.run, by=trainer_user)
    assert "១" in sentence


@pytest.mark.parametrize(
    ("session_status", "run_status", "code"),
    [
        (SessionStatus.CANCELLED, RunStatus.PLANNED, "never_held"),
        (SessionStatus.CANCELLED, RunStatus.CANCELLED, "run_cancelled"),
    ],
)
def test_a_run_that_never_took_place_is_not_closed(trainer_user, session_status, run_status, code):
    run = SessionFactory(status=session_status, run__status=run_status).run
    assert refusal(close_run, run, by=trainer_user)[0] == code
    assert status(run) == run_status


def test_a_closed_run_keeps_its_registers_and_its_people(session, trainer_user):
    close_run(session.run, by=trainer_user)
    assert refusal(reopen_register, session, "A mistake", by=trainer_user)[0] == "run_closed"
    assert refusal(enroll, session.run, PersonFactory(), by=trainer_user)[0] == "run_closed"


def test_it_is_opened_again_with_a_reason(session, trainer_user):
    run = session.run
    assert refusal(reopen_run, run, "Late mark", by=trainer_user)[0] == "not_closed"
    close_run(run, by=trainer_user)
    assert refusal(reopen_run, run, " ", by=trainer_user)[0] == "no_reason"
    assert status(run) == RunStatus.CLOSED

    reopen_run(run, " Late mark ", by=trainer_user)
    assert status(run) == RunStatus.PLANNED
    entry = ModelLogEntry.objects.get(action="courses.run_reopened")
    assert entry.data == {"reason": "Late mark"}
    assert not reopen_register(session, "Late mark", by=trainer_user).is_closed
