"""The catalogue: by topic, by words, and pages at an address."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction, Site

from courses.models import CataloguePage
from courses.queries import catalogue
from tests import pages
from tests.factories import CourseFactory, CourseRunFactory, EnrollmentFactory, TopicFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def home():
    return pages.home_page()


def branch_below(home, title="Safety and health"):
    return pages.publish(home, CataloguePage(title=title, locale=home.locale))


def titles(rows):
    return [row.page.title for row in rows]


def run_in(course, days, **values):
    day = TODAY + timedelta(days=days)
    return CourseRunFactory(course=course, starts_on=day, ends_on=day, **values)


def test_courses_of_every_branch_are_listed_once_under_their_first_topic(home):
    first, second = TopicFactory(position=1), TopicFactory(position=2)
    both = CourseFactory(topics=[second, first])
    pages.course_page(branch_below(home), title="In a branch", course=both)
    pages.course_page(home, title="At home", course=CourseFactory(topics=[second]))
    pages.course_page(home, title="Without topic", course=CourseFactory(topics=[]))
    listing = catalogue.listing(home, "", TODAY)
    assert [(topic, titles(rows)) for topic, rows in listing.groups] == [
        (first, ["In a branch"]), (second, ["At home"]), (None, ["Without topic"]),
    ]  # fmt: skip


def test_a_chosen_topic_has_all_of_its_courses(home):
    first, second = TopicFactory(position=1), TopicFactory(position=2)
    pages.course_page(home, title="Both", course=CourseFactory(topics=[first, second]))
    pages.course_page(home, title="First", course=CourseFactory(topics=[first]))
    listing = catalogue.listing(home, second.slug, TODAY)
    assert [(topic, titles(rows)) for topic, rows in listing.groups] == [(second, ["Both"])]
    assert catalogue.listing(home, "unknown", TODAY).chosen is None


def test_drafts_private_pages_and_archived_courses_are_left_out(home):
    pages.course_page(home, title="Draft").unpublish()
    private = pages.course_page(home, title="Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    pages.course_page(home, title="Old", course=CourseFactory(is_archived=True))
    pages.course_page(home, title="Shown")
    pages.course_page(pages.home_page("km"), title="ខ្មែរ")
    assert titles(catalogue.listing(home, "", TODAY).rows) == ["Shown"]


def test_the_courses_that_start_next_come_first(home):
    later, sooner, never = CourseFactory(), CourseFactory(), CourseFactory()
    for title, course in (("Later", later), ("Sooner", sooner), ("Never", never)):
        pages.course_page(home, title=title, course=course)
    run_in(later, 9)
    run_in(sooner, 2)
    run_in(never, -2)
    run_in(never, 3, is_listed=False)
    assert titles(catalogue.listing(home, "", TODAY).dated) == ["Sooner", "Later"]


def test_a_date_with_a_seat_goes_before_a_full_one_and_one_by_invitation():
    course = CourseFactory()
    run_in(course, 1, enrollment_policy="invitation")
    full = run_in(course, 2, capacity=1)
    EnrollmentFactory(run=full)
    assert catalogue.next_runs([course.pk], TODAY)[course.pk].enrollment_policy == "open"
    free = run_in(course, 3)
    assert catalogue.next_runs([course.pk], TODAY) == {course.pk: free}


def test_search_finds_khmer_words_inside_unspaced_text():
    home = pages.home_page("km")
    course = pages.course_page(home, title="គណៈកម្មការសុវត្ថិភាពនិងសុខភាពការងារ")
    pages.course_page(home, title="ប្រាក់ឈ្នួលឌីជីថល")
    found = catalogue.found(home, "សុខភាព", TODAY)
    assert (titles(found.rows), found.elsewhere) == ([course.title], [])


def test_search_names_the_lessons_and_ranks_titles_first(home):
    first = pages.course_page(home, title="Heat at work")
    lesson = pages.lesson_page(first, title="Needle guards")
    pages.course_page(home, title="Sewing", about="<p>Needle and thread</p>")
    pages.course_page(home, title="The needle")
    rows = catalogue.found(home, "NEEDLE", TODAY).rows
    assert titles(rows) == ["The needle", "Sewing", "Heat at work"]
    assert [page.pk for page in rows[2].lessons] == [lesson.pk]


def test_every_word_must_be_there(home):
    pages.course_page(home, title="Heat at work")
    assert catalogue.found(home, "work heat", TODAY).rows
    assert catalogue.found(home, "work cold", TODAY) == catalogue.Found()
    assert catalogue.found(home, "  ", TODAY) == catalogue.Found()


def test_other_languages_are_searched_only_when_this_one_has_nothing(home):
    khmer = pages.home_page("km")
    pages.course_page(khmer, title="Digital ប្រាក់ឈ្នួល")
    assert titles(catalogue.found(home, "digital", TODAY).elsewhere) == ["Digital ប្រាក់ឈ្នួល"]
    pages.course_page(home, title="Digital wages")
    found = catalogue.found(home, "digital", TODAY)
    assert (titles(found.rows), found.elsewhere) == (["Digital wages"], [])


def test_what_is_private_is_not_found(home):
    course = pages.course_page(home, title="Public")
    lesson = pages.lesson_page(course, title="Secret needle")
    PageViewRestriction.objects.create(page=lesson, restriction_type="login")
    assert catalogue.found(home, "needle", TODAY) == catalogue.Found()


@pytest.mark.parametrize("number", [1, 30])
def test_a_long_catalogue_asks_as_little_as_a_short_one(home, number, django_assert_num_queries):
    for n in range(number):
        course = CourseFactory()
        pages.course_page(home, title=f"Course {n}", course=course)
        run_in(course, 3)
    with django_assert_num_queries(4):
        assert len(catalogue.listing(home, "", TODAY).dated) == min(number, 6)
    with django_assert_num_queries(6):
        assert len(catalogue.found(home, "course", TODAY).rows) == number


def test_a_page_is_found_by_its_address_in_one_query(home, django_assert_num_queries):
    course = pages.course_page(home)
    lesson = pages.lesson_page(course)
    paths = ["safety-committee/", "safety-committee/the-walk/"]
    with translation.override("en"):
        assert [catalogue.page_at(path, "en") for path in paths] == [course, lesson]
        with django_assert_num_queries(1):
            page = catalogue.page_at(paths[0], "en")
    assert (page.course, page.site_has_restrictions) == (course.course, False)


def test_new_words_and_restrictions_show_at_once(home):
    course = pages.course_page(home)
    catalogue.page_at("safety-committee/", "en")
    course.title = "New words"
    course.save_revision().publish()
    PageViewRestriction.objects.create(page=course, restriction_type="login")
    page = catalogue.page_at("safety-committee/", "en")
    assert (page.title, page.site_has_restrictions) == ("New words", True)
    course.unpublish()
    assert catalogue.page_at("safety-committee/", "en") is None


def test_wagtail_looks_itself_for_other_pages_languages_and_sites(home):
    branch_below(home)
    pages.course_page(home)
    assert catalogue.page_at("", "en") is None
    assert catalogue.page_at("safety-and-health/", "en") is None
    assert catalogue.page_at("safety-committee/", "fr") is None
    Site.objects.create(hostname="other.example", root_page=home)
    assert catalogue.page_at("safety-committee/", "en") is None
