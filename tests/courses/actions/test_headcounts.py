"""Counting heads where nobody's name is taken, and trainings that are passed on."""

from datetime import date, datetime, time

import pytest

from courses.actions.attendance import add_walk_in, close_register, mark_attendance
from courses.actions.headcounts import Heads, count_heads
from courses.actions.planning import plan_run
from courses.actions.runs import RunDetails, cancel_session
from courses.choices import Presence, Recording, SessionStatus
from courses.exceptions import Refused
from courses.models import Attendance, Completion
from courses.queries.completion import facts_of
from courses.queries.patterns import held_slots
from courses.queries.reach import reach
from courses.queries.runs import sessions_of
from courses.rules.reach import Filters
from courses.rules.schedule import Slot
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
WORKERS = Heads("worker", women=310, men=40, another=1)
OTHERS = Heads(unknown=60)


@pytest.fixture
def session():
    return SessionFactory(recording=Recording.HEADCOUNT)


def certified(audience=("trainer",), *, is_met=True):
    course = CourseFactory(audience=list(audience))
    enrollment = EnrollmentFactory(run=CourseRunFactory(course=course))
    met_on = date(2026, 3, 1) if is_met else None
    Completion.objects.create(enrollment=enrollment, is_met=is_met, met_on=met_on)
    return enrollment


def code_of(verb, *args, **options):
    with pytest.raises(Refused) as no:
        verb(*args, **options)
    return no.value.code


def test_counting_holds_the_session_and_counting_again_corrects(session, trainer_user):
    count_heads(session, [Heads("worker", women=5)], by=trainer_user)
    count_heads(session, [WORKERS, OTHERS, Heads("manager")], by=trainer_user)

    session.refresh_from_db()
    assert (session.status, session.is_closed) == (SessionStatus.HELD, True)
    counted = {each.role: (each.women, each.total) for each in session.headcounts.all()}
    assert counted == {"worker": (310, 351), "": (0, 60)}
    assert sessions_of(session.run).get().heads == 411


def test_heads_are_in_no_figure_of_people_and_in_no_completion(session, trainer_user):
    enrollment = EnrollmentFactory(run=session.run)
    count_heads(session, [WORKERS], by=trainer_user)

    total = reach(Filters(session.day, session.day)).total
    assert (total.people, total.participations, total.attendances) == (0, 0, 0)
    (facts,) = facts_of(session.run, [enrollment]).values()
    assert facts.slots == ()


def test_no_name_is_taken_where_heads_are_counted(session, trainer_user):
    enrollment = EnrollmentFactory(run=session.run)
    marked = (mark_attendance, session, enrollment, Presence.PRESENT)

    assert code_of(*marked, by=trainer_user) == "counts_heads"
    assert code_of(add_walk_in, session, PersonFactory(), by=trainer_user) == "counts_heads"
    assert code_of(close_register, session, by=trainer_user) == "counts_heads"
    assert not Attendance.objects.exists()


def test_only_what_took_place_without_names_is_counted(session, trainer_user):
    named = SessionFactory()
    later = SessionFactory(run=session.run, day_offset=1, recording=Recording.HEADCOUNT)
    assert code_of(count_heads, named, [WORKERS], by=trainer_user) == "takes_names"
    assert code_of(count_heads, later, [WORKERS], by=trainer_user) == "too_early"
    assert code_of(count_heads, session, [Heads()], by=trainer_user) == "nobody_counted"
    cancel_session(session, "Flood", by=trainer_user)
    assert code_of(count_heads, session, [WORKERS], by=trainer_user) == "session_cancelled"


def test_a_certified_trainer_passes_her_training_on(session, trainer_user):
    trainer = certified()

    count_heads(session, [WORKERS], by=trainer_user, cascade_of=trainer)
    assert session.run.sessions.get().cascade_of == trainer
    count_heads(session, [WORKERS], by=trainer_user)
    assert session.run.sessions.get().cascade_of is None


@pytest.mark.parametrize(
    "how", [{"audience": ("worker",)}, {"is_met": False}], ids=["workers", "not met"]
)
def test_nobody_else_passes_a_training_on(session, trainer_user, how):
    refused = code_of(count_heads, session, [WORKERS], by=trainer_user, cascade_of=certified(**how))
    assert refused == "not_certified"
    assert not session.headcounts.exists()


def test_a_run_is_planned_and_copied_without_names(trainer_user):
    host = OrganizationFactory()
    day = date(2026, 12, 1)
    slots = (
        Slot(datetime.combine(day, time(8)), datetime.combine(day, time(9)), counts_heads=True),
        Slot(datetime.combine(day, time(10)), datetime.combine(day, time(11))),
    )
    details = RunDetails(host=host, province=host.province)
    run = plan_run(CourseFactory(), details, slots, [PersonFactory()], by=trainer_user)

    assert [each.recording for each in run.sessions.all()] == ["headcount", "named"]
    assert tuple(held_slots(run)) == slots
