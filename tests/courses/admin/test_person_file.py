"""A person's file in the hands of staff."""

import json

import pytest
from django.urls import reverse

from courses.models import ExportLog
from tests.courses.adapters.paper.reading import text_of

pytestmark = pytest.mark.django_db


def address(world):
    return reverse("training_people:file", args=[world.people.pk])


def test_it_leaves_when_its_purpose_is_told_and_is_kept(staff, staff_user, foreign):
    before = ExportLog.objects.count()
    silent = staff.post(address(foreign), {"file_format": "json"})
    values = {"file_format": "json", "purpose": "person_asked"}
    record = json.loads(staff.post(address(foreign), values).content)

    assert "This field is required." in silent.content.decode()
    assert record["person"][0]["card_code"] == foreign.people.card_code
    assert ExportLog.objects.count() == before + 1
    row = ExportLog.objects.first()
    assert (row.taken_by, row.what, row.filters) == (
        staff_user,
        "person",
        {"person": str(foreign.people.uuid)},
    )


def test_it_can_be_printed(staff, foreign):
    values = {"file_format": "pdf", "purpose": "person_asked"}
    told = " ".join("".join(text_of(staff.post(address(foreign), values).content)).split())

    assert foreign.people.card_code in told
    assert "Name on the public certificate check" in told


def test_trainers_take_no_file_of_anybody(trainer, own):
    answer = trainer.get(address(own), follow=True)

    assert "you do not have permission" in answer.content.decode()
