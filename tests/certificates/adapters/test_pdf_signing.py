"""Signed files: others find the signature valid, nothing of the page changes, forgeries show."""

from datetime import timedelta
from io import BytesIO

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from django.utils import timezone
from pyhanko.pdf_utils.reader import PdfFileReader

from certificates.adapters.keys import NoSigningKey
from certificates.adapters.pdf_signing import pdf_key
from certificates.adapters.typesetting import render, shipped_sheet
from tests.certificates.adapters.samples import pictures, sample
from tests.certificates.adapters.test_typesetting import text_of
from tests.certificates.keyring import OPERATOR, PASSPHRASE, certificate_of, rsa_key, write_pkcs12
from tests.certificates.signatures import signature_of

CREDENTIAL = b'{"type": ["VerifiableCredential"]}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("signed")


@pytest.fixture(scope="module")
def plain():
    sheet, facts = shipped_sheet("completion"), sample("completion")
    return render(sheet, facts, pictures(), credential=CREDENTIAL).pdf


@pytest.fixture(scope="module")
def signed(plain, folder):
    path = write_pkcs12(folder / "operator.p12")
    return pdf_key(path, PASSPHRASE, timezone.now()).sign(plain)


@pytest.mark.poppler
def test_poppler_finds_the_signature_valid_and_reads_every_word_as_before(plain, signed, folder):
    said = signature_of(signed, folder)

    assert said["Signature Validation"] == "Signature is Valid."
    assert said["Signature Type"] == "ETSI.CAdES.detached"
    assert said["Signer Certificate Common Name"] == "Romduol Certificates"
    assert "Total document signed" in said
    assert signature_of(plain, folder) == {}
    assert text_of(signed, folder) == text_of(plain, folder)
    assert sample("completion")["name_km"] in text_of(signed, folder).splitlines()


def test_the_certificate_of_the_authority_comes_along(signed):
    assert b"Invented Authority".hex().upper().encode() in signed


def altered(pdf: bytes) -> bytes:
    """One letter of the language of the file is another."""
    assert b"/Lang" in pdf
    return pdf.replace(b"/Lang (km", b"/Lang (kn", 1)


@pytest.mark.poppler
@pytest.mark.parametrize(
    ("forge", "what", "said"),
    [
        (altered, "Signature Validation", "Digest Mismatch."),
        (lambda pdf: pdf + b"\n% and more\n", "Not total document signed", ""),
    ],
)
def test_poppler_sees_what_was_changed_or_added(signed, folder, forge, what, said):
    assert signature_of(forge(signed), folder)[what] == said


def test_the_claims_of_the_archival_file_stay(plain, signed):
    """PDF/A asks for a field that prints, PDF/UA for one outside of the page, whose order of tabs
    is that of its tags; the words in which the file claims both are not touched."""
    before, after = (PdfFileReader(BytesIO(pdf)).root for pdf in (plain, signed))
    page, field = after["/Pages"]["/Kids"][0], after["/AcroForm"]["/Fields"][0]

    assert signed.startswith(plain) and plain.startswith(b"%PDF-1.7")
    assert "/Version" not in after
    assert after["/Metadata"].data == before["/Metadata"].data
    assert field["/F"] == 0b10000100 and max(field["/Rect"]) < 0
    assert page["/Tabs"] == "/S"
    assert after["/AF"] == before["/AF"]


def write_without_key(path):
    own, nothing = certificate_of(OPERATOR, rsa_key()), serialization.NoEncryption()
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"", None, own, None, nothing))


@pytest.mark.parametrize(
    ("make", "passphrase", "sentence"),
    [
        (lambda path: path, "", "{} cannot be read: No such file or directory."),
        (lambda path: path.write_bytes(b"no"), "", "{} is not a PKCS#12 file, or its passphrase"),
        (write_pkcs12, "guess", "{} is not a PKCS#12 file, or its passphrase is another."),
        (write_without_key, "", "{} holds no key with its certificate."),
        (lambda path: write_pkcs12(path, ends=0), PASSPHRASE, "The certificate in {} ended on "),
        (lambda path: write_pkcs12(path, begins=2), PASSPHRASE, "The certificate in {} begins on "),
        (
            lambda path: write_pkcs12(path, key=ec.generate_private_key(ec.SECP256R1())),
            PASSPHRASE,
            "The key in {} is not RSA of at least 2048 bits.",
        ),
        (
            lambda path: write_pkcs12(path, key=rsa.generate_private_key(65537, 1024)),
            PASSPHRASE,
            "The key in {} is not RSA of at least 2048 bits.",
        ),
    ],
)
def test_a_file_that_cannot_sign_says_why(tmp_path, make, passphrase, sentence):
    path = tmp_path / "operator.p12"
    make(path)

    with pytest.raises(NoSigningKey) as no:
        pdf_key(path, passphrase, timezone.now() + timedelta(seconds=1))

    assert str(no.value).startswith(sentence.format(path))


def test_a_newer_file_is_read_without_a_restart(tmp_path):
    path = write_pkcs12(tmp_path / "operator.p12", ends=10)
    first = pdf_key(path, PASSPHRASE, timezone.now())

    write_pkcs12(path, ends=20)

    assert pdf_key(path, PASSPHRASE, timezone.now()).ends > first.ends
