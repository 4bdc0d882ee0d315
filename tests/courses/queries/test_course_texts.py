"""Which texts of a course are missing in a language."""

import pytest

from courses.queries.course_texts import MissingTexts, missing_texts
from tests.factories import CourseFactory
from tests.pages import course_page, home_page, lesson_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    page = course_page(home_page())
    lesson_page(page, "One")
    lesson_page(page, "Two")
    lesson_page(page, "Draft", live=False)
    return page


def khmer(english, **values):
    return course_page(
        home_page("km"), course=english.course, translation_key=english.translation_key, **values
    )


def test_a_course_without_any_page_lacks_nothing():
    assert missing_texts(CourseFactory(), "km") is None


def test_a_language_that_the_site_does_not_write_in_is_not_asked_for(english):
    assert missing_texts(english.course, "zh") is None


def test_without_a_published_page_everything_is_missing(english):
    khmer(english, live=False)

    assert missing_texts(english.course, "km") == MissingTexts(has_page=False, lessons=2)
    assert missing_texts(english.course, "en") is None


def test_lessons_that_are_published_elsewhere_only_are_counted(english):
    page = khmer(english)
    first, second, _draft = english.get_children().specific()
    lesson_page(page, "មួយ", translation_key=first.translation_key)
    assert missing_texts(english.course, "km") == MissingTexts(has_page=True, lessons=1)

    lesson_page(page, "ពីរ", translation_key=second.translation_key)
    assert missing_texts(english.course, "km") is None
