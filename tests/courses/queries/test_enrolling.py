"""What the sheet for taking part needs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.queries.enrolling import (
    course_page_of,
    facts_of_run,
    half_days_of_run,
    other_offers,
    place_on_the_list,
    run_for_everybody,
)
from courses.rules.enrollment import RunFacts
from tests import pages
from tests.factories import CourseRunFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def run_in(days, **values):
    day = TODAY + timedelta(days=days)
    return CourseRunFactory(starts_on=day, ends_on=day, **values)


def test_the_facts_of_a_run_come_with_it(django_assert_num_queries):
    run = run_in(3, capacity=5, is_listed=False)
    EnrollmentFactory(run=run)
    EnrollmentFactory(run=run, status="waitlisted")
    with django_assert_num_queries(1):
        facts = facts_of_run(run_for_everybody().get(uuid=run.uuid))
    assert facts == RunFacts(policy="open", capacity=5, taken=1, ends_on=run.ends_on)


def test_a_run_has_its_half_days():
    session = SessionFactory()
    assert [each.planned for each in half_days_of_run(session.run, timezone.now())] == [180]
    assert half_days_of_run(run_in(1), timezone.now()) == ()


def test_the_page_of_the_course_is_in_the_language_of_the_screen_if_there_is_one():
    run = run_in(1)
    assert course_page_of(run, "en") is None
    english = pages.course_page(pages.home_page(), course=run.course)
    assert course_page_of(run, "km") == english
    khmer = pages.course_page(pages.home_page("km"), course=run.course)
    assert course_page_of(run, "km") == khmer


def test_other_dates_leave_out_this_one_and_what_is_by_invitation():
    run = run_in(1)
    other = run_in(2, course=run.course)
    run_in(3, course=run.course, enrollment_policy="invitation")
    assert [offer.run_id for offer in other_offers(run, timezone.now())] == [other.pk]


def test_the_place_on_the_waiting_list_counts_from_one():
    run = run_in(1)
    seat = EnrollmentFactory(run=run)
    first, second = (EnrollmentFactory(run=run, status="waitlisted") for _ in range(2))
    assert [place_on_the_list(each) for each in (seat, first, second)] == [0, 1, 2]
