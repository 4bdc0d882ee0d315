"""Every certificate is a credential that programs of others accept, and refuse when it is not."""

import json
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import (
    catch_up_certificates,
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from certificates.actions.credentials import sign_unsigned
from certificates.actions.erasing import erase_certificates
from certificates.actions.yearly import issue_yearly_statement
from certificates.adapters.keys import declare_stolen, make_key, retire_key
from certificates.choices import RevocationReason
from certificates.models import Certificate, Credential
from courses.exceptions import Refused
from courses.models import Outcome
from tests.certificates.factories import YEAR, came, met_completion
from tests.certificates.keyring import DID, SITE, use_keys
from tests.certificates.verifiers import asked
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
KHMER_NAME = "ស៊ិន ស៊ីសាមុត"


@pytest.fixture
def key(settings, tmp_path):
    cache.clear()
    return use_keys(settings, tmp_path / "keys")


def issued(name_km=KHMER_NAME, **run_values):
    person = PersonFactory(
        name_km=name_km, family_name_latin="Sinn", given_name_latin='Si "S" Samuth'
    )
    completion = met_completion(person=person, **run_values)
    return issue_certificate(completion, by=None)


def document_of(certificate) -> dict:
    return json.loads(Credential.objects.get(certificate=certificate).document)


def verdicts_on(client, credentials, now=None):
    """What the verifiers say, with what the site publishes at this moment."""
    cache.clear()
    published = {DID: client.get("/.well-known/did.json").json()}
    for address in {each["credentialStatus"]["statusListCredential"] for each in credentials}:
        published[address] = client.get(address.removeprefix(SITE)).json()
    now = (now or timezone.now() + timedelta(minutes=1)).isoformat()
    return asked(
        "verify.js", {"documents": published, "credentials": list(credentials), "now": now}
    )


@pytest.mark.node
def test_others_tell_what_is_valid_from_what_is_forged_expired_withdrawn_or_replaced(
    client, key, staff_user, settings
):
    valid = issued(course__validity_months=24, course__title_km="វគ្គ​សុវត្ថិភាព")
    valid.course.outcomes.add(
        Outcome.objects.create(slug="rights", name_en="Rights at work", name_km="សិទ្ធិ")
    )
    aligned, revoked, replaced = issued(), issued(), issued()
    revoke_certificate(revoked, RevocationReason.MISUSE, by=staff_user)
    newer = replace_certificate(replaced, by=staff_user)
    second_key = make_key(key_folder(settings), timezone.localdate())
    retire_key(key_folder(settings), key.id, timezone.localdate())
    after_rotation = issued(name_km="")
    forged = document_of(valid)
    forged["credentialSubject"]["identifier"][0]["identityHash"] = "Somebody Else"
    longer = document_of(valid) | {"validUntil": "2099-01-01T00:00:00+07:00"}

    everything = [valid, aligned, revoked, replaced, newer, after_rotation]
    found = verdicts_on(client, [*map(document_of, everything), forged, longer])
    later = timezone.now() + timedelta(days=800)
    (late,) = verdicts_on(client, [document_of(valid)], now=later)

    assert document_of(after_rotation)["proof"]["verificationMethod"] == f"{DID}#{second_key.id}"
    assert [each["schema"] for each in found] == [""] * 8
    genuine, altered = found[:6], found[6:]
    # What is withdrawn was signed all the same: its state is an answer of its own.
    assert [(each["verified"], each["second"]) for each in genuine] == [(True, True)] * 6
    assert [each["revoked"] for each in genuine] == [False, False, True, True, False, False]
    assert [(each["signature"], each["second"]) for each in altered] == [(False, False)] * 2
    assert not late["verified"] and 'after "validUntil"' in late["error"] and late["second"]


def key_folder(settings):
    return Path(settings.CERTIFICATES_KEYS)


def test_the_credential_says_what_is_printed_and_lies_in_the_file(key, client, staff_user):
    certificate = issued()
    with certificate.file.open("rb") as file:
        pdf = pypdfium2.PdfDocument(file.read())
    attached = pdf.get_attachment(0)

    assert pdf.count_attachments() == 1
    assert attached.get_name() == "credential.json"
    assert bytes(attached.get_data()).decode() == certificate.credential.document
    said = document_of(certificate)
    subject = said["credentialSubject"]
    assert {each["identityHash"] for each in subject["identifier"]} == {
        KHMER_NAME,
        certificate.facts["name_en"],
    }
    assert subject["licenseNumber"] == certificate.serial
    assert said["evidence"][0]["narrative"].startswith("Attended 3 hours of 3 hours in 1 session")
    client.force_login(staff_user)
    answer = client.get(reverse("certificates:credential", args=[certificate.uuid]))
    assert answer.content.decode() == certificate.credential.document
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.node
def test_a_yearly_statement_is_a_credential_of_that_year(client, key, staff_user):
    person = PersonFactory()
    mark = came(person, 3, 10)
    course = mark.enrollment.run.course
    of_all = issue_yearly_statement(person, YEAR, by=staff_user)
    of_one = issue_yearly_statement(person, YEAR, course, by=staff_user)
    revoke_certificate(of_one, RevocationReason.OTHER, by=staff_user)
    documents = [document_of(of_all), document_of(of_one)]

    found = verdicts_on(client, documents)

    assert [each["schema"] for each in found] == ["", ""]
    assert [(each["verified"], each["second"]) for each in found] == [(True, True)] * 2
    assert [each["revoked"] for each in found] == [False, True]
    achievement = documents[0]["credentialSubject"]["achievement"]
    assert achievement["id"] == f"{SITE}/check/year/{YEAR}/"
    assert (achievement["humanCode"], achievement["name"]) == (
        str(YEAR), f"Courses and meetings in {YEAR}",
    )  # fmt: skip
    other = documents[1]["credentialSubject"]["achievement"]
    assert other["id"] == f"{SITE}/check/year/{YEAR}/{course.code}/"
    assert other["humanCode"] == f"{course.code}-{YEAR}"
    assert [each["narrative"] for each in documents[0]["evidence"]] == [
        f"Attended 3 hours in 1 course or meeting, 1 January to 31 December {YEAR}.",
        f"10 March {YEAR}, hours: 3. Attended.",
    ]


def test_a_day_without_a_key_issues_nothing_and_catches_up_later(key, settings):
    retire_key(key_folder(settings), key.id, timezone.localdate())
    completion = met_completion()

    with pytest.raises(Refused) as no:
        issue_certificate(completion, by=None)
    assert no.value.code == "no_key"
    assert not Certificate.objects.exists()

    make_key(key_folder(settings), timezone.localdate())
    assert catch_up_certificates() == (1, 0)
    assert Credential.objects.count() == 1


def test_certificates_of_a_time_without_keys_are_signed_later_and_keep_their_file(
    settings, tmp_path
):
    settings.CERTIFICATES_KEYS = ""
    certificate = issued()
    yearly = issue_yearly_statement(came(PersonFactory(), 3, 10).enrollment.person, YEAR, by=None)
    assert not Credential.objects.exists()
    use_keys(settings, tmp_path)

    assert sign_unsigned() == 2
    assert "3 hours in 1 course" in document_of(yearly)["evidence"][0]["narrative"]
    assert sign_unsigned() == 0
    document = Credential.objects.get(certificate=certificate).document
    assert json.loads(document)["credentialSubject"]["licenseNumber"] == certificate.serial
    assert Certificate.objects.get(pk=certificate.pk).sha256 == certificate.sha256


@pytest.mark.node
def test_what_a_stolen_key_signed_is_refused_by_others_and_signed_anew(client, key, settings):
    certificate, withdrawn = issued(), issued()
    old, file = document_of(certificate), certificate.sha256
    Certificate.objects.filter(pk=withdrawn.pk).update(status="revoked")
    today = timezone.localdate()
    declare_stolen(key_folder(settings), key.id, today, today)
    second = make_key(key_folder(settings), today)

    assert (sign_unsigned(), sign_unsigned()) == (1, 0)
    before, after = verdicts_on(client, [old, document_of(certificate)])

    assert (before["verified"], after["verified"], after["second"]) == (False, True, True)
    assert document_of(certificate)["proof"]["verificationMethod"] == f"{DID}#{second.id}"
    assert Certificate.objects.get(pk=certificate.pk).sha256 == file
    published = client.get("/.well-known/did.json").json()
    assert published["assertionMethod"] == [f"{DID}#{second.id}"]
    told = {each["id"]: each.get("revoked") for each in published["verificationMethod"]}
    assert told == {f"{DID}#{key.id}": f"{today}T00:00:00Z", f"{DID}#{second.id}": None}


def test_the_credential_goes_with_the_name_of_an_erased_person(key):
    certificate = issued()

    erase_certificates([certificate.person_id])

    assert not Credential.objects.exists()


def test_without_keys_there_is_nothing_to_find(client, settings, staff_user):
    settings.CERTIFICATES_KEYS = ""
    certificate = issued()
    client.force_login(staff_user)
    addresses = (
        "/.well-known/did.json",
        f"/check/status/{certificate.serial.rpartition('-')[0]}/",
        reverse("certificates:credential", args=[certificate.uuid]),
    )
    assert [client.get(address, follow=True).status_code for address in addresses] == [404] * 3
