"""Settings of the app with their defaults; a host site overrides them by name in its settings."""

from django.conf import settings

DEFAULTS = {
    # Address that the QR code leads to, without the code; empty: the check page of this site.
    "CERTIFICATES_CHECK_URL": "",
    # Alias in STORAGES for the files; "default" is used where the site has no such alias.
    "CERTIFICATES_STORAGE": "private",
    # Folder of the signing keys, see `make_signing_key`; empty: certificates have no credentials.
    "CERTIFICATES_KEYS": "",
    # PKCS#12 file whose key signs the files (PAdES, extra `pades`), and its passphrase; empty: no
    # signature.
    "CERTIFICATES_PKCS12": "",
    "CERTIFICATES_PKCS12_PASSPHRASE": "",
    # did:web of the issuer; empty: that of the check page, whose `did.json` this app serves.
    "CERTIFICATES_DID": "",
    # Days for which the address in a message opens the certificate that it tells of.
    "CERTIFICATES_LINK_DAYS": 30,
    # Unknown codes that one address may try in a minute.
    "CERTIFICATES_TRIES_PER_MINUTE": 30,
}


def get(name):
    """The value of setting `name`, or its default. Raises KeyError for a name that is not ours."""
    return getattr(settings, name, DEFAULTS[name])
