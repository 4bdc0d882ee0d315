"""The screen on which a lesson starts from an outline."""

import pytest
from django.urls import reverse

from courses.models import LessonPage
from tests.courses.actions.authoring import world_of

pytestmark = pytest.mark.django_db
NEW = "/admin/training/new-lesson/"


@pytest.fixture
def world(trainer_user):
    return world_of(trainer_user)


def test_a_trainer_starts_a_lesson_and_lands_in_the_editor(trainer, world):
    address = f"{NEW}?page={world.course.pk}"
    assert "Safety walk – A walk through" in trainer.get(address).content.decode()

    answer = trainer.post(address, {"outline": "safety_walk", "title": "Our walk"})

    lesson = LessonPage.objects.get(title="Our walk")
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    assert trainer.get(answer.url).status_code == 200
    preview = reverse("wagtailadmin_pages:view_draft", args=[lesson.pk])
    assert "Somebody from each side." in trainer.get(preview).content.decode()


def test_an_unknown_outline_and_a_foreign_course_are_refused(trainer, world):
    address = f"{NEW}?page={world.course.pk}"
    assert "outline" in trainer.post(address, {"outline": "x", "title": "y"}).context["form"].errors
    foreign = world.foreign.get_parent()
    assert trainer.get(f"{NEW}?page={foreign.pk}").status_code == 302
    assert trainer.get(NEW).status_code != 200


def test_a_course_page_leads_to_the_outlines(trainer, world):
    editor = trainer.get(reverse("wagtailadmin_pages:edit", args=[world.course.pk]))

    assert f"{NEW}?page={world.course.pk}" in editor.content.decode()
