"""The screens that bring questions into a lesson."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.models import PageUpload
from courses.queries.question_import import draft_body
from tests.courses.actions.authoring import world_of
from tests.courses.adapters.questions.ugly import BAD_GIFT, GIFT

pytestmark = pytest.mark.django_db
CHOOSE = "/admin/training/question-file/"


@pytest.fixture
def world(trainer_user):
    return world_of(trainer_user)


def send(client, page, text=GIFT + BAD_GIFT):
    file = SimpleUploadedFile("old.gift", text.encode())
    return client.post(f"{CHOOSE}?page={page.pk}", {"file": file}, follow=True)


def test_a_trainer_looks_at_the_file_and_then_adds_it(trainer, world):
    seen = send(trainer, world.lesson)
    page = seen.content.decode()

    assert "Where do you go when it burns?" in page
    assert "A picture, sound or film is left out." in page
    assert "A brace is missing, or there is one too many." in page
    line = (GIFT + BAD_GIFT).split("\n").index("Open {=one ~two") + 1
    assert f"<strong>Line {line}</strong> “Open {{=one ~two”" in page
    assert draft_body(world.lesson) == []

    added = trainer.post(seen.redirect_chain[-1][0], {}, follow=True)

    assert "were added to the draft. Look at them, then publish." in added.content.decode()
    world.lesson.refresh_from_db()
    assert [block["type"] for block in draft_body(world.lesson)] == ["quiz"]


def test_a_second_look_says_that_all_is_there(trainer, world):
    trainer.post(send(trainer, world.lesson).redirect_chain[-1][0], {})

    page = send(trainer, world.lesson).content.decode()

    assert "Is in the quiz already" in page
    assert "Put the file away" in page
    assert "Will be added" not in page


def test_a_file_that_is_not_taken_is_told_on_the_form(trainer, world):
    page = send(trainer, world.lesson, " ")

    assert "There is nothing in this file that could be taken." in page.content.decode()
    assert not PageUpload.objects.exists()


def test_foreign_pages_and_files_are_closed(trainer, staff, world):
    send(trainer, world.lesson)
    look = f"{CHOOSE}look/?upload={PageUpload.objects.get().uuid}"

    assert trainer.get(f"{CHOOSE}?page={world.foreign.pk}").status_code == 302
    assert trainer.get(f"{CHOOSE}?page={world.course.pk}").status_code != 200
    assert trainer.get(f"{CHOOSE}look/?upload=nonsense").status_code != 200
    assert staff.get(look).status_code != 200
    assert trainer.get(look).status_code == 200


def test_a_lesson_leads_to_the_import(trainer, world):
    listing = trainer.get(reverse("wagtailadmin_explore", args=[world.course.pk]))
    editor = trainer.get(reverse("wagtailadmin_pages:edit", args=[world.lesson.pk]))

    for screen in (listing, editor):
        assert f"{CHOOSE}?page={world.lesson.pk}" in screen.content.decode()
