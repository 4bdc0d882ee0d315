"""Moving a session, postponing it, letting others train, and who came all the same."""

from datetime import datetime, time, timedelta

import pytest
from wagtail.models import ModelLogEntry

from courses import permissions
from courses.actions.attendance import mark_attendance
from courses.actions.runs import cancel_session
from courses.actions.session_changes import (
    SessionPlan,
    Why,
    change_session,
    mark_came_anyway,
    postpone_session,
)
from courses.choices import Presence, RunStatus, SessionStatus
from courses.exceptions import Refused
from courses.models import Attendance, AttendanceEvent
from courses.queries.completion import facts_of
from courses.queries.reach import reach
from courses.queries.sessions import trainers_in
from courses.rules.reach import Filters
from courses.rules.schedule import Slot
from tests.conftest import user_in
from tests.factories import (
    AttendanceFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
POWER = Why("no_power", " No electricity in the hall ")


@pytest.fixture
def session():
    """A morning of today with a lead trainer on its run."""
    session = SessionFactory(notes="Bring the projector")
    session.run.run_trainers.create(person=PersonFactory(), is_lead=True)
    return session


def plan(session, days=7, hour=13, **more):
    starts = datetime.combine(session.day + timedelta(days=days), time(hour, 30))
    return SessionPlan(Slot(starts, starts + timedelta(hours=3), title="Hazards"), **more)


def code_of(verb, *args, **options):
    with pytest.raises(Refused) as no:
        verb(*args, **options)
    return no.value.code


def test_a_session_moves_to_another_day_and_place_and_a_stand_in(session, trainer_user):
    hall, stand_in = VenueFactory(name_en="Union hall"), PersonFactory()

    moved = change_session(
        session, plan(session, venue=hall, trainers=(stand_in,)), by=trainer_user, despite="Agreed"
    )

    moved.run.refresh_from_db()
    assert (moved.day, moved.place, moved.title) == (moved.run.ends_on, hall, "Hazards")
    assert trainers_in(moved) == [stand_in]
    entry = ModelLogEntry.objects.get(action="courses.session_changed")
    assert entry.data == {"session": str(session.uuid), "despite": "Agreed"}


def test_people_are_told_of_the_new_time_once(session, trainer_user):
    run = session.run
    before = run.calendar_sequence
    change_session(session, plan(session), by=trainer_user)
    run.refresh_from_db()
    moved, told = run.calendar_sequence, run.told_plan
    change_session(session, plan(session, trainers=(PersonFactory(),)), by=trainer_user)
    run.refresh_from_db()
    assert (before < moved, run.calendar_sequence, run.told_plan) == (True, moved, told)
    postpone_session(session, plan(session, days=9), POWER, by=trainer_user)
    run.refresh_from_db()
    assert run.calendar_sequence == moved + 1


def test_the_trainers_and_the_place_of_the_run_are_not_named_twice(session, trainer_user):
    lead = session.run.run_trainers.get().person
    wanted = plan(session, venue=session.run.venue, trainers=(lead,))

    moved = change_session(session, wanted, by=trainer_user)

    assert (moved.venue, moved.session_trainers.count()) == (None, 0)
    assert (moved.place, trainers_in(moved)) == (session.run.venue, [lead])


def test_a_stand_in_sees_the_run_and_only_that_run(session, trainer_user):
    other = user_in("Trainers", username="other")
    stand_in = PersonFactory(user=other)
    enrollment = EnrollmentFactory(run=session.run)
    SessionFactory()
    assert not permissions.runs.rows_for(other).exists()

    change_session(session, plan(session, trainers=(stand_in,)), by=trainer_user)

    assert list(permissions.runs.rows_for(other)) == [session.run]
    assert list(permissions.sessions.rows_for(other)) == [session]
    assert set(permissions.people.rows_for(other)) == {stand_in, enrollment.person}


def test_a_marked_session_keeps_its_time_but_not_its_trainers(session, trainer_user):
    AttendanceFactory(session=session)
    stand_in = PersonFactory()

    assert code_of(change_session, session, plan(session), by=trainer_user) == "session_marked"
    starts = datetime.combine(session.day, time(8))
    same = SessionPlan(Slot(starts, starts + timedelta(hours=3)), trainers=(stand_in,))
    assert trainers_in(change_session(session, same, by=trainer_user)) == [stand_in]


def test_a_session_does_not_move_into_another_one_or_on_a_closed_run(session, trainer_user):
    SessionFactory(run=session.run, day_offset=1, hour=13)

    into = plan(session, days=1)
    assert code_of(change_session, session, into, by=trainer_user) == "sessions_overlap"
    assert code_of(postpone_session, session, into, POWER, by=trainer_user) == "sessions_overlap"
    session.refresh_from_db()
    assert session.status == SessionStatus.PLANNED
    session.run.status = RunStatus.CLOSED
    session.run.save()
    assert code_of(change_session, session, plan(session), by=trainer_user) == "run_closed"


def test_a_postponed_session_points_to_the_one_that_takes_its_place(session, trainer_user):
    enrollment, stand_in = EnrollmentFactory(run=session.run), PersonFactory()

    new = postpone_session(session, plan(session, trainers=(stand_in,)), POWER, by=trainer_user)

    session.refresh_from_db()
    assert (session.status, session.status_cause, session.status_reason) == (
        SessionStatus.POSTPONED,
        "no_power",
        "No electricity in the hall",
    )
    assert (session.postponed_to, new.postponed_from) == (new, session)
    assert (new.status, new.notes) == (SessionStatus.PLANNED, "Bring the projector")
    assert trainers_in(new) == [stand_in]
    (facts,) = facts_of(session.run, [enrollment]).values()
    assert [slot.day for slot in facts.slots] == [new.day]


def test_only_a_planned_session_is_postponed_and_with_a_reason(session, trainer_user):
    wanted = plan(session)
    nothing = Why("weather", " ")
    assert code_of(postpone_session, session, wanted, nothing, by=trainer_user) == "no_reason"
    postpone_session(session, wanted, POWER, by=trainer_user)
    later = plan(session, days=9)
    refused = code_of(postpone_session, session, later, POWER, by=trainer_user)
    assert refused == "session_not_planned"
    assert code_of(change_session, session, later, by=trainer_user) == "session_called_off"
    assert code_of(cancel_session, session, "Flood", by=trainer_user) == "session_postponed"


def test_who_came_to_a_cancelled_session_is_kept_and_counts_nowhere(session, trainer_user):
    came, gone = EnrollmentFactory(run=session.run), EnrollmentFactory(run=session.run)
    cancel_session(session, "Power cut", by=trainer_user, cause="no_power")

    assert mark_came_anyway(session, [came, gone], by=trainer_user) == 2
    assert mark_came_anyway(session, [came], by=trainer_user) == 1

    marks = dict(session.attendances.values_list("enrollment", "presence"))
    assert marks == {came.pk: Presence.PRESENT, gone.pk: Presence.ABSENT}
    assert AttendanceEvent.objects.count() == 3
    assert not Attendance.objects.attended().exists()
    figures = reach(Filters(session.day, session.day)).total
    assert (figures.people, figures.participations, figures.attendances) == (0, 0, 0)
    (facts,) = facts_of(session.run, [came]).values()
    assert facts.slots == ()
    session.refresh_from_db()
    assert (session.status, session.status_cause) == (SessionStatus.CANCELLED, "no_power")


def test_a_mark_made_before_the_cancellation_no_longer_counts(session, trainer_user):
    enrollment = EnrollmentFactory(run=session.run)
    mark_attendance(session, enrollment, Presence.PRESENT, by=trainer_user)
    assert reach(Filters(session.day, session.day)).total.people == 1

    cancel_session(session, "Fire alarm", by=trainer_user)

    assert reach(Filters(session.day, session.day)).total.people == 0
    assert session.attendances.count() == 1


def test_only_who_is_on_the_run_comes_to_a_session_that_was_called_off(session, trainer_user):
    enrollment = EnrollmentFactory(run=session.run)
    taking_place = code_of(mark_came_anyway, session, [enrollment], by=trainer_user)
    cancel_session(session, "Flood", by=trainer_user)
    stranger = code_of(mark_came_anyway, session, [EnrollmentFactory()], by=trainer_user)

    assert (taking_place, stranger) == ("session_takes_place", "not_enrolled")
    assert not session.attendances.exists()
