"""Sheets and photos of a session on the screen: kept, looked at, deleted, and by whom."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import ModelLogEntry

from courses.actions.evidence import keep_evidence
from courses.models import SessionEvidence
from tests.conftest import user_in
from tests.courses.adapters.printing.samples import picture
from tests.courses.views.conftest import address, errors, said
from tests.factories import SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def evidence(session, trainer_user):
    return keep_evidence(session, BytesIO(picture()), "sheet", note="Two pages", by=trainer_user)


def of(name, evidence):
    return reverse(f"courses:{name}", args=[evidence.session.uuid, evidence.uuid])


def upload(content=None, name="sheet.png", **more):
    return {"file": SimpleUploadedFile(name, content or picture()), "kind": "sheet"} | more


def test_a_photo_is_kept_and_listed(trainer, session):
    response = trainer.post(address("evidence", session), upload(note="Day one"), follow=True)

    assert said(response) == ["It is kept. Only trainers of the run and staff see it."]
    page = response.content.decode()
    assert "Signed attendance sheet" in page
    assert "Day one" in page


def test_a_file_that_is_no_picture_is_turned_down_with_a_reason(trainer, session):
    response = trainer.post(address("evidence", session), upload(b"<svg/>", "sheet.svg"))

    assert "This is neither a picture nor a PDF" in errors(response)
    assert not SessionEvidence.objects.exists()


def test_without_a_file_one_is_asked_for(trainer, session):
    response = trainer.post(address("evidence", session), {"kind": "photo"})

    assert "Choose a file, or take a picture." in response.content.decode()


def test_a_picture_opens_and_the_history_says_who_looked(trainer, trainer_user, evidence):
    response = trainer.get(of("evidence_file", evidence))

    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"].startswith("inline")
    assert evidence.session.run.code.lower() in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"] == "private, no-store"
    assert b"".join(response.streaming_content).startswith(b"\xff\xd8")
    seen = ModelLogEntry.objects.filter(action="courses.evidence_seen")
    assert [entry.user for entry in seen] == [trainer_user]


def test_a_pdf_is_saved_and_never_shown_in_the_page(trainer, trainer_user, session):
    scan = keep_evidence(session, BytesIO(b"%PDF-1.7 scan"), "sheet", by=trainer_user)

    response = trainer.get(of("evidence_file", scan))

    assert response["Content-Disposition"].startswith("attachment")


def test_a_lost_file_is_not_found(trainer, evidence):
    evidence.file.storage.delete(evidence.file.name)

    assert trainer.get(of("evidence_file", evidence)).status_code == 404
    assert not ModelLogEntry.objects.filter(action="courses.evidence_seen").exists()


def test_the_file_of_one_session_is_not_found_below_another(trainer, evidence):
    other = SessionFactory(run=evidence.session.run, day_offset=1)

    wrong = reverse("courses:evidence_file", args=[other.uuid, evidence.uuid])

    assert trainer.get(wrong).status_code == 404


def test_deleting_asks_for_a_reason(trainer, evidence):
    asked = trainer.post(of("delete_evidence", evidence), {"reason": ""})
    assert "Say in a few words why." in asked.content.decode()

    done = trainer.post(of("delete_evidence", evidence), {"reason": "Wrong room"}, follow=True)

    assert said(done) == ["It is deleted. The history keeps that it was there."]
    assert not SessionEvidence.objects.exists()


def test_who_may_look_only_neither_adds_nor_deletes(client, evidence):
    looker = user_in("Programme staff", username="looker")
    group = looker.groups.get()
    for action in ("add", "delete"):
        group.permissions.remove(group.permissions.get(codename=f"{action}_sessionevidence"))
    client.force_login(looker)

    page = client.get(address("evidence", evidence.session))
    added = client.post(address("evidence", evidence.session), upload(picture((9, 9))))
    gone = client.post(of("delete_evidence", evidence), {"reason": "x"})

    assert "Keep a sheet or photo" not in page.content.decode()
    assert (page.status_code, added.status_code, gone.status_code) == (200, 404, 404)
    assert list(SessionEvidence.objects.all()) == [evidence]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_list_takes_the_same_queries_for_one_and_for_thirty(
    trainer, trainer_user, session, rows, django_assert_num_queries
):
    for number in range(rows):
        keep_evidence(session, BytesIO(picture((9 + number, 9))), "photo", by=trainer_user)
    trainer.get(address("evidence", session))

    with django_assert_num_queries(6):
        trainer.get(address("evidence", session))
