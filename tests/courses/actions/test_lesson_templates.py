"""Lessons start from outlines."""

import pytest

from courses.actions.lesson_templates import start_lesson
from courses.exceptions import Refused
from courses.models import LessonPage
from courses.rules.lesson_templates import TEMPLATES
from tests.courses.actions.authoring import world_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(trainer_user):
    world = world_of(trainer_user)
    place = world.branch.page.get_translations().get()
    khmer = world.course.copy_for_translation(place.locale)
    khmer.save_revision()
    return world


@pytest.mark.parametrize("key", TEMPLATES)
def test_drafts_stand_below_the_page_in_every_language(world, trainer_user, key):
    lesson = start_lesson(world.course, key, "Our lesson", by=trainer_user)

    twin = lesson.get_translations().get()
    assert (lesson.title, lesson.live, twin.live) == ("Our lesson", False, False)
    assert (twin.locale.language_code, twin.get_parent().specific.course) == (
        "km",
        world.course.course,
    )
    assert [block.block_type for block in lesson.body] == [b.block_type for b in twin.body]
    draft = lesson.get_latest_revision_as_object()
    assert draft.body.stream_block.clean(draft.body)


@pytest.mark.parametrize(
    ("key", "title", "code"),
    [("nothing", "x", "no_template"), ("safety_walk", " ", "no_title")],
)
def test_what_is_missing_is_said(world, trainer_user, key, title, code):
    with pytest.raises(Refused) as no:
        start_lesson(world.course, key, title, by=trainer_user)
    assert no.value.code == code
    assert LessonPage.objects.count() == 2


def test_a_foreign_course_gets_none(world, trainer_user):
    with pytest.raises(Refused) as no:
        start_lesson(world.foreign.get_parent().specific, "safety_walk", "x", by=trainer_user)
    assert no.value.code == "not_your_branch"
