"""The sessions of some days as a calendar shows them."""

from datetime import date

import pytest

from courses.models import Province, Session
from courses.queries.calendar import Wanted, choices_in, entries_of, sessions_in
from courses.rules.calendar import month_of
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)
SPAN = month_of(DAY)


@pytest.fixture
def run():
    """A morning and an afternoon of one day, at a hall in Kandal."""
    run = CourseRunFactory(
        starts_on=DAY, venue=VenueFactory(province_id="08"), province_id="08", code="OSHC-2026-001"
    )
    for hour in (8, 13):
        SessionFactory(run=run, hour=hour)
    return run


def shown(wanted=None):
    found = entries_of(sessions_in(Session.objects.all(), SPAN, wanted or Wanted()), "en")
    return {day: [entry.code for entry in entries] for day, entries in found.items()}


def test_a_run_stands_once_on_a_day_from_its_first_session_to_its_last(run):
    (entry,) = entries_of(Session.objects.all(), "en")[DAY]

    assert (entry.starts.hour, entry.ends.hour, entry.sessions) == (8, 16, 2)
    assert entry.title == run.course.title_en
    assert (entry.place, entry.host) == (run.venue.name_en, run.host.name_en)


def test_hosts_are_named_in_khmer_where_they_have_a_khmer_name(run):
    run.host = OrganizationFactory(name_km="រោងចក្រ")
    run.save()
    assert entries_of(Session.objects.all(), "km")[DAY][0].host == "រោងចក្រ"


def test_days_outside_the_span_are_left_out(run):
    SessionFactory(run=run, day_offset=60)
    assert list(shown()) == [DAY]


def test_a_day_is_off_when_all_its_sessions_are(run):
    first, second = run.sessions.all()
    Session.objects.filter(pk=first.pk).update(status="cancelled")
    (entry,) = entries_of(Session.objects.all(), "en")[DAY]
    assert (entry.is_off, entry.starts.hour, entry.sessions) == (False, 13, 1)

    Session.objects.filter(pk=second.pk).update(status="postponed")
    (entry,) = entries_of(Session.objects.all(), "en")[DAY]
    assert (entry.is_off, entry.sessions) == (True, 2)


def test_a_cancelled_run_is_off(run):
    run.status = "cancelled"
    run.save()
    assert entries_of(Session.objects.all(), "en")[DAY][0].is_off


def test_only_what_is_wanted_is_shown(run):
    other = CourseRunFactory(course=CourseFactory(), starts_on=DAY, code="B", province_id="05")
    other.run_trainers.create(person=(trainer := PersonFactory()))
    session = SessionFactory(run=other, venue=(hall := VenueFactory(province_id="12")))

    assert shown(Wanted(course=run.course)) == {DAY: ["OSHC-2026-001"]}
    assert shown(Wanted(venue=run.venue)) == {DAY: ["OSHC-2026-001"]}
    assert shown(Wanted(venue=hall)) == {DAY: ["B"]}
    assert shown(Wanted(province=Province.objects.get(pk="08"))) == {DAY: ["OSHC-2026-001"]}
    assert shown(Wanted(province=Province.objects.get(pk="12"))) == {DAY: ["B"]}
    assert shown(Wanted(province=Province.objects.get(pk="05"))) == {}
    assert shown(Wanted(trainer=trainer)) == {DAY: ["B"]}

    session.session_trainers.create(person=(stand_in := PersonFactory()))
    assert shown(Wanted(trainer=trainer)) == {}
    assert shown(Wanted(trainer=stand_in)) == {DAY: ["B"]}


def test_choices_are_who_trains_and_where(run):
    run.run_trainers.create(person=(trainer := PersonFactory()))
    PersonFactory()
    VenueFactory()

    trainers, venues = choices_in(Session.objects.all())

    assert (list(trainers), list(venues)) == ([trainer], [run.venue])
