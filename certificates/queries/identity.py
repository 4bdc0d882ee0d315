"""Who the issuer is on the web, and with which keys it signs."""

from datetime import date
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core import checks
from django.urls import reverse
from django.utils import timezone

from certificates import conf
from certificates.adapters.keys import Key, NoSigningKey, keys_in, signing_key
from certificates.rules.identity import did_of


def check_base() -> str:
    """The address of the check page, without a slash at the end."""
    base = conf.get("CERTIFICATES_CHECK_URL")
    if not base:
        base = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("certificates:check")
    return base.rstrip("/")


def issuer_did() -> str:
    return conf.get("CERTIFICATES_DID") or did_of(check_base())


def signs_credentials() -> bool:
    """Whether a folder of keys is set; then nothing is issued without a signature."""
    return bool(conf.get("CERTIFICATES_KEYS"))


def known_keys() -> tuple[Key, ...]:
    """Every key that the issuer ever had."""
    return keys_in(Path(conf.get("CERTIFICATES_KEYS"))) if signs_credentials() else ()


def stolen_keys() -> dict[str, date]:
    """Ids of keys that somebody else may have had, with the day since when."""
    return {key.id: key.stolen for key in known_keys() if key.stolen}


def todays_key() -> Key:
    """The key that signs today. Raises NoSigningKey."""
    return signing_key(Path(conf.get("CERTIFICATES_KEYS")), timezone.localdate())


def status_list_url(series: str) -> str:
    return f"{check_base()}/status/{quote(series)}/"


def a_key_signs_today(app_configs, **kwargs):
    """System check: whoever wants signatures must have a key, or nothing can be issued."""
    if not signs_credentials():
        return []
    try:
        todays_key()
    except NoSigningKey as error:
        hint = "Make one with `manage.py make_signing_key`, or empty CERTIFICATES_KEYS."
        return [checks.Error(str(error), hint=hint, id="certificates.E001")]
    return []
