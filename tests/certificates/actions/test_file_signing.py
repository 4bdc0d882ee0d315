"""The file of a certificate is signed before its fingerprint is taken, where the operator has a
key."""

import hashlib

import pytest

from certificates.actions.certificates import catch_up_certificates, issue_certificate
from certificates.models import Certificate
from courses.exceptions import Refused
from tests.certificates.factories import met_completion
from tests.certificates.keyring import sign_files, use_keys, write_pkcs12
from tests.certificates.signatures import signature_of

pytestmark = pytest.mark.django_db


def file_of(certificate) -> bytes:
    with certificate.file.open("rb") as file:
        return file.read()


@pytest.mark.poppler
def test_the_fingerprint_is_that_of_the_signed_file(settings, tmp_path):
    use_keys(settings, tmp_path / "keys")
    sign_files(settings, write_pkcs12(tmp_path / "operator.p12"))

    certificate = issue_certificate(met_completion(), by=None)

    pdf = file_of(certificate)
    assert signature_of(pdf, tmp_path)["Signature Validation"] == "Signature is Valid."
    assert hashlib.sha256(pdf).hexdigest() == Certificate.objects.get().sha256


def test_without_a_key_the_file_is_as_it_was_drawn():
    certificate = issue_certificate(met_completion(), by=None)

    pdf = file_of(certificate)
    assert b"/AcroForm" not in pdf and pdf.count(b"%%EOF") == 1


def test_a_key_that_has_ended_issues_nothing_and_the_next_one_catches_up(settings, tmp_path):
    path = write_pkcs12(tmp_path / "operator.p12", ends=0)
    sign_files(settings, path)

    with pytest.raises(Refused) as no:
        issue_certificate(met_completion(), by=None)

    assert no.value.code == "no_file_key"
    assert not Certificate.objects.exists()
    write_pkcs12(path)
    assert catch_up_certificates() == (1, 0)
    assert Certificate.objects.get().serial.endswith("-000001")
