"""The certificate of an erased person: valid, name withheld, and a name may be checked."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from certificates.actions.certificates import issue_certificate, revoke_certificate
from certificates.actions.erasing import erase_certificates
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate():
    cache.clear()
    return issue_certificate(met_completion(), by=None)


def erased(certificate):
    erase_certificates([certificate.person_id])
    return reverse("certificates:withheld", args=[certificate.code])


def test_it_says_that_it_is_valid_and_whether_a_typed_name_is_the_printed_one(client, certificate):
    url = erased(certificate)
    page = client.get(reverse("certificates:verify", args=[certificate.code]))
    right = client.post(url, {"name": "sreymom chan"})
    wrong = client.post(url, {"name": "Sreymom Chann"})

    assert "Valid, name withheld" in page.text and url in page.text
    assert "Yes, this name was printed" in right.text
    assert "No, this name was not printed" in wrong.text
    assert right["X-Robots-Tag"] == "noindex"


def test_what_was_withdrawn_stays_withdrawn_after_the_erasure(client, certificate, staff_user):
    revoke_certificate(certificate, "misuse", by=staff_user)
    erased(certificate)

    page = client.get(reverse("certificates:verify", args=[certificate.code]))

    assert "Not valid: withdrawn" in page.text
    assert "name withheld" not in page.text


def test_guessing_is_stopped_for_an_address_and_for_a_certificate(client, certificate):
    url = erased(certificate)
    answers = [
        client.post(url, {"name": "Sok"}, REMOTE_ADDR=f"10.0.0.{number}").status_code
        for number in range(21)
    ]
    other = client.get(reverse("certificates:withheld", args=["A" * 18]))

    assert answers == [200] * 20 + [429]
    assert other.status_code == 404


def test_a_certificate_of_somebody_who_is_there_has_no_such_page(client, certificate):
    assert client.get(reverse("certificates:withheld", args=[certificate.code])).status_code == 404
