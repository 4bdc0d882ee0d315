"""Planning runs and changing them."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from courses.actions.enrollment import enroll
from courses.actions.runs import RunDetails, add_session, cancel_run, cancel_session, change_run
from courses.choices import EnrollmentStatus, RunStatus, SessionStatus
from courses.exceptions import Refused
from courses.models import Employment
from courses.rules.schedule import AFTERNOON, MORNING, Pattern, Slot, slots_of
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
FIRST_DAY = date(2026, 5, 4)
FOUR_HALF_DAYS = slots_of(Pattern(FIRST_DAY, 2, (MORNING, AFTERNOON)))


@pytest.fixture
def details():
    host = OrganizationFactory()
    return RunDetails(host=host, province=host.province, capacity=1)


def test_more_seats_go_to_the_waiting_list_in_its_order(trainer_user):
    run = CourseRunFactory(capacity=1)
    people = [PersonFactory() for _ in range(3)]
    for person in people:
        enroll(run, person, by=trainer_user)
    new = RunDetails(host=run.host, province=run.province, capacity=2)

    change_run(run, new, [PersonFactory()], by=trainer_user)

    statuses = [run.enrollments.get(person=person).status for person in people]
    assert statuses == ["enrolled", "enrolled", "waitlisted"]


def test_seats_cannot_shrink_below_the_people_who_have_one(trainer_user):
    run = CourseRunFactory(capacity=3)
    EnrollmentFactory.create_batch(2, run=run)
    fewer = RunDetails(host=run.host, province=run.province, capacity=1)

    with pytest.raises(Refused) as refused:
        change_run(run, fewer, [PersonFactory()], by=trainer_user)
    with pytest.raises(Refused) as no_trainer:
        change_run(run, fewer, [], by=trainer_user)

    assert refused.value.code == "fewer_seats_than_people"
    assert no_trainer.value.code == "no_trainers"


def test_for_whom_a_trainer_trains_stays_and_is_filled_in_where_it_was_not_known(trainer_user):
    run, mill, ministry = CourseRunFactory(), OrganizationFactory(), OrganizationFactory()
    named, unknown = PersonFactory(), PersonFactory()
    for person in (named, unknown):
        Employment.objects.create(person=person, organization=mill)
    run.run_trainers.create(person=named, organization=ministry, is_lead=True)
    run.run_trainers.create(person=unknown)

    details = RunDetails(host=run.host, province=run.province, capacity=2)
    change_run(run, details, [named, unknown], by=trainer_user)

    assert [each.organization for each in run.run_trainers.all()] == [ministry, mill]


def test_an_added_session_moves_the_last_day(trainer_user):
    session = SessionFactory()
    slot = Slot(*(datetime.combine(session.day + timedelta(days=7), time) for time in MORNING))

    add_session(session.run, slot, by=trainer_user)

    session.run.refresh_from_db()
    assert session.run.ends_on == session.day + timedelta(days=7)


def test_a_session_cannot_overlap_another_or_join_a_closed_run(trainer_user):
    session = SessionFactory()
    slot = Slot(*(datetime.combine(session.day, time) for time in MORNING))

    with pytest.raises(Refused) as overlap:
        add_session(session.run, slot, by=trainer_user)
    session.run.status = RunStatus.CLOSED
    session.run.save()
    with pytest.raises(Refused) as closed:
        add_session(session.run, slot, by=trainer_user)

    assert (overlap.value.code, closed.value.code) == ("sessions_overlap", "run_closed")


def test_a_cancelled_session_leaves_the_count_and_says_why(trainer_user):
    session = SessionFactory()
    later = SessionFactory(run=session.run, day_offset=1)
    AttendanceFactory(session=session)

    cancelled = cancel_session(later, " Flood ", by=trainer_user)

    assert (cancelled.status, cancelled.status_reason) == (SessionStatus.CANCELLED, "Flood")
    session.run.refresh_from_db()
    assert session.run.ends_on == session.day
    completion = session.run.enrollments.get().completion
    assert completion.planned_minutes == 180


def test_a_cancellation_needs_a_reason_and_an_open_register(trainer_user):
    session = SessionFactory()
    with pytest.raises(Refused) as no_reason:
        cancel_session(session, " ", by=trainer_user)
    session.closed_at = timezone.now()
    session.save()
    with pytest.raises(Refused) as closed:
        cancel_session(session, "Flood", by=trainer_user)

    assert (no_reason.value.code, closed.value.code) == ("no_reason", "session_closed")


def test_a_cancelled_run_calls_off_sessions_and_waiting_list(trainer_user):
    session = SessionFactory()
    waiting = EnrollmentFactory(run=session.run, status=EnrollmentStatus.WAITLISTED)

    run = cancel_run(session.run, "Strike", by=trainer_user)

    session.refresh_from_db()
    waiting.refresh_from_db()
    assert (run.status, session.status, session.status_reason, waiting.status) == (
        RunStatus.CANCELLED,
        SessionStatus.CANCELLED,
        "Strike",
        EnrollmentStatus.DECLINED,
    )


def test_a_run_that_was_held_is_not_cancelled(trainer_user):
    session = SessionFactory(status=SessionStatus.HELD)

    with pytest.raises(Refused) as held:
        cancel_run(session.run, "Strike", by=trainer_user)
    with pytest.raises(Refused) as no_reason:
        cancel_run(session.run, "", by=trainer_user)

    assert (held.value.code, no_reason.value.code) == ("run_was_held", "no_reason")
