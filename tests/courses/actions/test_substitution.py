"""Somebody else comes instead."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.attendance import mark_attendance
from courses.actions.enrollment import JobAtTheTime, enroll, withdraw
from courses.actions.people import PersonDetails
from courses.actions.substitution import substitute, substitute_newcomer, undo_substitution
from courses.exceptions import Refused
from courses.models import Enrollment
from courses.queries.attending import figures_of
from courses.queries.register import roster
from courses.rules.no_shows import Figures
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=9)


@pytest.fixture
def run(db):
    return CourseRunFactory(capacity=2)


@pytest.fixture
def session(run):
    return SessionFactory(run=run, hour=0)


@pytest.fixture
def nominee(run):
    seat = run.reservations.create(organization=run.host, seats=1)
    return EnrollmentFactory(run=run, confirmed_at=LONG_AGO, reservation=seat)


def fresh(place):
    return Enrollment.objects.get(pk=place.pk)


def code_of(action, *args, **values):
    with pytest.raises(Refused) as no:
        action(*args, **values)
    return no.value.code


def test_the_seat_stays_with_all_that_hangs_on_it(run, session, nominee, user):
    person = PersonFactory()

    place = substitute(nominee, person, JobAtTheTime(role="supervisor"), by=user)

    assert (place.person, place.status, place.source, place.role) == (
        person,
        "enrolled",
        "substitute",
        "supervisor",
    )
    assert (place.substitutes, place.confirmed_at) == (nominee, LONG_AGO)
    assert place.reservation == nominee.reservation
    assert fresh(nominee).status == "substituted"
    assert list(roster(session)) == [place]
    assert substitute(nominee, person, by=user) == place


def test_a_full_run_does_not_block_it(run, nominee, user):
    EnrollmentFactory.create_batch(2, run=run)

    assert substitute(nominee, PersonFactory(), by=user).status == "enrolled"


def test_nobody_is_a_no_show_by_it(run, session, nominee, user):
    place = substitute(nominee, PersonFactory(), by=user)
    mark_attendance(session, place, "present", by=user)

    assert figures_of(run, timezone.now()) == Figures(confirmed=1, starters=1, substituted=1)


def test_somebody_new_at_the_door(run, nominee, user):
    details = PersonDetails(name_km="កែវ សុភា")

    place = substitute_newcomer(nominee, details, JobAtTheTime(role="worker"), by=user)

    assert (place.person.name_km, place.substitutes) == ("កែវ សុភា", nominee)


def test_undone_everybody_is_where_she_was(run, nominee, user):
    waits = EnrollmentFactory(run=run, status="waitlisted", source="self", status_since=LONG_AGO)
    substitute(nominee, waits.person, by=user)

    undo_substitution(nominee, by=user)

    nominee, waits = fresh(nominee), fresh(waits)
    assert (nominee.status, nominee.confirmed_at) == ("enrolled", LONG_AGO)
    assert nominee.reservation is not None
    assert (waits.status, waits.status_since, waits.source) == ("waitlisted", LONG_AGO, "self")
    assert (waits.substitutes, waits.confirmed_at, waits.reservation) == (None, None, None)


def test_undone_a_newcomer_is_off_the_run_and_may_come_again(run, nominee, user):
    place = substitute(nominee, PersonFactory(), by=user)
    undo_substitution(nominee, by=user)

    assert (fresh(place).status, fresh(place).confirmed_at) == ("withdrawn", None)
    assert substitute(nominee, place.person, by=user).pk == place.pk


def test_it_is_not_undone_once_the_register_speaks(run, session, nominee, user):
    assert code_of(undo_substitution, nominee, by=user) == "not_substituted"
    place = substitute(nominee, PersonFactory(), by=user)
    mark_attendance(session, place, "absent", by=user)

    assert code_of(undo_substitution, nominee, by=user) == "is_marked"


def test_it_is_not_undone_when_the_seat_is_gone(run, nominee, user):
    withdraw(substitute(nominee, PersonFactory(), by=user), by=user)

    assert code_of(undo_substitution, nominee, by=user) == "seat_gone"


def test_a_chain_of_people_for_one_seat(run, nominee, user):
    second = substitute(nominee, PersonFactory(), by=user)
    third = substitute(second, PersonFactory(), by=user)

    assert third.confirmed_at == LONG_AGO
    assert run.enrollments.enrolled().count() == 1


def test_who_cannot_be_replaced_and_by_whom(run, session, nominee, user):
    here = EnrollmentFactory(run=run)
    mark_attendance(session, here, "present", by=user)
    trainer = PersonFactory()
    run.run_trainers.create(person=trainer)
    asked = EnrollmentFactory(run=run, status="requested")

    assert code_of(substitute, here, PersonFactory(), by=user) == "has_attended"
    assert code_of(substitute, asked, PersonFactory(), by=user) == "no_seat"
    assert code_of(substitute, nominee, nominee.person, by=user) == "same_person"
    assert code_of(substitute, nominee, trainer, by=user) == "is_trainer"
    assert code_of(substitute, nominee, here.person, by=user) == "already_enrolled"
    assert code_of(substitute, nominee, asked.person, by=user) == "already_enrolled"


def test_who_was_replaced_may_come_all_the_same(run, nominee, user):
    substitute(nominee, PersonFactory(), by=user)

    again = enroll(run, nominee.person, by=user)

    assert (again.pk, again.status) == (nominee.pk, "enrolled")
    assert code_of(substitute, again, PersonFactory(), by=user) == "substituted_before"
    run.status = "closed"
    run.save()
    assert code_of(substitute, again, PersonFactory(), by=user) == "run_closed"
    assert code_of(undo_substitution, nominee, by=user) == "run_closed"
