"""Planning runs, one or many at a time."""

from datetime import date, datetime, time

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.planning import RunPlan, plan_run, plan_runs
from courses.actions.runs import RunDetails
from courses.exceptions import Refused
from courses.models import CourseRun
from courses.rules.schedule import AFTERNOON, MORNING, Pattern, Slot, slots_of
from tests.factories import CourseFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
FIRST_DAY = date(2026, 5, 4)
FOUR_HALF_DAYS = slots_of(Pattern(FIRST_DAY, 2, (MORNING, AFTERNOON)))


@pytest.fixture
def details():
    host = OrganizationFactory()
    return RunDetails(host=host, province=host.province, capacity=1)


def test_a_run_is_planned_with_its_half_days_and_a_frozen_rule(trainer_user, details):
    course = CourseFactory(code="OSHC", min_attendance_percent=70, needs_task=True, task_en="Plan")
    second = PersonFactory()

    run = plan_run(
        course, details, FOUR_HALF_DAYS, [trainer_user.training_person, second], by=trainer_user
    )
    course.min_attendance_percent = 100
    course.save()

    run.refresh_from_db()
    assert run.code == "OSHC-2026-001"
    assert (run.starts_on, run.ends_on) == (FIRST_DAY, date(2026, 5, 5))
    assert (run.min_attendance_percent, run.needs_task, run.task_en) == (70, True, "Plan")
    assert [session.planned_minutes for session in run.sessions.all()] == [180] * 4
    assert [(t.person, t.is_lead) for t in run.run_trainers.all()] == [
        (trainer_user.training_person, True),
        (second, False),
    ]


def test_the_next_run_of_the_year_gets_the_next_number(trainer_user, details):
    course, trainers = CourseFactory(code="ESS"), [trainer_user.training_person]

    codes = [
        plan_run(course, details, FOUR_HALF_DAYS, trainers, by=trainer_user).code for _ in range(2)
    ]

    assert codes == ["ESS-2026-001", "ESS-2026-002"]


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        ((), "no_sessions"),
        (FOUR_HALF_DAYS + FOUR_HALF_DAYS[:1], "sessions_overlap"),
        (slots_of(Pattern(FIRST_DAY, 201, (MORNING,))), "too_many_sessions"),
    ],
)
def test_impossible_sessions_are_refused(trainer_user, details, slots, code):
    with pytest.raises(Refused) as refused:
        plan_run(CourseFactory(), details, slots, [trainer_user.training_person], by=trainer_user)

    assert refused.value.code == code


def test_a_run_needs_a_trainer_and_a_current_course(trainer_user, details):
    with pytest.raises(Refused) as no_trainer:
        plan_run(CourseFactory(), details, FOUR_HALF_DAYS, [], by=trainer_user)
    with pytest.raises(Refused) as archived:
        plan_run(
            CourseFactory(is_archived=True),
            details,
            FOUR_HALF_DAYS,
            [trainer_user.training_person],
            by=trainer_user,
        )

    assert (no_trainer.value.code, archived.value.code) == ("no_trainers", "course_archived")


def test_a_session_keeps_its_title_and_trains_without_its_break(trainer_user, details):
    slot = Slot(datetime(2026, 5, 4, 8), datetime(2026, 5, 4, 12), pause=20, title="Hazards")

    run = plan_run(CourseFactory(), details, [slot], [PersonFactory()], by=trainer_user)

    assert [(s.title, s.planned_minutes) for s in run.sessions.all()] == [("Hazards", 220)]


def test_a_break_that_takes_the_whole_session_is_refused(trainer_user, details):
    slot = Slot(datetime(2026, 5, 4, 8), datetime(2026, 5, 4, 9), pause=60)

    with pytest.raises(Refused) as no:
        plan_run(CourseFactory(), details, [slot], [PersonFactory()], by=trainer_user)

    assert no.value.code == "only_a_break"


def test_why_a_run_is_planned_despite_a_conflict_stays_in_its_history(trainer_user, details):
    run = plan_run(
        CourseFactory(),
        details,
        FOUR_HALF_DAYS,
        [PersonFactory()],
        by=trainer_user,
        despite=" Two halls ",
    )

    told = ModelLogEntry.objects.get(object_id=str(run.pk), action="courses.run_planned")
    assert told.data == {"sessions": 4, "despite": "Two halls"}


def plans(number, details, year=2026):
    trainer = PersonFactory()
    slots = slots_of(Pattern(date(year, 5, 4), 2, (MORNING, AFTERNOON)))
    return [RunPlan(details, slots, (trainer,)) for _each in range(number)]


def test_many_runs_take_the_same_queries_as_one(
    trainer_user, details, django_assert_max_num_queries
):
    course = CourseFactory(code="ESS")
    for number in (1, 30):
        many = plans(number, details)
        with django_assert_max_num_queries(14):
            runs = plan_runs(course, many, by=trainer_user)

    assert [run.code for run in runs][::29] == ["ESS-2026-002", "ESS-2026-031"]
    assert {run.sessions.count() for run in runs} == {4}
    assert {(run.starts_on, run.ends_on) for run in runs} == {(FIRST_DAY, date(2026, 5, 5))}


def test_each_year_has_numbers_of_its_own(trainer_user, details):
    both = [*plans(2, details, 2026), *plans(1, details, 2027)]

    runs = plan_runs(CourseFactory(code="ESS"), both, by=trainer_user)

    assert [run.code for run in runs] == ["ESS-2026-001", "ESS-2026-002", "ESS-2027-001"]


def test_one_impossible_run_leaves_all_unplanned(trainer_user, details):
    bad = RunPlan(details, FOUR_HALF_DAYS * 2, (PersonFactory(),))

    with pytest.raises(Refused):
        plan_runs(CourseFactory(), [*plans(2, details), bad], by=trainer_user)

    assert not CourseRun.objects.exists()


def test_evening_sessions_of_another_day_do_not_overlap(trainer_user, details):
    evening = [
        Slot(datetime.combine(date(2026, 5, day), time(18)), datetime(2026, 5, day, 20))
        for day in (4, 5)
    ]

    assert plan_run(CourseFactory(), details, evening, [PersonFactory()], by=trainer_user)
