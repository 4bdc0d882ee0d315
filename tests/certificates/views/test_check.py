"""The public check page."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import (
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from certificates.rules.codes import spoken
from courses.actions.consents import record_consent
from courses.choices import ConsentKind
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def certificate():
    return issue_certificate(met_completion(course__title_en="Fire safety"), by=None)


def answer(client, certificate):
    return client.get(reverse("certificates:verify", args=[certificate.code]))


def test_a_valid_certificate_shows_what_is_printed_and_initials_without_consent(
    client, certificate
):
    response = answer(client, certificate)

    assert response.status_code == 200
    for text in ("Valid", "Fire safety", certificate.serial, "C. S.", "ច. ស."):
        assert text in response.text
    assert "Sreymom" not in response.text
    assert response["X-Robots-Tag"] == "noindex"
    assert "no-store" in response["Cache-Control"]


def test_the_name_is_shown_with_consent_and_hidden_again_without(client, certificate):
    record_consent(certificate.person, ConsentKind.PUBLIC_NAME, True, by=None)
    shown = answer(client, certificate).text
    record_consent(certificate.person, ConsentKind.PUBLIC_NAME, False, by=None)
    hidden = answer(client, certificate).text

    assert "CHAN Sreymom" in shown
    assert "CHAN Sreymom" not in hidden


def test_a_withdrawn_certificate_says_since_when_and_why(client, certificate, staff_user):
    revoke_certificate(certificate, "wrong_person", by=staff_user)

    text = answer(client, certificate).text

    assert "Not valid: withdrawn" in text
    assert "It was issued to the wrong person." in text


def test_a_replaced_certificate_leads_to_its_successor(client, certificate, staff_user):
    new = replace_certificate(certificate, by=staff_user)

    text = answer(client, certificate).text

    assert "Replaced" in text
    assert reverse("certificates:verify", args=[new.code]) in text
    assert "Valid" in answer(client, new).text


def test_an_expired_certificate_says_until_when(client, certificate):
    certificate.expires_on = timezone.localdate() - timedelta(days=1)
    certificate.save()

    assert "It was valid until" in answer(client, certificate).text


def test_the_khmer_page_is_in_khmer(client, certificate):
    response = client.get(f"/km/check/{certificate.code}/")

    assert 'lang="km"' in response.text
    assert certificate.facts["course_km"] in response.text


def test_typing_the_code_with_dashes_leads_to_the_answer(client, certificate):
    response = client.get(reverse("certificates:check"), {"code": spoken(certificate.code).lower()})

    assert response.url == reverse("certificates:verify", args=[certificate.code])


def test_an_empty_or_endless_code_keeps_the_form(client):
    for typed in ("", "x" * 61):
        response = client.get(reverse("certificates:check"), {"code": typed})
        assert "Please look at one answer" in response.text or 'name="code"' in response.text
        assert response.status_code == 200


def test_unknown_codes_get_one_answer_and_are_limited(client, settings, certificate):
    settings.CERTIFICATES_TRIES_PER_MINUTE = 2
    url = reverse("certificates:verify", args=["ABCDEFGHJKMNPQRSTU"])

    first, second, third = (client.get(url) for _ in range(3))

    assert [first.status_code, second.status_code, third.status_code] == [404, 404, 429]
    assert "We do not know this code" in first.text
    assert "Please wait a minute" in third.text
