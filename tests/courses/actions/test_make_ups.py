"""A half-day that was missed is made up for in another run of the course."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.attendance import add_walk_in, close_register, mark_attendance, reopen_register
from courses.actions.enrollment import enroll
from courses.actions.make_ups import add_for_make_up
from courses.actions.merging import merge_people, undo_merge
from courses.exceptions import Refused
from courses.models import Completion, Enrollment, MakeUp
from courses.queries.attending import figures_of
from courses.queries.coach import coach_lines
from courses.queries.made_up import made_up_for, missed_elsewhere, who_missed
from courses.queries.my_training import my_training
from courses.queries.passport import attended_by
from courses.queries.register import roster, rows_of_phone
from courses.queries.runs import seats_of
from courses.rules.coach import Need
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def hers():
    """Her place on a run of two half-days, of which she missed the second."""
    day = timezone.localdate() - timedelta(days=9)
    run = CourseRunFactory(
        code="OWN-1", starts_on=day, ends_on=day, min_attendance_percent=100, min_sessions=None
    )
    place = EnrollmentFactory(run=run, role="supervisor")
    came, missed = (SessionFactory(run=run, hour=hour, status="held") for hour in (8, 13))
    AttendanceFactory(session=came, enrollment=place)
    AttendanceFactory(session=missed, enrollment=place, presence="absent", credited_minutes=0)
    return place


@pytest.fixture
def missed(hers):
    return hers.run.sessions.last()


@pytest.fixture
def there(hers):
    """Today's session of another run of the course."""
    today = timezone.localdate()
    run = CourseRunFactory(course=hers.run.course, code="OTHER-2", starts_on=today, ends_on=today)
    return SessionFactory(run=run, hour=0, day_offset=0)


def refused(*args, **kwargs):
    with pytest.raises(Refused) as no:
        add_for_make_up(*args, **kwargs)
    return no.value.code


def test_a_half_day_elsewhere_completes_the_own_run_and_counts_once(
    hers, missed, there, by, django_capture_on_commit_callbacks
):
    assert who_missed(there, [hers.person]) == {hers.person_id}
    guest = add_for_make_up(there, hers, missed, by=by)
    assert add_for_make_up(there, hers, missed, by=by) == guest
    assert (guest.status, guest.role, guest.confirmed_at) == ("guest", "supervisor", None)
    assert [row.presence for row in roster(there)] == ["present"]
    assert seats_of(there.run).taken == 0
    close_register(there, by=by)

    done = Completion.objects.get(enrollment=hers)
    assert (done.met_on, done.credited_minutes) == (there.day, done.planned_minutes)
    assert not Completion.objects.filter(enrollment=guest).exists()
    assert missed_elsewhere(there, hers.person) == []

    (line,) = coach_lines(hers.run, by, timezone.now())
    assert (line.need, line.came) == (Need.DONE, 2)
    assert [(each.day, each.run) for each in line.made_up] == [(there.day, "OTHER-2")]
    mine = my_training(hers.person, timezone.now(), "en")
    (own,) = mine.earlier
    assert (own.run, own.standing.has_missed, mine.waiting) == (hers.run, False, [])
    assert [each.state for each in own.standing.half_days] == ["present", "made_up"]
    (record,) = attended_by(hers.person)
    assert (record.pk, record.minutes, record.half_days) == (hers.pk, done.planned_minutes, 2)


def test_a_guest_is_no_walk_in_no_no_show_and_on_no_other_register(hers, missed, there, by):
    listed = EnrollmentFactory(run=there.run, confirmed_at=there.starts_at - timedelta(days=1))
    later = SessionFactory(run=there.run, day_offset=0, hour=1)
    add_for_make_up(there, hers, missed, by=by)
    mark_attendance(there, listed, "present", by=by)
    seen = figures_of(there.run, timezone.now() + timedelta(days=1))
    assert (seen.confirmed, seen.no_shows, seen.starters, seen.walk_ins) == (1, 0, 1, 0)
    assert [row.pk for row in roster(later)] == [listed.pk]
    guest = there.run.enrollments.get(status="guest")
    assert rows_of_phone(there, [guest.uuid]) == {guest.uuid: guest}


def test_a_merge_takes_the_make_up_along(hers, missed, there, by):
    add_for_make_up(there, hers, missed, by=by)
    twin = EnrollmentFactory(run=hers.run)
    merge = merge_people(twin.person, hers.person, by=by)
    assert list(made_up_for([hers.pk, twin.pk])) == [twin.pk]
    undo_merge(merge, by=by)
    assert list(made_up_for([hers.pk, twin.pk])) == [hers.pk]


def test_a_correction_on_either_side_is_counted_anew(hers, missed, there, by):
    guest = add_for_make_up(there, hers, missed, by=by)
    close_register(there, by=by)
    reopen_register(there, "A mistake", by=by)
    mark_attendance(there, guest, "late", minutes_missed=100, by=by)
    close_register(there, by=by)
    done = Completion.objects.get(enrollment=hers)
    assert (done.is_met, done.credited_minutes) == (False, 180 + 95)

    reopen_register(there, "A mistake", by=by)
    mark_attendance(there, guest, "present", by=by)
    mark_attendance(missed, hers, "late", minutes_missed=60, by=by)
    close_register(there, by=by)
    done.refresh_from_db()
    assert done.credited_minutes == 180 + 135
    assert not MakeUp.objects.standing().exists()


def test_what_cannot_be_made_up_for_is_refused(hers, missed, there, by):
    came = hers.run.sessions.first()
    assert refused(there, hers, came, by=by) == "not_missed"
    assert refused(came, hers, missed, by=by) == "other_course"
    foreign = SessionFactory(run=CourseRunFactory(starts_on=there.day, ends_on=there.day), hour=0)
    assert refused(foreign, hers, missed, by=by) == "other_course"
    seat = EnrollmentFactory(run=there.run, person=hers.person)
    assert refused(there, hers, missed, by=by) == "already_enrolled"
    seat.status = "withdrawn"
    seat.save()
    lead = there.run.run_trainers.create(person=hers.person)
    assert refused(there, hers, missed, by=by) == "is_trainer"
    lead.delete()

    assert add_for_make_up(there, hers, missed, by=by).pk == seat.pk
    again = SessionFactory(run=there.run, day_offset=0, hour=1)
    assert refused(again, hers, missed, by=by) == "made_up_already"
    third = SessionFactory(run=hers.run, hour=18, status="held")
    AttendanceFactory(session=third, enrollment=hers, presence="absent", credited_minutes=0)
    assert refused(there, hers, third, by=by) == "stands_already"
    with pytest.raises(Refused) as no:
        enroll(there.run, hers.person, by=by)
    assert no.value.code == "already_enrolled"
    assert add_walk_in(again, hers.person, by=by).status == "guest"
    assert Enrollment.objects.get(pk=seat.pk).status == "guest"
