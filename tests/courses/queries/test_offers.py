"""What everybody may know of a course."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from courses.models import Attendance
from courses.queries.offers import course_facts, half_days_of, map_address, place_of, with_marks
from tests import pages
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return pages.course_page(pages.home_page(), course=CourseFactory(min_quiz_percent=70))


def run_in(course, days, **values):
    day = timezone.localdate() + timedelta(days=days)
    return CourseRunFactory(course=course, starts_on=day, ends_on=day, **values)


def facts(page):
    return course_facts(page.path, timezone.now())


def test_the_facts_of_a_course_are_its_lessons_and_its_dates(page):
    lesson = pages.lesson_page(page, minutes=9)
    run = run_in(page.course, 7, capacity=3)
    SessionFactory(run=run)
    EnrollmentFactory(run=run)
    found = facts(page)
    assert (found.pk, found.course_id, found.min_quiz_percent) == (page.pk, page.course_id, 70)
    assert [(each.pk, each.title, each.minutes) for each in found.lessons] == [
        (lesson.pk, "The walk", 9)
    ]
    (offer,) = found.offers
    assert (offer.uuid, offer.free, offer.taken, len(offer.half_days)) == (run.uuid, 2, 1, 1)
    assert (offer.is_by_invitation, offer.is_by_request, offer.spoken) == (False, False, "Khmer")


def test_only_listed_dates_that_have_not_begun_are_offered(page):
    run_in(page.course, -1)
    run_in(page.course, 2, is_listed=False)
    run_in(page.course, 3, status="cancelled")
    shown = run_in(page.course, 4)
    assert [offer.run_id for offer in facts(page).offers] == [shown.pk]


def test_the_facts_are_remembered_until_something_changes(page, django_assert_num_queries):
    run = run_in(page.course, 7, capacity=1)
    assert facts(page).offers[0].free == 1
    with django_assert_num_queries(0):
        facts(page)
    EnrollmentFactory(run=run)
    assert facts(page).offers[0].free == 0


@pytest.mark.parametrize("number", [1, 30])
def test_many_dates_and_lessons_ask_as_little_as_one(page, number, django_assert_num_queries):
    for n in range(number):
        SessionFactory(run=run_in(page.course, n + 1))
        pages.lesson_page(page, title=f"Lesson {n}")
    page.get_url()
    with django_assert_num_queries(6):
        found = facts(page)
    assert (len(found.offers), len(found.lessons)) == (number, number)


def test_a_page_that_is_not_live_or_has_no_course_offers_nothing(page):
    page.unpublish()
    assert facts(page) is None
    alone = pages.course_page(page.get_parent().specific, title="Alone")
    type(alone).objects.filter(pk=alone.pk).update(course=None)
    assert (facts(alone).offers, facts(alone).topics, facts(alone).course_id) == ((), (), None)


def test_a_place_is_one_line_in_the_language_of_the_screen():
    run = CourseRunFactory(
        venue=VenueFactory(), host__name_en="Lotus Thread", host__name_km="សរសៃឈូក"
    )
    assert place_of(run) == "Meeting hall, Lotus Thread, Kampong Speu"
    run.venue = None
    assert place_of(run) == "Lotus Thread, Kampong Speu"
    with translation.override("km"):
        assert place_of(run) == "សរសៃឈូក កំពង់ស្ពឺ"


def test_marks_count_once_the_session_was_held():
    session = SessionFactory(status="held")
    later = SessionFactory(run=session.run, day_offset=1)
    mark = AttendanceFactory(session=session)
    Attendance.objects.create(
        session=later, enrollment=mark.enrollment, presence="present", credited_minutes=180,
        marked_at=timezone.now(),
    )  # fmt: skip
    now = session.ends_at + timedelta(minutes=1)
    half_days = half_days_of([session.run_id], now)
    marked = with_marks(half_days, [mark.enrollment_id], now)[session.run_id]
    assert [(each.presence, each.credited, each.is_over) for each in marked] == [
        ("present", 180, True), ("present", 0, False),
    ]  # fmt: skip
    assert with_marks(half_days, [], now) == half_days


def test_a_map_is_asked_for_the_venue_where_there_is_one(settings):
    run = CourseRunFactory(venue=VenueFactory(name_en="Hall 3 & 4"), province_id="12")
    place = "Hall%203%20%26%204%2C%20Phnom%20Penh"
    assert map_address(run) == f"https://www.openstreetmap.org/search?query={place}"
    settings.COURSES_MAP_ADDRESS = "geo:0,0?q={place}"
    assert map_address(run) == f"geo:0,0?q={place}"
    settings.COURSES_MAP_ADDRESS = ""
    assert map_address(run) == map_address(CourseRunFactory(venue=None)) == ""
