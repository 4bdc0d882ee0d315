"""What a plan runs into."""

from datetime import date, datetime, timedelta

import pytest

from courses.models import Person, PublicHoliday
from courses.queries.conflicts import conflicts_of
from courses.rules.schedule import AFTERNOON, MORNING, Slot
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)


def slot(day=DAY, times=MORNING):
    return Slot(*(datetime.combine(day, time) for time in times))


@pytest.fixture
def taken():
    """A run with one morning, its trainer and its venue."""
    run = CourseRunFactory(starts_on=DAY, venue=VenueFactory())
    run.run_trainers.create(person=PersonFactory(), is_lead=True)
    SessionFactory(run=run, hour=9)
    return run


def kinds(*args, **kwargs):
    return [(each.kind, each.starts.hour) for each in conflicts_of(*args, **kwargs)]


def test_a_trainer_cannot_be_in_two_places(taken):
    trainer = taken.run_trainers.get().person
    (found,) = conflicts_of([slot(), slot(times=AFTERNOON)], [trainer])

    assert (found.kind, found.what, found.other.run) == ("trainer", trainer, taken)
    assert kinds([slot(times=AFTERNOON)], [trainer]) == []
    assert kinds([slot()], [PersonFactory()]) == []


def test_only_who_trains_in_that_session_is_taken(taken):
    trainer, other = taken.run_trainers.get().person, PersonFactory()
    taken.sessions.get().session_trainers.create(person=other)

    assert kinds([slot()], [trainer]) == []
    assert kinds([slot()], [other]) == [("trainer", 8)]


def test_a_venue_holds_one_session_at_a_time(taken):
    assert kinds([slot()], venue=taken.venue) == [("venue", 8)]
    taken.sessions.update(venue=VenueFactory())
    assert kinds([slot()], venue=taken.venue) == []


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_what_does_not_take_place_is_in_nobodys_way(taken, status):
    taken.sessions.update(status=status)
    assert kinds([slot()], [taken.run_trainers.get().person], taken.venue) == []


def test_the_run_itself_is_in_nobodys_way(taken):
    trainer = taken.run_trainers.get().person
    assert kinds([slot()], [trainer], taken.venue, but=taken) == []


def test_people_who_have_a_seat_elsewhere_are_told(taken):
    here, waits = EnrollmentFactory(run=taken), EnrollmentFactory(run=taken, status="waitlisted")
    people = Person.objects.filter(pk__in=[here.person_id, waits.person_id])

    (found,) = conflicts_of([slot()], people=people)

    assert (found.kind, found.what, found.other.run) == ("person", here.person, taken)


def test_a_holiday_is_told_once_a_day():
    PublicHoliday.objects.create(name_en="Water festival", starts_on=DAY, ends_on=DAY)
    days = [slot(), slot(times=AFTERNOON), slot(DAY + timedelta(days=1))]

    (found,) = conflicts_of(days)

    assert (found.kind, found.what.name, found.starts.hour) == ("holiday", "Water festival", 8)


@pytest.mark.parametrize("rows", [1, 30])
def test_many_sessions_take_the_same_queries(rows, taken, django_assert_num_queries):
    trainer = taken.run_trainers.get().person
    for number in range(1, rows):
        SessionFactory(run=taken, day_offset=number, hour=9)
    EnrollmentFactory(run=taken)
    slots = [slot(DAY + timedelta(days=number)) for number in range(rows)]

    with django_assert_num_queries(6):
        found = conflicts_of(slots, [trainer], taken.venue, people=Person.objects.all())

    assert len(found) == 3 * rows
