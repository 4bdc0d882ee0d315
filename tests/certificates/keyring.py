"""Keys for tests that sign: a folder with one key, and a PKCS#12 file for the files themselves."""

from datetime import timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from django.utils import timezone

from certificates.adapters.keys import make_key

SITE = "https://training.example"
DID = "did:web:training.example"
OPERATOR = "O=Romduol Work and Learning Programme,CN=Romduol Certificates"
AUTHORITY = "CN=Invented Authority"
PASSPHRASE = "ស្ងាត់ words"


def use_keys(settings, folder: Path):
    """Sign with a new key of this folder, for an issuer with an address of its own."""
    settings.CERTIFICATES_KEYS = str(folder)
    settings.CERTIFICATES_CHECK_URL = f"{SITE}/check"
    settings.CERTIFICATES_DID = DID
    return make_key(folder, timezone.localdate())


@cache
def rsa_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def certificate_of(name: str, key, begins=-1, ends=365) -> x509.Certificate:
    """A certificate by the authority that begins and ends so many days from now."""
    now = timezone.now()
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name.from_rfc4514_string(name))
        .issuer_name(x509.Name.from_rfc4514_string(AUTHORITY))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=begins))
        .not_valid_after(now + timedelta(days=ends))
        .sign(rsa_key(), hashes.SHA256())
    )


def write_pkcs12(path: Path, *, key=None, **days) -> Path:
    """A PKCS#12 file with a key, its certificate and that of the authority."""
    key = key or rsa_key()
    own, authority = certificate_of(OPERATOR, key, **days), certificate_of(AUTHORITY, rsa_key())
    lock = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"", key, own, [authority], lock))
    return path


def sign_files(settings, path: Path):
    """Let the site sign the files of certificates with the key of this PKCS#12 file."""
    settings.CERTIFICATES_PKCS12 = str(path)
    settings.CERTIFICATES_PKCS12_PASSPHRASE = PASSPHRASE
