"""One session for its trainers, and a run that changes hands."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Page

from courses.models import RunTrainer
from tests.courses.views.conftest import address, errors, said
from tests.factories import CourseFactory, PersonFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(run, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = ContentFile(b"%PDF-guide", name="guide.pdf")
    document = get_document_model().objects.create(title="Guide", file=file)
    return run.course.materials.create(title_en="Facilitator guide", document=document)


def test_a_trainer_keeps_notes_and_finds_her_materials(trainer, session, guide):
    page = trainer.get(address("session", session)).content.decode()
    assert "Facilitator guide" in page

    response = trainer.post(
        address("session", session), {"notes": "The fan is broken."}, follow=True
    )
    assert said(response) == ["The notes are kept."]
    session.refresh_from_db()
    assert session.notes == "The fan is broken."


def test_a_document_leaves_as_a_file_for_trainers_of_the_session_alone(
    trainer, session, guide, foreign_run
):
    answer = trainer.get(address("material", session, guide.pk))
    assert b"".join(answer.streaming_content) == b"%PDF-guide"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer["Cache-Control"]

    foreign = SessionFactory(run=foreign_run)
    assert trainer.get(address("material", foreign, guide.pk)).status_code == 404
    other = CourseFactory().materials.create(title_en="Other", page=Page.objects.get(depth=1))
    assert trainer.get(address("material", session, other.pk)).status_code == 404


def test_a_document_that_is_lost_is_not_found(trainer, session, guide):
    guide.document.file.storage.delete(guide.document.file.name)
    assert trainer.get(address("material", session, guide.pk)).status_code == 404


def test_a_run_is_handed_over_to_a_colleague(trainer, trainer_user, run):
    colleague = PersonFactory(user=UserFactory(), family_name_latin="Som", given_name_latin="Dara")
    RunTrainer.objects.create(run=run, person=colleague)

    asked = trainer.post(address("hand_over", run), {"trainer_q": "som", "trainer_find": "1"})
    assert [option.name for option in asked.context["form"]["trainer"].options] == [colleague.name]

    refused = trainer.post(address("hand_over", run), {"trainer": colleague.pk, "note": ""})
    assert "what the other trainer has to know" in errors(refused)

    done = trainer.post(
        address("hand_over", run), {"trainer": colleague.pk, "note": "I am ill"}, follow=True
    )
    assert said(done) == [f"{colleague.name} leads the run from now on."]
    assert run.run_trainers.get(is_lead=True).person == colleague
