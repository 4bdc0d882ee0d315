"""The screens that make a lesson of a Word document."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.models import LessonPage
from tests.courses.actions.authoring import world_of
from tests.courses.actions.test_lesson_import import DOCUMENT
from tests.courses.adapters.word.files import docx, paragraph

pytestmark = pytest.mark.django_db
CHOOSE = "/admin/training/word/"


@pytest.fixture
def world(trainer_user):
    return world_of(trainer_user)


def send(client, page, data=DOCUMENT):
    file = SimpleUploadedFile("walk.docx", data)
    return client.post(f"{CHOOSE}?page={page.pk}", {"file": file}, follow=True)


def test_a_trainer_looks_at_the_document_and_then_makes_the_lesson(trainer, world):
    seen = send(trainer, world.course)
    page = seen.content.decode()
    assert "4 parts · 2 pictures · 1 table" in page
    assert "To do: say what this picture shows." in page
    assert "<b>everything</b>" in page
    assert seen.context["form"]["title"].value() == "The walk"
    assert LessonPage.objects.count() == 2

    answer = trainer.post(seen.redirect_chain[-1][0], {"title": "A walk"})

    lesson = LessonPage.objects.get(title="A walk")
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[lesson.pk])
    editor = trainer.get(answer.url).content.decode()
    assert "Say in one sentence what the picture shows" in editor


def test_marks_of_html_in_the_document_stay_words(trainer, world):
    page = send(trainer, world.course, docx(paragraph("&lt;script&gt;alert(1)&lt;/script&gt;")))

    assert "&lt;script&gt;alert(1)" in page.content.decode()
    assert "<script>alert(1)" not in page.content.decode()


def test_a_lesson_needs_a_title_and_a_second_one_is_refused(trainer, world):
    address = send(trainer, world.course).redirect_chain[-1][0]
    assert "title" in trainer.post(address, {"title": ""}).context["form"].errors
    trainer.post(address, {"title": "One"})

    again = send(trainer, world.course)
    refused = trainer.post(again.redirect_chain[-1][0], {"title": "Two"}).content.decode()

    assert "This very file is a lesson of the course already: “One”." in refused


def test_foreign_courses_are_closed(trainer, world):
    foreign = world.foreign.get_parent()

    assert trainer.get(f"{CHOOSE}?page={foreign.pk}").status_code == 302
    assert trainer.get(f"{CHOOSE}?page={world.lesson.pk}").status_code != 200
    assert trainer.get(CHOOSE).status_code != 200


def test_a_course_page_leads_to_the_import(trainer, world):
    editor = trainer.get(reverse("wagtailadmin_pages:edit", args=[world.course.pk]))

    assert f"{CHOOSE}?page={world.course.pk}" in editor.content.decode()
