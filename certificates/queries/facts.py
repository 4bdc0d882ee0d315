"""The facts of a certificate, taken from the run, the person and the issuer."""

from datetime import date
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from wagtail.images import get_image_model

from certificates.models import IssuerSettings
from certificates.queries.identity import check_base
from certificates.rules.codes import spoken
from certificates.rules.verdict import months_later
from certificates.rules.wording import LANGUAGES, TITLE, Place, facts_line
from courses.models import Completion, CourseRun, Session
from courses.rules.paper_words import printed_latin

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


def expiry_of(completion: Completion) -> date | None:
    """The last valid day, counted from the day on which the course was completed."""
    months = completion.enrollment.run.course.validity_months
    return months_later(completion.met_on, months) if months else None


def printed_sessions(run: CourseRun) -> list[Session]:
    """The sessions that the paper counts: with names, or all where none has names."""
    held = run.sessions.taking_place()
    return list(held.named()) or list(held)


def printed_facts(
    completion: Completion,
    issuer: IssuerSettings,
    sessions: list[Session],
    *,
    serial: str,
    code: str,
    issued_on: date,
) -> dict:
    """Everything that the paper says, as plain text; asks nothing besides what is loaded."""
    run, person = completion.enrollment.run, completion.enrollment.person
    first, last = sessions[0].day, sessions[-1].day
    expires_on = expiry_of(completion)
    place = Place(run.province.name_km, run.province.name_en, run.province.is_capital)
    name_en = printed_latin(person.family_name_latin, person.given_name_latin)
    facts = {
        "lang": "km",
        "y": issued_on.year,
        "m": issued_on.month,
        "d": issued_on.day,
        "serial": serial,
        "code": spoken(code),
        "url": check_url(code),
        "scan": scanned_url(code),
        "check_site": check_url(code).removesuffix(f"/{code}/").partition("//")[2],
        "name_km": person.name_km,
        "name_en": name_en,
        "course_km": run.course.title_km or run.course.title_en,
        "course_en": run.course.title_en,
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
        "minutes": completion.planned_minutes,
        "sessions": len(sessions),
        **_issuer_facts(issuer),
    }
    for language in LANGUAGES:
        facts[f"title_{language}"] = TITLE[language]
        facts[f"facts_{language}"] = facts_line(
            first, last, completion.planned_minutes, place, expires_on, language
        )
    facts["title"] = f"{TITLE['km']} · {TITLE['en']} · {name_en or person.name_km}"
    return facts


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
