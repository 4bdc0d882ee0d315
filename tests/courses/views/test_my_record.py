"""Everything on record, for the person herself."""

import json

import pytest
from django.urls import reverse
from django.utils import translation

from courses.actions.consents import record_consent
from courses.models import ExportLog, PersonPhone
from tests.certificates.factories import met_completion
from tests.courses.adapters.paper.reading import letters, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(participant_user, client):
    person = participant_user.training_person
    met_completion(person=person, course__title_en="Fire safety")
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
    record_consent(person, "photo", False, by=None, manner="read_aloud")
    client.force_login(participant_user)
    return person


def test_a_person_reads_what_is_kept_in_words(client, person):
    page = client.get(reverse("courses:my_record")).text

    for words in ("Fire safety", "+85512345678", "Photo", "Read aloud", "Woman", "Here"):
        assert words in page
    assert "+07:00" not in page
    assert "no-store" in client.get(reverse("courses:my_record"))["Cache-Control"]


def test_she_takes_it_as_a_file_and_that_is_kept(client, person, participant_user):
    answer = client.post(reverse("courses:my_record_file"))
    record = json.loads(answer.content)

    assert answer["Content-Disposition"].startswith("attachment")
    assert record["format"] == "sala-person-1"
    assert record["person"][0]["name_km"] == person.name_km
    assert record["enrolments"][0]["course"] == "Fire safety"
    assert record["attendances"][0]["presence"] == "present"
    assert record["consents"][0]["is_given"] is False
    row = ExportLog.objects.get()
    assert (row.what, row.purpose, row.rows) == ("person", "person_asked", 1)
    assert row.taken_by == participant_user


def test_she_takes_it_as_pdf_in_the_language_of_the_screen(client, person):
    with translation.override("km"):
        url = reverse("courses:my_record_pdf")
    answer = client.post(url)

    assert answer["Content-Disposition"] == f'attachment; filename="{person.card_code}.pdf"'
    told = letters("".join(text_of(answer.content)))
    for words in (person.name_km, person.card_code, "+85512345678", "អ្វីៗទាំងអស់ក្នុងកំណត់ត្រា"):
        assert letters(words) in told
    assert ExportLog.objects.get().file_format == "pdf"


def test_a_login_without_a_person_has_no_file(client, staff_user):
    client.force_login(staff_user)

    assert "not joined to your card" in client.get(reverse("courses:my_record")).text
    for name in ("my_record_file", "my_record_pdf"):
        assert client.post(reverse(f"courses:{name}")).status_code == 404
    assert not ExportLog.objects.exists()
