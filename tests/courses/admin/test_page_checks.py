"""Nothing is published that must be mended first."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from courses.actions.courses import open_branch
from courses.models import LessonPage
from tests.factories import UserFactory
from tests.pages import course_page, home_page, image, lesson_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(trainer_user):
    home = home_page()
    Locale.objects.get_or_create(language_code="km")
    branch = open_branch("Safety", home, [trainer_user], by=UserFactory(is_superuser=True)).page
    return lesson_page(course_page(branch), live=False, minutes=1)


def answers(text, **more):
    callout = {"kind": "try", "title": "Try it", "text": rich_text(text)}
    return nested_form_data(
        {
            "title": "The walk", "slug": "walk", "summary": "", "minutes": "1",
            "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0",
            "body": streamfield([("callout", callout)]), **more,
        }
    )  # fmt: skip


def edit(lesson):
    return reverse("wagtailadmin_pages:edit", args=[lesson.pk])


def test_a_dead_link_refuses_publishing_and_keeps_the_draft(trainer, lesson):
    text = '<p><a linktype="page" id="999">Read on</a></p>'
    posted = answers(text, **{"action-publish": "1"})

    answer = trainer.post(edit(lesson), posted, follow=True)

    lesson.refresh_from_db()
    draft = lesson.get_latest_revision_as_object()
    assert lesson.live is False
    assert "999" in draft.body[0].value["text"].source
    page = answer.content.decode()
    assert "is saved as a draft but not published." in page
    assert "Part 1: Callout: A link leads to a page or file that is no longer there." in page
    assert f"{edit(lesson)}#block-{draft.body[0].id}-section" in page


def test_a_warning_is_shown_and_does_not_refuse(trainer, lesson):
    trainer.post(edit(lesson), answers("<p>Good</p>", **{"action-publish": "1"}))

    lesson.refresh_from_db()
    assert lesson.live is True
    page = trainer.get(edit(lesson)).content.decode()
    assert "There is no page in this language yet: Khmer." in page
    assert "Must be mended" not in page


def test_many_are_published_only_when_none_must_be_mended(trainer, lesson):
    course = lesson.get_parent()
    lesson_page(course, "Bare", live=False, slug="bare", body=[
        ("picture", {"image": image(), "alt": "", "caption": ""})])  # fmt: skip
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"?id={course.pk}&next=/admin/"

    answer = trainer.post(address + query, {"include_descendants": "on"}, follow=True)

    assert "“<a href=" in answer.content.decode()
    assert "Bare" in answer.content.decode()
    assert not LessonPage.objects.live().exists()

    trainer.post(address + f"?id={lesson.pk}&next=/admin/", {})
    assert LessonPage.objects.live().get() == lesson
