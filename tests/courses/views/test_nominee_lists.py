"""A contact brings a file, and is asked about columns with unusual names."""

from base64 import b64encode
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from courses.models import ColumnChoice, Invitation
from tests.courses.adapters.spreadsheets.files import xlsx
from tests.courses.views.test_nominees import come_in, sheet, text, url
from tests.factories import InvitationFactory

pytestmark = pytest.mark.django_db
ROWS = [["Họ tên", "Giới tính", "Tuổi"], ["Sok Dara", "F", "31 years"]]
NAMED = {"column0": "name_latin", "column1": "sex", "column2": "left_out"}


@pytest.fixture
def invitation():
    return InvitationFactory(token="ours")


@pytest.fixture
def contact(client, invitation):
    return come_in(client, "ours")


def upload(client, invitation, data, name="list.xlsx", **extra):
    file = SimpleUploadedFile(name, data)
    return client.post(url("nominate_upload", invitation), {"file": file}, **extra)


def held(page):
    kept = page.context["kept"]
    return {"filename": kept.name, "held": kept.data["held"]}


def names_of(page):
    return [form.initial["name"] for form in page.context["sheet"]]


def test_a_file_fills_the_rows_and_says_what_stays_out(contact, invitation):
    rows = [["ល.រ", "ឈ្មោះ", "ភេទ", "តួនាទី"], [1, "សុខ ដារា", "ប្រុស", "កម្មករ"],
            [2, "ចាន់ ធារី", "XX", "កម្មករ"], [3, "", "ស្រី", "កម្មករ"]]  # fmt: skip
    response = upload(contact, invitation, xlsx({"A": rows}))
    page = text(response)
    assert names_of(response) == ["សុខ ដារា", "ចាន់ ធារី"]
    assert "There is no name in this row." in page
    assert "says no sex. It is kept as not stated." in page
    assert not invitation.nominations.exists()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("list.xlsx", b"", "This file is empty."),
        ("list.doc", b"\x89PNG nothing of use", "This is not a spreadsheet."),
        ("list.csv", b"1,2\n3,4\n", "No heading was found."),
    ],
)
def test_a_file_that_is_no_list_is_told(contact, invitation, name, data, sentence):
    assert sentence in text(upload(contact, invitation, data, name))


def test_unusual_columns_are_asked_about_once_for_the_organization(contact, invitation):
    asked = upload(contact, invitation, xlsx({"A": ROWS}))
    assert "What the columns hold" in text(asked)
    assert "For example: Sok Dara" in text(asked)
    page = contact.post(url("nominate_columns", invitation), held(asked) | NAMED)
    assert names_of(page) == ["Sok Dara"]
    assert page.context["sheet"].forms[0].initial["sex"] == "female"
    assert not invitation.nominations.exists()

    rows = {"name": "Sok Dara", "sex": "female", "role": "worker"}
    contact.post(url("nominate_add", invitation), sheet(rows))
    assert invitation.nominations.get().name == "Sok Dara"
    next_list = xlsx({"B": [["Giới tính", "Họ tên"], ["M", "Chan Theary"]]})
    assert names_of(upload(contact, invitation, next_list)) == ["Chan Theary"]


def test_what_one_organization_said_is_asked_again_of_another(contact, client, invitation):
    asked = upload(contact, invitation, xlsx({"A": ROWS}))
    contact.post(url("nominate_columns", invitation), held(asked) | NAMED)
    other = InvitationFactory(run=invitation.run, token="theirs")
    come_in(client, "theirs")
    assert "What the columns hold" in text(upload(client, other, xlsx({"A": ROWS})))
    assert set(ColumnChoice.objects.values_list("organization", flat=True)) == {
        invitation.organization_id
    }


def test_nothing_is_lost_when_the_answer_does_not_work(contact, invitation):
    asked = held(upload(contact, invitation, xlsx({"A": ROWS})))
    here = url("nominate_columns", invitation)
    page = contact.post(here, asked | NAMED | {"column1": "name_latin"})
    assert "Two columns cannot both hold this: Latin name." in text(page)
    assert held(page) == asked
    page = contact.post(here, asked | dict.fromkeys(NAMED, "left_out"))
    assert "No heading was found." in text(page)
    assert held(page) == asked
    assert not ColumnChoice.objects.exists()
    assert names_of(contact.post(here, asked | NAMED)) == ["Sok Dara"]


def test_columns_that_were_taken_wrongly_are_put_right(contact, invitation):
    rows = [["Name", "Sex", "Section"], ["Sok Dara", "M", "E-17"]]
    page = upload(contact, invitation, xlsx({"A": rows}))
    assert "Columns are not right?" in text(page)
    here = url("nominate_columns", invitation)
    asked = contact.post(here, held(page) | {"ask": "1"})
    assert asked.context["form"]["column2"].value() == "section"
    answer = {"column0": "name_latin", "column1": "sex", "column2": "employee_number"}
    page = contact.post(here, held(asked) | answer)
    assert page.context["sheet"].forms[0].initial["employee_number"] == "E-17"


@pytest.mark.parametrize("sent", ["", "no file!", b64encode(b"\x89PNG\0").decode()])
def test_a_page_that_lost_its_file_asks_for_it_again(contact, invitation, sent):
    page = contact.post(url("nominate_columns", invitation), NAMED | {"held": sent})
    assert "This file is not kept any more. Choose it again." in text(page)


def test_a_file_that_is_too_large_to_ask_about_says_what_to_do(contact, invitation):
    lines = ["Họ tên,Giới tính", "Sok Dara,F", *[" " * 400] * 2_800]
    page = text(upload(contact, invitation, "\n".join(lines).encode(), "list.csv"))
    assert "the file is too large to ask about them" in page


def test_after_the_last_day_nothing_is_remembered(contact, invitation):
    asked = held(upload(contact, invitation, xlsx({"A": ROWS})))
    Invitation.objects.update(deadline=timezone.localdate() - timedelta(days=1))
    page = contact.post(url("nominate_columns", invitation), asked | NAMED)
    assert "The last day for changes is over." in text(page)
    assert not ColumnChoice.objects.exists()


@pytest.mark.parametrize("language", ["km", "zh-hans"])
def test_the_question_is_asked_in_the_language_of_the_contact(contact, invitation, language):
    file = SimpleUploadedFile("list.xlsx", xlsx({"A": ROWS}))
    here = url("nominate_upload", invitation).replace("/en/", f"/{language}/")
    page = text(contact.post(here, {"file": file}))
    assert "What the columns hold" not in page
    assert {"km": "ឈ្មោះឡាតាំង", "zh-hans": "拉丁字母姓名"}[language] in page
