"""Seats kept for organizations that name people later."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.enrollment import JobAtTheTime, enroll
from courses.actions.reservations import keep_seats, release_seats
from courses.exceptions import Refused
from courses.models import Enrollment
from courses.queries.runs import seats_of
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(db):
    return CourseRunFactory(capacity=4)


@pytest.fixture
def mill(db):
    return OrganizationFactory()


def code_of(action, *args, **values):
    with pytest.raises(Refused) as no:
        action(*args, **values)
    return no.value.code


def join(run, user, employer=None):
    job = JobAtTheTime(employer=employer or OrganizationFactory())
    return enroll(run, PersonFactory(), job, by=user)


def test_kept_seats_wait_for_their_people_alone(run, mill, user):
    kept = keep_seats(run, mill, 3, by=user)
    stranger, too_late = join(run, user), join(run, user)
    ours = [join(run, user, mill) for _n in range(3)]
    one_too_many = join(run, user, mill)

    assert (stranger.status, too_late.status) == ("enrolled", "waitlisted")
    assert [(place.status, place.reservation) for place in ours] == [("enrolled", kept)] * 3
    assert (one_too_many.status, one_too_many.reservation) == ("waitlisted", None)


def test_the_seats_of_an_organization_that_became_part_of_another_are_its_own(run, mill, user):
    keep_seats(run, mill, 1, by=user)
    bigger = OrganizationFactory()
    mill.merged_into, mill.status = bigger, "merged"
    mill.save()

    assert join(run, user, bigger).reservation.organization == mill


def test_keeping_again_changes_how_many_and_until_when(run, mill, user):
    day = timezone.localdate() + timedelta(days=3)
    first = keep_seats(run, mill, 1, by=user)

    second = keep_seats(run, mill, 4, day, by=user)

    assert (second.pk, second.seats, second.until) == (first.pk, 4, day)
    assert seats_of(run).are_full


def test_no_seat_is_promised_twice(run, mill, user):
    EnrollmentFactory(run=run)
    keep_seats(run, OrganizationFactory(), 2, by=user)
    keep_seats(run, mill, 1, by=user)
    join(run, user, mill)

    with pytest.raises(Refused) as no:
        keep_seats(run, mill, 2, by=user)

    assert (no.value.code, str(no.value)) == (
        "not_enough_seats",
        "At most 1 seat can be kept: the others are taken, or kept for others. Give the run more"
        " seats first.",
    )


def test_what_cannot_be_kept(run, mill, user):
    yesterday = timezone.localdate() - timedelta(days=1)
    closed = OrganizationFactory(status="closed")

    assert code_of(keep_seats, run, mill, 0, by=user) == "no_seats"
    assert code_of(keep_seats, run, mill, 1, yesterday, by=user) == "day_past"
    assert code_of(keep_seats, run, closed, 1, by=user) == "organization_gone"
    run.status = "cancelled"
    run.save()
    assert code_of(keep_seats, run, mill, 1, by=user) == "run_closed"


def test_seats_that_are_released_go_to_the_waiting_list(run, mill, user):
    kept = keep_seats(run, mill, 4, by=user)
    ours, waits = join(run, user, mill), join(run, user)

    release_seats(kept, by=user)
    release_seats(kept, by=user)

    rows = Enrollment.objects.in_bulk([ours.pk, waits.pk])
    assert [rows[each.pk].status for each in (ours, waits)] == ["enrolled", "enrolled"]
    assert rows[ours.pk].reservation is None
