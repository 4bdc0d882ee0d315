"""Staff edit a design beside its page, copy it and move it as a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from certificates.actions.designs import ensure_shipped_designs
from certificates.adapters.typesetting import render, shipped, shipped_sheet
from certificates.forms.designs import DesignForm
from certificates.models import Design, PrintedPicture
from certificates.queries.designs import SHIPPED, newest_of
from certificates.rules.samples import sample
from certificates.rules.sheets import fields_of
from tests.certificates.design_forms import sent
from tests.courses.adapters.printing.samples import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def design():
    ensure_shipped_designs()
    return Design.objects.get(origin="completion")


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


def address(verb, design):
    return reverse(f"training_designs:{verb}", args=[design.pk])


def above(verb):
    return reverse(f"training_designs:{verb}")


def data_of(design, **more):
    return sent(design.name, newest_of(design).sheet) | more


@pytest.mark.parametrize("name", shipped())
def test_the_form_of_a_shipped_design_draws_the_same_fields_and_the_longest_texts(name):
    sheet = shipped_sheet(name)
    form = DesignForm(sent("x", sheet), sheet=sheet)

    assert form.is_valid(), form.errors
    assert fields_of(form.sheet) >= fields_of(sheet)
    assert render(form.sheet, sample(SHIPPED[name], is_longest=True), {}).pdf


def test_a_saved_form_is_a_new_revision_with_what_was_changed(staff, design):
    answer = staff.post(address("edit", design), data_of(design, name="Ours", background=""))

    design.refresh_from_db()
    assert answer.status_code == 302
    assert (design.name, newest_of(design).number, newest_of(design).sheet["bg"]) == ("Ours", 2, "")


def test_the_page_is_drawn_before_it_is_saved_and_says_what_is_wrong(staff, design):
    text = next(key for key, value in data_of(design).items() if value == "{title_en}")
    good = staff.post(address("sketch", design), data_of(design)).json()
    wrong = [
        staff.post(address("sketch", design), data_of(design, **{text: told})).json()["sentences"]
        for told in ("W" * 200, "{person}", "证")
    ]

    assert len(good["svg"]) > 10_000 and good["sentences"] == []
    assert [len(each) for each in wrong] == [1, 1, 1]
    assert wrong[1] == ["There is no field {person}. Choose one of the list."]
    assert design.revisions.count() == 1


def test_a_design_that_cannot_print_stays_on_the_form_with_the_reason(staff, design):
    text = next(key for key, value in data_of(design).items() if value == "{title_en}")

    page = staff.post(address("edit", design), data_of(design, **{text: "W" * 200}))

    assert "This text does not fit" in page.text
    assert design.revisions.count() == 1


def test_copies_files_and_pictures(staff, design):
    staff.post(address("copy_design", design), {"name": "Copy"})
    file = staff.get(address("export", design))
    upload = SimpleUploadedFile("d.json", file.content)
    brought = staff.post(above("from_file"), {"file": upload})
    refused = staff.post(above("from_file"), {"file": SimpleUploadedFile("d.json", b"<svg/>")})
    shown = SimpleUploadedFile("gate.png", picture())
    staff.post(above("add_picture"), {"title": "Gate", "file": shown})
    staff.post(address("archive", design))

    assert "attachment" in file["Content-Disposition"]
    assert brought.status_code == 302
    assert "This file is no design of certificates." in refused.text
    assert Design.objects.filter(origin=None).count() == 2
    assert PrintedPicture.objects.get().title == "Gate"
    assert Design.objects.get(pk=design.pk).is_archived


def test_what_needs_no_design_stands_above_the_list(staff, design):
    page = staff.get(above("index"))

    assert above("from_file") in page.text and above("add_picture") in page.text
    record = staff.get(address("inspect", design))
    assert above("from_file") not in record.text


def test_a_file_that_is_no_design_is_refused_with_the_reason(staff, design):
    upload = SimpleUploadedFile("x.json", b"[]")
    page = staff.post(above("from_file"), {"file": upload})

    assert "This file is no design of certificates." in page.text
    assert Design.objects.exclude(origin=None).count() == Design.objects.count()
