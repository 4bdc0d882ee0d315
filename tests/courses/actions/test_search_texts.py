"""Words of live pages for search, and how much they load."""

import pytest

from courses.actions.search_texts import catch_up, index_page
from courses.models import CoursePage, PageSearchText
from tests import pages
from tests.factories import CourseFactory, TopicFactory


@pytest.fixture
def course(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    topic = TopicFactory(name_en="Safety at work", name_km="សុវត្ថិភាពការងារ")
    return pages.course_page(
        pages.home_page(),
        course=CourseFactory(code="OSHC", topics=[topic]),
        summary="Two days.",
        outcomes=[("outcome", "Walk through a line")],
        about="<p>A factory hall <b>changes</b> every week.</p>",
        search_words="accident",
    )


def key_of(page):
    return PageSearchText.objects.get(page=page).key


def test_publishing_folds_everything_that_people_may_search_for(course):
    key = key_of(course)
    for words in ("safety committee", "two days", "walk through", "changes", "accident", "oshc"):
        assert words in key
    assert "សុវត្" in key and "<b>" not in key


def test_a_lesson_is_found_by_its_text_callouts_and_questions(course):
    lesson = pages.lesson_page(
        course,
        title="Look up",
        quiz=pages.QUIZ,
        body=[("text", "<p>Needle guards</p>"),
              ("callout", {"kind": "try", "title": "Tomorrow", "text": "<p>Ask twice</p>"})],
    )  # fmt: skip
    key = key_of(lesson)
    assert all(words in key for words in ("look up", "needle guards", "ask twice", "who may walk"))
    assert PageSearchText.objects.get(page=lesson).course_page == course


def test_a_page_weighs_its_words_and_its_pictures(course):
    words_only = pages.lesson_page(course, title="Words", body=[("text", "<p>Short</p>")])
    steps = {"title": "Steps", "steps": [{"image": pages.image(), "alt": "A", "text": "Go"}]}
    drawn = pages.lesson_page(
        course,
        title="Drawn",
        body=[
            ("picture", {"image": pages.image(), "alt": "A", "caption": ""}),
            ("picture_steps", steps),
        ],
    )
    sizes = dict(PageSearchText.objects.values_list("page__title", "size"))
    assert 3500 < sizes["Words"] < sizes["Drawn"]
    assert {words_only.title, drawn.title} < set(sizes)


def test_taking_a_page_off_takes_its_words_off(course):
    lesson = pages.lesson_page(course)
    lesson.unpublish()
    assert list(PageSearchText.objects.values_list("page", flat=True)) == [course.pk]


def test_a_moved_lesson_follows_its_new_course(course):
    lesson = pages.lesson_page(course)
    other = pages.course_page(course.get_parent(), title="Heat at work")
    lesson.move(other, pos="last-child")
    assert PageSearchText.objects.get(page=lesson).course_page == other


def test_moving_a_catalogue_asks_for_nothing(course):
    branch = pages.publish(course.get_parent(), type(course.get_parent().specific)(title="Branch"))
    branch.move(course.get_parent(), pos="first-child")
    assert PageSearchText.objects.count() == 1


def test_catching_up_finds_what_was_missed_and_changes_nothing_twice(course):
    lesson = pages.lesson_page(course)
    PageSearchText.objects.filter(page=lesson).delete()
    CoursePage.objects.filter(pk=course.pk).update(live=False)
    assert [catch_up(), catch_up()] == [1, 1]
    assert PageSearchText.objects.get().page_id == lesson.pk


def test_a_page_that_is_not_live_is_dropped(course):
    course.live = False
    index_page(course)
    assert not PageSearchText.objects.exists()
