"""The facts of a certificate, taken from the run, the person and the issuer."""

from collections.abc import Collection
from datetime import date
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from wagtail.images import get_image_model

from certificates.models import IssuerSettings
from certificates.queries.identity import check_base
from certificates.queries.papers import names_of
from certificates.queries.printable import Printable
from certificates.rules.codes import spoken
from certificates.rules.wording import LANGUAGES

PARTIES = {
    "org_1": ("name", "logo_1", "logo"),
    "org_2": ("partner_name", "logo_2", "partner_logo"),
    "sign_1": ("signatory_1", "sign_1_image", "signature_1"),
    "sign_2": ("signatory_2", "sign_2_image", "signature_2"),
}


def check_url(code: str) -> str:
    """The address behind the QR code."""
    return f"{check_base()}/{code}/"


def scanned_url(code: str) -> str:
    """What the QR code holds: the address in capitals, which take less room, where the site
    understands them."""
    url = check_url(code)
    try:
        match = resolve(urlsplit(url.upper()).path)
    except Resolver404:
        return url
    return url.upper() if match.kwargs.get("code") == code else url


#: What stays on record of every paper, whatever its design prints of it.
ALWAYS = {
    *("lang", "y", "m", "d", "serial", "code", "url", "scan", "check_site", "name_km", "name_en"),
    *("course_km", "course_en", "first_day", "last_day", "minutes", "sessions", "title"),
    *("title_km", "title_en", "facts_km", "facts_en", "org_1_km", "org_1_en", "year", "rows"),
}


def printed_facts(
    printable: Printable,
    issuer: IssuerSettings,
    *,
    kind: str,
    fields: Collection[str],
    serial: str,
    code: str,
    issued_on: date,
) -> dict:
    """What the paper says, as plain text: the `fields` that its design asks for, and those that
    are always kept."""
    person, words = printable.person, printable.words(kind, fields, issued_on)
    name_km, name_en = names_of(person)
    url = check_url(code)
    facts = {
        "lang": "km",
        "y": issued_on.year,
        "m": issued_on.month,
        "d": issued_on.day,
        "serial": serial,
        "code": spoken(code),
        "url": url,
        "scan": scanned_url(code),
        "check_site": url.removesuffix(f"/{code}/").partition("//")[2],
        "name_km": name_km,
        "name_en": name_en,
        "title": f"{words['title_km']} · {words['title_en']} · {name_en or name_km}",
        **_issuer_facts(issuer),
        **words,
    }
    kept = ALWAYS | set(fields)
    return {name: value for name, value in facts.items() if name in kept}


def _issuer_facts(issuer: IssuerSettings) -> dict:
    facts = {}
    for party, (name, _picture, _field) in PARTIES.items():
        for language in LANGUAGES:
            facts[f"{party}_{language}"] = getattr(issuer, f"{name}_{language}")
    for number in (1, 2):
        for language in LANGUAGES:
            role = getattr(issuer, f"signatory_{number}_role_{language}")
            facts[f"role_{number}_{language}"] = role
        signatory = facts[f"sign_{number}_en"] or facts[f"sign_{number}_km"]
        facts[f"sign_{number}_alt"] = f"Signature of {signatory}" if signatory else ""
    return facts


def current_issuer() -> IssuerSettings:
    """The issuer with logos and signatures. Two queries: five joins take longer than both."""
    issuer = IssuerSettings.objects.first() or IssuerSettings.load()
    fields = [field for _name, _picture, field in PARTIES.values()]
    ids = {getattr(issuer, f"{field}_id") for field in fields} - {None}
    images = get_image_model().objects.in_bulk(ids)
    for field in fields:
        setattr(issuer, field, images.get(getattr(issuer, f"{field}_id")))
    return issuer


def pictures(issuer: IssuerSettings) -> dict[str, bytes]:
    """Logos and signatures of the issuer by the name of their place in the design."""
    found = {}
    for _name, picture, field in PARTIES.values():
        image = getattr(issuer, field)
        if image is not None:
            with image.file.open("rb") as file:
                found[picture] = file.read()
    return found
