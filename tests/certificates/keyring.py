"""A folder with one key, for tests that sign."""

from pathlib import Path

from django.utils import timezone

from certificates.adapters.keys import make_key

SITE = "https://training.example"
DID = "did:web:training.example"


def use_keys(settings, folder: Path):
    """Sign with a new key of this folder, for an issuer with an address of its own."""
    settings.CERTIFICATES_KEYS = str(folder)
    settings.CERTIFICATES_CHECK_URL = f"{SITE}/check"
    settings.CERTIFICATES_DID = DID
    return make_key(folder, timezone.localdate())
