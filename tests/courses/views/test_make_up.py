"""Where she can make up for half-days that she missed, and the place on a map."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
MY = reverse("courses:my_training")


@pytest.fixture
def person(participant_user):
    return participant_user.training_person


@pytest.fixture
def me(client, participant_user):
    client.force_login(participant_user)
    return client


@pytest.fixture
def missed(person):
    """She missed the first of two half-days."""
    today = timezone.localdate()
    run = CourseRunFactory(starts_on=today - timedelta(days=3), ends_on=today + timedelta(days=4))
    row = EnrollmentFactory(person=person, run=run)
    first = SessionFactory(run=run, status="held", day_offset=0)
    AttendanceFactory(session=first, enrollment=row, presence="absent", credited_minutes=0)
    SessionFactory(run=run, day_offset=7)
    return row


def another(course, host_name, days=5, **values):
    """A run of the course with two half-days to come."""
    day = timezone.localdate() + timedelta(days=days)
    values = {"is_listed": True, "enrollment_policy": "open", **values}
    run = CourseRunFactory(
        course=course, host__name_en=host_name, starts_on=day, ends_on=day, **values
    )
    for hour in (8, 13):
        SessionFactory(run=run, hour=hour, day_offset=0)
    return run


def url(row):
    return reverse("courses:my_make_up", args=[row.uuid])


def test_other_runs_with_seats_are_shown_those_of_the_province_first(me, missed):
    run = missed.run
    near = another(run.course, "Near here", days=9, province=run.province)
    another(run.course, "Far away", province_id="12")
    another(run.course, "By name only", enrollment_policy="nomination")
    another(run.course, "Not for all", is_for_host_only=True)
    another(run.course, "Leaders only", roles=["union_leader"])
    another(run.course, "Not listed", is_listed=False)
    EnrollmentFactory(run=another(run.course, "Full house", capacity=1))
    mine = another(run.course, "Already mine")
    EnrollmentFactory(run=mine, person=missed.person)

    assert url(missed) in me.get(MY).text
    page = me.get(url(missed)).text

    assert page.index("Near here") < page.index("Far away")
    for name in ("By name only", "Not for all", "Leaders only", "Not listed", "Full house",
                 "Already mine"):  # fmt: skip
        assert name not in page
    assert "morning, 08:00" in page and "afternoon, 13:00" not in page
    assert "Ask your trainer before you go." in page
    assert reverse("courses:take_part", args=[near.uuid]) in page


def test_where_nothing_is_to_come_it_says_so(me, missed):
    assert "No other run of this course has a free seat now." in me.get(url(missed)).text


def test_who_missed_nothing_is_not_led_there(me, person):
    row = EnrollmentFactory(person=person)
    AttendanceFactory(session=SessionFactory(run=row.run, status="held"), enrollment=row)
    assert url(row) not in me.get(MY).text
    assert "You missed nothing" in me.get(url(row)).text


@pytest.mark.parametrize("number", [1, 30])
def test_many_runs_cost_no_more_queries(me, missed, number, django_assert_num_queries):
    for n in range(number):
        another(missed.run.course, f"Host {n}")
    me.get(url(missed))
    with django_assert_num_queries(9):
        me.get(url(missed))


def test_a_run_that_is_coming_has_a_link_to_the_map_of_its_venue(me, person):
    today = timezone.localdate()
    run = CourseRunFactory(starts_on=today, ends_on=today, venue=VenueFactory())
    EnrollmentFactory(person=person, run=run)
    page = me.get(MY).text
    assert 'href="https://www.openstreetmap.org/search?query=Meeting%20hall' in page
    assert page.count("openstreetmap") == 1 and 'rel="noreferrer"' in page
