"""Sheets and photos: kept once and privately, opened and destroyed with a trace."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.evidence import (
    delete_evidence,
    keep_evidence,
    open_evidence,
)
from courses.actions.retention import enforce_retention
from courses.exceptions import Refused
from courses.models import SessionEvidence
from tests.courses.adapters.printing.samples import picture
from tests.factories import SessionFactory

pytestmark = pytest.mark.django_db


def kept(user, session=None, content=None, **more):
    file = BytesIO(content or picture())
    return keep_evidence(session or SessionFactory(), file, "sheet", by=user, **more)


def history(session):
    entries = ModelLogEntry.objects.filter(object_id=str(session.pk), action__contains="evidence")
    return [(entry.action, entry.user, entry.data) for entry in entries.order_by("pk")]


def test_a_sheet_is_kept_under_a_name_that_nobody_can_guess(trainer_user, settings):
    evidence = kept(trainer_user, note=" two pages ")

    now = timezone.now()
    assert evidence.file.name == f"evidence/{now:%Y/%m}/{evidence.uuid}.jpg"
    assert not evidence.file.path.startswith(str(settings.MEDIA_ROOT))
    assert (evidence.note, evidence.uploaded_by) == ("two pages", trainer_user)
    assert evidence.size == evidence.file.size
    about = {"evidence": str(evidence.uuid), "kind": "sheet"}
    assert history(evidence.session) == [("courses.evidence_kept", trainer_user, about)]


def test_the_same_file_twice_is_kept_once(trainer_user):
    session = SessionFactory()

    first, second = (kept(trainer_user, session) for _ in range(2))
    other = kept(trainer_user)

    assert first == second != other
    assert SessionEvidence.objects.count() == 2


def test_without_a_private_place_nothing_is_taken_in(trainer_user, settings):
    settings.STORAGES = {k: v for k, v in settings.STORAGES.items() if k != "private"}

    with pytest.raises(Refused) as refused:
        kept(trainer_user)

    assert refused.value.code == "no_private_storage"
    assert not SessionEvidence.objects.exists()


@pytest.mark.parametrize(
    ("content", "code"), [(b"<svg/>", "not_taken"), (b"%PDF-" + b"x" * 999, "too_large")]
)
def test_other_files_are_refused(trainer_user, settings, content, code):
    settings.COURSES_EVIDENCE_MAX_BYTES = 900

    with pytest.raises(Refused) as refused:
        kept(trainer_user, content=content)

    assert refused.value.code == code
    assert not SessionEvidence.objects.exists()


def test_every_look_is_in_the_history(trainer_user, staff_user):
    evidence = kept(trainer_user)

    with open_evidence(evidence, by=staff_user) as file:
        assert file.read(2) == b"\xff\xd8"

    seen = ("courses.evidence_seen", staff_user, {"evidence": str(evidence.uuid)})
    assert history(evidence.session)[-1] == seen


def test_deleting_needs_a_reason_and_takes_the_file_away(
    trainer_user, django_capture_on_commit_callbacks
):
    evidence = kept(trainer_user)
    storage, name = evidence.file.storage, evidence.file.name

    with pytest.raises(Refused) as refused:
        delete_evidence(evidence, "  ", by=trainer_user)
    assert (refused.value.code, storage.exists(name)) == ("no_reason", True)

    with django_capture_on_commit_callbacks(execute=True):
        delete_evidence(evidence, " wrong room ", by=trainer_user)

    assert (SessionEvidence.objects.exists(), storage.exists(name)) == (False, False)
    action, user, data = history(evidence.session)[-1]
    assert (action, user, data["reason"]) == (
        "courses.evidence_deleted",
        trainer_user,
        "wrong room",
    )


def test_after_its_term_a_sheet_is_destroyed(trainer_user):
    old, young = kept(trainer_user), kept(trainer_user)
    age = timedelta(days=7 * 366)
    SessionEvidence.objects.filter(pk=old.pk).update(uploaded_at=timezone.now() - age)

    assert enforce_retention()["evidence"] == 1
    assert enforce_retention()["evidence"] == 0
    assert list(SessionEvidence.objects.all()) == [young]
    assert history(old.session)[-1][2]["reason"] == "term"
