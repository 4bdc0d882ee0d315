"""Certificates on hold: the reason is told, and another try issues them."""

import pytest
from django.urls import reverse

from certificates.actions.certificates import catch_up_certificates
from certificates.models import Certificate, HeldCertificate
from tests.certificates.factories import met_completion
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


@pytest.fixture
def held():
    met_completion(person=PersonFactory(name_km="", given_name_latin="M" * 100))
    catch_up_certificates()
    return HeldCertificate.objects.get()


def test_the_list_says_what_stands_in_the_way(staff, held):
    response = staff.get(reverse("training_held:index"))

    assert list(response.context["object_list"]) == [held]
    assert "A text is too long for the design." in response.text


def test_held_certificates_are_found_by_run(staff, held):
    address = reverse("training_held:index")
    code = held.completion.enrollment.run.code

    assert list(staff.get(address, {"q": code}).context["object_list"]) == [held]
    assert list(staff.get(address, {"q": "nothing"}).context["object_list"]) == []


def test_the_record_leads_to_the_person_and_to_another_try(staff, held):
    text = staff.get(reverse("training_held:inspect", args=[held.pk])).text

    person = held.completion.enrollment.person_id
    assert reverse("training_people:inspect", args=[person]) in text
    assert reverse("training_held:retry", args=[held.pk]) in text


def test_another_try_fails_with_the_reason_until_the_name_is_mended(staff, held):
    address = reverse("training_held:retry", args=[held.pk])

    refused = staff.post(address)
    person = held.completion.enrollment.person
    person.given_name_latin = "Sreymom"
    person.save()
    issued = staff.post(address)

    certificate = Certificate.objects.get()
    assert refused.context["form"].non_field_errors() == ["A text is too long for the design."]
    assert issued.url == reverse("training_certificates:inspect", args=[certificate.pk])
    assert not HeldCertificate.objects.exists()


def test_the_board_of_data_quality_leads_to_what_is_on_hold(staff, held):
    line = staff.get(reverse("courses_quality")).context["lines"][-1]
    assert (line.label, [cell.number for cell in line.cells]) == ("Certificates on hold", [1])
    rows = staff.get(line.cells[0].url).context["rows"]
    assert [row["repair"] for row in rows] == [reverse("training_held:inspect", args=[held.pk])]
