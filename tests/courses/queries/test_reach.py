"""The reach figures: against a second implementation, and rule by rule."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from django.utils import timezone

from courses.actions.organizations import (
    close_organization,
    merge_organizations,
    rename_organization,
    undo_organization_merge,
)
from courses.models import Completion
from courses.queries.attending import figures_of
from courses.queries.reach import DIMENSIONS, reach
from courses.rules.organizations import Names
from courses.rules.reach import Filters
from courses.rules.reach.told import Figures, Sexes
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    TopicFactory,
)
from tests.reference import dump, figure
from tests.reference.dump import LOCAL
from tests.reference.worlds import NOW, PERIODS, RandomWorld

pytestmark = pytest.mark.django_db

#: Every table once, and what merges and JSON columns need beside.
QUERIES = 31
MARCH = Filters(date(2026, 3, 1), date(2026, 3, 31))


def attend(enrollment, day, **kwargs):
    """An attendance of a morning session on `day`."""
    offset = (day - enrollment.run.starts_on).days
    session = SessionFactory(
        run=enrollment.run, day_offset=offset, hour=kwargs.pop("hour", 8), status="held"
    )
    return AttendanceFactory(session=session, enrollment=enrollment, **kwargs)


def complete(enrollment, day):
    return Completion.objects.create(enrollment=enrollment, is_met=True, met_on=day)


def rows(report, dimension):
    return {row.key: row.figures for row in report.breakdowns[dimension]}


@pytest.mark.parametrize("seed", range(4))
def test_the_report_puts_every_figure_in_its_place(seed):
    RandomWorld(Random(seed))
    world = dump(NOW)
    period = PERIODS[1]
    report = reach(Filters(*period, now=NOW.astimezone(LOCAL)))

    assert plain(report.total) == by_reference(world, period, (), ())
    for name in DIMENSIONS:
        told = {key: plain(row) for key, row in rows(report, name).items() if row != Figures()}
        keys = {key for (key,) in figure(world, "R2", *period, by=(name,))}
        keys |= {
            key for code in ("R1", "R9") for (key,) in figure(world, code, *period, by=(name,))
        }
        assert told == {key: by_reference(world, period, (name,), (key,)) for key in keys}, name
    singles = [report.people_completed, report.organizations, report.factories]
    singles += [report.delivered.minutes / 60, report.delivered.runs, report.delivered.cancelled]
    singles += [report.seats.confirmed, report.seats.no_shows, report.seats.walk_ins]
    singles += [report.led.national, report.led.other, report.led.unknown, report.open_registers]
    singles += [report.counted.without_names.total, report.counted.passed_on_proven]
    codes = "R8 ORG R17 R5 R21 R21C R12S R12N R13N R25N R25I R25U OPEN R30 R29E"
    assert singles == [figure(world, code, *period)[()] for code in codes.split()]


def plain(row):
    sexes = row.sexes
    return [
        *(row.people, row.attendances, row.completions),
        *(sexes.women, sexes.men, sexes.another, sexes.unknown),
    ]


def by_reference(world, period, by, key):
    """The same numbers as the reference counts them."""
    singles = [figure(world, code, *period, by=by).get(key, 0) for code in ("R1", "R3", "R9")]
    sexes = figure(world, "R2", *period, by=(*by, "sex"))
    return singles + [sexes.get((*key, sex), 0) for sex in ("female", "male", "another", None)]


def test_nobody_is_an_empty_report():
    report = reach(MARCH)

    assert report.is_empty
    assert report.total == Figures()
    assert report.total.sexes.womens_share is None
    assert rows(report, "month") == {date(2026, 3, 1): Figures()}


def test_a_run_across_two_periods_counts_once_in_that_of_the_first_attendance():
    enrollment = EnrollmentFactory(run=CourseRunFactory(starts_on=date(2026, 2, 27)))
    attend(enrollment, date(2026, 2, 27))
    attend(enrollment, date(2026, 3, 2))

    march = reach(MARCH).total

    assert (march.people, march.participations, march.attendances) == (1, 0, 1)


def test_a_day_begins_at_local_midnight():
    enrollment = EnrollmentFactory(run=CourseRunFactory(starts_on=date(2026, 3, 1)))
    attend(enrollment, date(2026, 3, 1), hour=0)
    attend(enrollment, date(2026, 4, 1), hour=0)

    assert reach(MARCH).total.attendances == 1


def test_people_stand_where_they_were_last_and_participations_where_they_were_then():
    person = PersonFactory(sex="female")
    first, second = (
        EnrollmentFactory(person=person, run=CourseRunFactory(starts_on=day), role=role)
        for day, role in ((date(2026, 3, 2), "worker"), (date(2026, 3, 9), "supervisor"))
    )
    attend(first, date(2026, 3, 2))
    attend(second, date(2026, 3, 9))

    roles = rows(reach(MARCH), "role")

    assert roles == {
        "worker": Figures(people=0, attendances=1, sexes=Sexes(women=1)),
        "supervisor": Figures(people=1, attendances=1, sexes=Sexes(women=1)),
    }


def test_a_course_of_two_topics_counts_in_both_and_once_in_all():
    topics = [TopicFactory(), TopicFactory()]
    run = CourseRunFactory(course=CourseFactory(topics=topics), starts_on=date(2026, 3, 2))
    attend(EnrollmentFactory(run=run), date(2026, 3, 2))

    report = reach(MARCH)

    assert [row.people for row in rows(report, "topic").values()] == [1, 1]
    assert report.total.participations == 1


def test_a_trainer_of_the_run_and_a_person_who_withdrew_do_not_count():
    run = CourseRunFactory(starts_on=date(2026, 3, 2))
    trainer = EnrollmentFactory(run=run)
    run.run_trainers.create(person=trainer.person)
    gone = EnrollmentFactory(run=run, status="withdrawn")
    session = SessionFactory(run=run, status="held")
    for enrollment in (trainer, gone):
        AttendanceFactory(session=session, enrollment=enrollment)
        complete(enrollment, date(2026, 3, 2))

    assert reach(MARCH).is_empty


def test_a_completion_counts_on_the_day_it_was_met_even_without_a_session_in_the_period():
    enrollment = EnrollmentFactory(run=CourseRunFactory(starts_on=date(2026, 2, 2)))
    attend(enrollment, date(2026, 2, 2))
    complete(enrollment, date(2026, 3, 5))

    report = reach(MARCH)

    assert (report.total.people, report.total.completions) == (0, 1)
    assert report.people_completed == 1
    assert not report.is_empty


def test_factories_are_counted_among_organizations():
    run = CourseRunFactory(starts_on=date(2026, 3, 2))
    session = SessionFactory(run=run, status="held")
    factory, union = OrganizationFactory(), OrganizationFactory(kind="federation")
    for employer in (factory, factory, union, None):
        enrollment = EnrollmentFactory(run=run, employer=employer, sector="", province_id=None)
        AttendanceFactory(session=session, enrollment=enrollment)

    report = reach(MARCH)

    assert (report.organizations, report.factories) == (2, 1)
    assert report.without_organization == 1
    assert report.unknown("sector") == report.unknown("province") == 4


def test_the_share_leaves_out_whose_sex_is_unknown_and_the_total_does_not():
    sexes = Sexes(women=2, men=1, another=1, unknown=4)

    assert (sexes.womens_share, sexes.known, sexes.total) == (0.5, 4, 8)


def test_past_sessions_with_an_open_register_are_told():
    today = timezone.localdate()
    run = CourseRunFactory(starts_on=today - timedelta(days=1))
    SessionFactory(run=run)
    SessionFactory(run=run, day_offset=3)

    week = timedelta(days=7)
    report = reach(Filters(today - week, today + week, now=timezone.localtime()))

    assert report.open_registers == 1


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    for seed in range(2):
        RandomWorld(Random(seed))
        with django_assert_num_queries(QUERIES):
            reach(MARCH)


def test_the_period_says_of_seats_what_its_only_run_says():
    run = CourseRunFactory(starts_on=date(2026, 3, 2))
    seat = timezone.make_aware(datetime(2026, 1, 1))
    held = SessionFactory(run=run, status="held")
    first, *_others = [EnrollmentFactory(run=run, confirmed_at=seat) for _ in range(4)]
    AttendanceFactory(session=held, enrollment=first)
    AttendanceFactory(session=held, enrollment=EnrollmentFactory(run=run, source="walk_in"))

    found = reach(MARCH).seats

    assert found == figures_of(run, timezone.now())
    assert (found.no_show_rate, found.walk_in_share) == (0.75, 0.5)


def came(employer, day):
    """Somebody of the organization attended on that day."""
    run = CourseRunFactory(starts_on=day, host=employer, venue=None)
    session = SessionFactory(run=run, status="held")
    AttendanceFactory(session=session, enrollment=EnrollmentFactory(run=run, employer=employer))


def counted(start, end):
    report = reach(Filters(start, end))
    return report.factories, report.organizations


def test_merged_factories_count_once_in_periods_that_end_after_their_merger():
    kept, other = OrganizationFactory(), OrganizationFactory()
    came(kept, date(2026, 3, 2))
    came(other, date(2026, 3, 3))
    first, half = (date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 1, 1), date(2026, 7, 1))
    assert (counted(*first), counted(*half)) == ((2, 2), (2, 2))

    merge_organizations(kept, other, on=date(2026, 7, 1), by=None)

    assert counted(*first) == (2, 2)
    assert counted(date(2026, 1, 1), date(2026, 6, 30)) == (2, 2)
    assert counted(*half) == (1, 1)
    came(kept, date(2026, 8, 3))
    assert counted(date(2026, 1, 1), date(2026, 12, 31)) == (1, 1)
    undo_organization_merge(other, by=None)
    assert counted(date(2026, 1, 1), date(2026, 12, 31)) == (2, 2)


def test_a_factory_that_was_entered_twice_never_was_two():
    kept, other = OrganizationFactory(), OrganizationFactory()
    came(kept, date(2026, 3, 2))
    came(other, date(2026, 3, 3))

    merge_organizations(kept, other, by=None)

    assert counted(date(2026, 3, 1), date(2026, 3, 31)) == (1, 1)


def test_closing_and_renaming_leave_past_figures_alone():
    factory = OrganizationFactory()
    came(factory, date(2026, 3, 2))
    before = reach(Filters(date(2026, 3, 1), date(2026, 3, 31)))

    rename_organization(factory, Names("New name"), on=date(2026, 6, 1), by=None)
    close_organization(factory, on=date(2026, 7, 1), by=None)

    after = reach(Filters(date(2026, 3, 1), date(2026, 3, 31)))
    assert replace(after, as_at=before.as_at) == before
