"""Why a figure is another one than when the report was frozen, cause by cause and in all."""

from datetime import date, timedelta
from random import Random

import pytest
from django.utils import timezone

from courses.actions.attendance import mark_attendance
from courses.actions.merging import merge_people, undo_merge
from courses.actions.snapshots import freeze_report
from courses.models import Attendance, Completion, Enrollment, Person, ReportSnapshot, Session
from courses.queries.differences import changed_by, explain
from courses.rules.reach import Filters
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)
from tests.reference.worlds import PERIODS, RandomWorld

pytestmark = pytest.mark.django_db

FIGURES = ("R1", "R2", "R3", "R8", "R9")


@pytest.fixture
def run(db):
    return CourseRunFactory(starts_on=timezone.localdate() - timedelta(days=3))


@pytest.fixture
def session(run):
    return SessionFactory(run=run, status="held")


def came(session, person=None, **kwargs):
    """Somebody who was at the session before the report."""
    place = EnrollmentFactory(run=session.run, person=person or PersonFactory())
    AttendanceFactory(session=session, enrollment=place, **kwargs)
    return place


def completed(place):
    return Completion.objects.create(enrollment=place, is_met=True, met_on=place.run.starts_on)


def freeze(by, start=date(2000, 1, 1), end=date(2099, 12, 31), **only):
    narrowed = {name: frozenset([value]) for name, value in only.items()}
    filters = Filters(start, end, narrowed, now=timezone.localtime())
    snapshot = freeze_report(filters, "Report", by=by)
    return ReportSnapshot.objects.get(pk=snapshot.pk)


def told(snapshot):
    """By figure what each cause took away and brought."""
    explained = explain(snapshot)
    return {
        code: {str(cause): sides(changes) for cause, changes in difference.by_cause.items()}
        for code, difference in explained.differences.items()
        if difference.changed
    }


def sides(changes):
    gone = sum(each.is_gone for each in changes)
    return gone, len(changes) - gone


def alike(codes, **causes):
    return dict.fromkeys(codes, causes)


def check_sums(snapshot):
    """What is gone and what came makes the figure of today of that of then."""
    explained, kept = explain(snapshot), snapshot.content["figures"]
    before = {each["code"]: each["value"] for each in kept}
    for code in FIGURES:
        found = explained.differences[code]
        gone = sum(each.is_gone for each in found.changed)
        assert found.then == before[code]
        assert found.now == explained.values[code, ""]
        assert found.then - gone + (len(found.changed) - gone) == found.now
        listed = [changed_by(explained, code, cause) for cause in found.by_cause]
        assert sum(map(len, listed)) == len(found.changed)


def test_nothing_differs_where_nothing_happened(session, staff_user):
    completed(came(session))

    assert told(freeze(staff_user)) == {}


def test_two_records_of_one_person_are_one_person_less(run, session, staff_user):
    one = came(session)
    other = came(SessionFactory(run=CourseRunFactory(starts_on=run.starts_on), status="held"))
    snapshot = freeze(staff_user)
    merge_people(one.person, other.person, by=staff_user)

    assert told(snapshot) == {"R1": {"merged": (1, 0)}}
    (gone,) = changed_by(explain(snapshot), "R1", "merged")
    assert (gone.person, gone.is_gone) == (other.person_id, True)
    check_sums(snapshot)


def test_two_places_on_one_run_become_one(session, staff_user):
    one, other = came(session), came(session)
    completed(one), completed(other)
    snapshot = freeze(staff_user)
    merge_people(one.person, other.person, by=staff_user)
    Completion.objects.filter(enrollment=one).update(is_met=True, met_on=one.run.starts_on)

    assert told(snapshot) == alike(FIGURES, merged=(1, 0))
    check_sums(snapshot)


def test_who_did_not_count_takes_over_from_who_did(session, staff_user):
    """The record that is kept came to nothing so far; the mark goes over to its place."""
    there = came(session)
    kept = EnrollmentFactory(run=session.run)
    snapshot = freeze(staff_user)
    merge_people(kept.person, there.person, by=staff_user)

    found = told(snapshot)
    assert {code: found[code] for code in FIGURES[:3]} == alike(FIGURES[:3], merged=(1, 1))
    check_sums(snapshot)


def test_an_undone_merge_brings_back_a_person(session, staff_user):
    one, other = came(session), came(session)
    merge = merge_people(one.person, other.person, by=staff_user)
    snapshot = freeze(staff_user)
    undo_merge(merge, by=staff_user)

    found = told(snapshot)
    assert {code: found[code] for code in FIGURES[:3]} == alike(FIGURES[:3], unmerged=(0, 1))
    check_sums(snapshot)


def test_an_undone_merge_of_two_runs_changes_people_alone(run, session, staff_user):
    one = came(session)
    other = came(SessionFactory(run=CourseRunFactory(starts_on=run.starts_on), status="held"))
    merge = merge_people(one.person, other.person, by=staff_user)
    snapshot = freeze(staff_user)
    undo_merge(merge, by=staff_user)

    assert told(snapshot) == {"R1": {"unmerged": (0, 1)}}


def test_a_merge_that_was_made_and_undone_since_is_no_reason(session, staff_user):
    one, other = came(session), came(session)
    snapshot = freeze(staff_user)
    undo_merge(merge_people(one.person, other.person, by=staff_user), by=staff_user)

    assert told(snapshot) == {}


def test_a_sheet_that_came_late(session, staff_user):
    came(session)
    late = EnrollmentFactory(run=session.run)
    snapshot = freeze(staff_user)
    mark_attendance(session, late, "present", by=staff_user)

    assert told(snapshot) == alike(FIGURES[:3], late=(0, 1))
    check_sums(snapshot)


def test_marks_that_were_corrected(session, staff_user):
    here, away = EnrollmentFactory(run=session.run), EnrollmentFactory(run=session.run)
    mark_attendance(session, here, "present", by=staff_user)
    mark_attendance(session, away, "absent", by=staff_user)
    snapshot = freeze(staff_user)
    mark_attendance(session, here, "absent", by=staff_user)
    mark_attendance(session, away, "late", by=staff_user)

    assert told(snapshot) == alike(FIGURES[:3], corrected=(1, 1))
    check_sums(snapshot)


def test_a_session_that_was_called_off(session, staff_user):
    came(session), came(session)
    snapshot = freeze(staff_user)
    Session.objects.update(status="cancelled")

    assert told(snapshot) == alike(FIGURES[:3], cancelled=(2, 0))
    check_sums(snapshot)


def test_somebody_who_gave_the_place_up(session, staff_user):
    place = came(session)
    completed(place)
    came(session)
    snapshot = freeze(staff_user)
    Enrollment.objects.filter(pk=place.pk).update(status="withdrawn", status_since=timezone.now())

    assert told(snapshot) == alike(FIGURES, place=(1, 0))
    check_sums(snapshot)


def test_somebody_who_takes_the_place_again(session, staff_user):
    place = came(session, marked_at=timezone.now() - timedelta(days=1))
    Enrollment.objects.filter(pk=place.pk).update(status="withdrawn")
    snapshot = freeze(staff_user)
    Enrollment.objects.filter(pk=place.pk).update(status="enrolled", status_since=timezone.now())

    assert told(snapshot) == alike(FIGURES[:3], place=(0, 1))


def test_a_verdict_that_came_later(session, staff_user):
    one, other = came(session), came(session)
    completed(one)
    snapshot = freeze(staff_user)
    Completion.objects.update(is_met=False, met_on=None)
    completed(other)

    assert told(snapshot) == alike(("R8", "R9"), verdict=(1, 1))
    check_sums(snapshot)


def test_details_that_were_changed(session, staff_user):
    place = came(session)
    snapshot = freeze(staff_user, sector="garment")
    Enrollment.objects.filter(pk=place.pk).update(sector="footwear")

    assert told(snapshot) == alike(FIGURES[:3], other=(1, 0))


def test_a_first_day_that_moved_before_the_period(session, staff_user):
    place = came(session)
    snapshot = freeze(staff_user, start=session.day)
    AttendanceFactory(
        session=SessionFactory(run=session.run, day_offset=-9, status="held"), enrollment=place
    )

    assert told(snapshot) == {"R2": {"other": (1, 0)}}
    check_sums(snapshot)


def disturb(rng, staff_user):
    """Whatever people do to records."""
    for mark in rng.sample(list(Attendance.objects.all()), 3):
        mark.presence, mark.credited_minutes = "absent", 0
        mark.save()
    people = list(Person.objects.filter(user=None).order_by("pk"))
    for one, other in zip(rng.sample(people, 2), rng.sample(people, 2), strict=True):
        if one != other and not (one.merged_into_id or other.merged_into_id):
            merge_people(one, other, by=staff_user)
            break
    for session in rng.sample(list(Session.objects.filter(status="held")), 1):
        session.status = "cancelled"
        session.save()
    place = rng.choice(list(Enrollment.objects.filter(status="enrolled")))
    Enrollment.objects.filter(pk=place.pk).update(status="withdrawn", status_since=timezone.now())
    verdict = rng.choice(list(Completion.objects.all()))
    Completion.objects.filter(pk=verdict.pk).update(is_met=False, met_on=None)


@pytest.mark.parametrize("seed", range(3))
def test_causes_add_up_in_random_worlds(seed, staff_user):
    rng = Random(seed)
    RandomWorld(rng)
    snapshots = [freeze(staff_user, *period) for period in PERIODS]
    disturb(rng, staff_user)

    for snapshot in snapshots:
        check_sums(snapshot)
