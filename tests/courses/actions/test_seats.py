"""Free seats go to the waiting list in its order: at once, or by an offer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.enrollment import enroll, withdraw
from courses.actions.seats import fill_free_seats, move_waiting_lists
from courses.models import Enrollment
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    InvitationFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


def waiting(run, number, **values):
    first = timezone.now() - timedelta(days=3)
    return [
        EnrollmentFactory(
            run=run, status="waitlisted", status_since=first + timedelta(hours=n), **values
        )
        for n in range(number)
    ]


def statuses(*places):
    return [Enrollment.objects.get(pk=place.pk).status for place in places]


@pytest.fixture
def run(db):
    day = timezone.localdate() + timedelta(days=10)
    return CourseRunFactory(capacity=1, waiting_rule="offer", offer_hours=48, starts_on=day)


def test_a_free_seat_is_offered_to_the_first_for_some_hours(run, user):
    seat, (first, second) = EnrollmentFactory(run=run), waiting(run, 2)

    withdraw(seat, by=user)

    assert statuses(first, second) == ["offered", "waitlisted"]
    first.refresh_from_db()
    left = first.offer_ends_at - timezone.now()
    assert timedelta(hours=47, minutes=59) < left <= timedelta(hours=48)
    assert first.confirmed_at is None


def test_an_offer_ends_when_the_first_session_begins(run):
    session = SessionFactory(run=run, day_offset=-9)
    (first,) = waiting(run, 1)

    fill_free_seats(run, by=None)

    first.refresh_from_db()
    assert first.offer_ends_at == session.starts_at


def test_nobody_gets_the_seat_that_is_offered(run, user):
    (first,) = waiting(run, 1)
    fill_free_seats(run, by=None)

    newcomer = enroll(run, PersonFactory(), by=user)

    assert statuses(first, newcomer) == ["offered", "waitlisted"]


def test_an_offer_that_ran_out_goes_to_the_next_in_order(run):
    first, second, third = waiting(run, 3)
    fill_free_seats(run, by=None)
    Enrollment.objects.filter(pk=first.pk).update(offer_ends_at=timezone.now())

    assert move_waiting_lists() == 1
    assert statuses(first, second, third) == ["withdrawn", "offered", "waitlisted"]
    first.refresh_from_db()
    assert (first.status_cause, first.offer_ends_at) == ("ran_out", None)
    assert move_waiting_lists() == 0


def test_who_enrols_after_an_offer_ran_out_comes_after_those_who_wait(run, user):
    first, second = waiting(run, 2)
    fill_free_seats(run, by=None)
    Enrollment.objects.filter(pk=first.pk).update(offer_ends_at=timezone.now())

    newcomer = enroll(run, PersonFactory(), by=user)

    assert statuses(first, second, newcomer) == ["withdrawn", "offered", "waitlisted"]


def test_a_kept_seat_goes_to_the_first_of_its_organization(user):
    run, mill = CourseRunFactory(capacity=2), OrganizationFactory()
    seat = run.reservations.create(organization=mill, seats=1)
    EnrollmentFactory(run=run)
    stranger, worker, colleague = (
        *waiting(run, 1),
        *waiting(run, 1, employer=mill),
        *waiting(run, 1, employer=mill),
    )

    assert fill_free_seats(run, by=user) == [worker]
    assert statuses(stranger, worker, colleague) == ["waitlisted", "enrolled", "waitlisted"]
    worker.refresh_from_db()
    assert worker.reservation == seat


def test_a_kept_seat_goes_to_whom_the_organization_named():
    run, union = CourseRunFactory(capacity=1), OrganizationFactory(kind="federation")
    run.reservations.create(organization=union, seats=1)
    invitation = InvitationFactory(run=run, organization=union)
    stranger, named = *waiting(run, 1), *waiting(run, 1, invitation=invitation)

    fill_free_seats(run, by=None)

    assert statuses(stranger, named) == ["waitlisted", "enrolled"]


def test_seats_kept_until_yesterday_go_to_everybody():
    run = CourseRunFactory(capacity=1)
    yesterday = timezone.localdate() - timedelta(days=1)
    run.reservations.create(organization=run.host, seats=1, until=yesterday)
    (first,) = waiting(run, 1)

    assert fill_free_seats(run, by=None) == [first]


def test_nobody_gets_a_seat_of_a_run_that_is_over_or_cancelled():
    over = CourseRunFactory(starts_on=timezone.localdate() - timedelta(days=3))
    cancelled = CourseRunFactory(status="cancelled")
    places = [*waiting(over, 1), *waiting(cancelled, 1)]

    assert [fill_free_seats(run, by=None) for run in (over, cancelled)] == [[], []]
    assert statuses(*places) == ["waitlisted", "waitlisted"]


def test_a_seat_given_up_after_the_beginning_and_taken_again_was_hers_all_the_time(user):
    run = CourseRunFactory()
    SessionFactory(run=run, hour=0)
    before = timezone.now() - timedelta(days=5)
    place = EnrollmentFactory(run=run, confirmed_at=before)
    withdraw(place, by=user)

    again = enroll(run, place.person, by=user)

    assert again.confirmed_at == before
