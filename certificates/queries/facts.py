"""The facts of a certificate, taken from the run, the person and the issuer."""

from collections.abc import Collection
from datetime import date
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from wagtail.images import get_image_model

from certificates.choices import Kind
from certificates.models import IssuerSettings
from certificates.queries.identity import check_base
from certificates.rules.codes import spoken
from certificates.rules.verdict import months_later
from certificates.rules.wording import (
    LANGUAGES,
    RENEW,
    TITLES,
    Place,
    facts_line,
    formal_dates,
    hours_attended,
    issued,
    place_name,
    plain_day,
)
from courses.models import Completion, Course, CourseRun, Enrollment, Session
from courses.rules.paper_words import printed_latin

PARTIES = {
    "org_1": ("name", "logo_1", "logo"),
    "org_2": ("partner_name", "logo_2", "partner_logo"),
    "sign_1": ("signatory_1", "sign_1_image", "signature_1"),
    "sign_2": ("signatory_2", "sign_2_image", "signature_2"),
}
#: Between a room and its province.
BETWEEN = {"km": " ", "en": ", "}


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


#: What stays on record of every paper, whatever its design prints of it.
ALWAYS = {
    *("lang", "y", "m", "d", "serial", "code", "url", "scan", "check_site", "name_km", "name_en"),
    *("course_km", "course_en", "first_day", "last_day", "minutes", "sessions", "title"),
    *("title_km", "title_en", "facts_km", "facts_en", "org_1_km", "org_1_en"),
}


def printed_facts(
    completion: Completion,
    issuer: IssuerSettings,
    sessions: list[Session],
    *,
    kind: str,
    fields: Collection[str],
    serial: str,
    code: str,
    issued_on: date,
) -> dict:
    """What the paper says, as plain text: the `fields` that its design asks for, and those that
    are always kept. Asks nothing besides what is loaded, but the topic where that is asked for."""
    run, person = completion.enrollment.run, completion.enrollment.person
    first, last = sessions[0].day, sessions[-1].day
    name_en = printed_latin(person.family_name_latin, person.given_name_latin)
    title_km, title_en = TITLES[kind]
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
        "name_km": person.name_km,
        "name_en": name_en,
        "course_km": run.course.title_km or run.course.title_en,
        "course_en": run.course.title_en,
        "first_day": first.isoformat(),
        "last_day": last.isoformat(),
        "minutes": completion.planned_minutes,
        "sessions": len(sessions),
        "title": f"{title_km} · {title_en} · {name_en or person.name_km}",
        "title_km": title_km,
        "title_en": title_en,
        **_issuer_facts(issuer),
        **_details(completion, kind, first, last, issued_on),
    }
    if {"subject_km", "subject_en"} & set(fields):
        facts |= _subject(run.course)
    kept = ALWAYS | set(fields)
    return {name: value for name, value in facts.items() if name in kept}


def _details(completion: Completion, kind: str, first: date, last: date, issued_on: date) -> dict:
    """Lines that are made of days, hours and places, in both languages."""
    enrollment, planned = completion.enrollment, completion.planned_minutes
    province, venue = enrollment.run.province, enrollment.run.venue
    place = Place(province.name_km, province.name_en, province.is_capital)
    is_statement = kind == Kind.ATTENDANCE
    until = None if is_statement else expiry_of(completion)
    in_the_line = None if kind == Kind.REFRESHER else until
    facts = {}
    for language in LANGUAGES:
        where = place_name(place, language)
        room = getattr(venue, f"name_{language}") if venue else ""
        facts |= {
            f"facts_{language}": facts_line(first, last, planned, place, in_the_line, language),
            f"dates_{language}": formal_dates(first, last, language),
            f"venue_{language}": f"{room}{BETWEEN[language]}{where}" if room else where,
            f"hours_{language}": hours_attended(completion.credited_minutes, planned, language),
            f"workplace_{language}": _workplace(enrollment, language),
            f"issued_{language}": issued(issued_on, language),
            f"until_{language}": plain_day(until, language) if until else "",
            f"renew_{language}": RENEW[language] if until else "",
        }
    return facts


def _workplace(enrollment: Enrollment, language: str) -> str:
    """As it was then; a dash where nobody told."""
    employer = enrollment.employer
    if employer is None:
        return enrollment.employer_text or "–"
    return getattr(employer, f"name_{language}") or employer.name_en


def _subject(course: Course) -> dict:
    """The first topic of the course; the course itself where it has none."""
    topic = next(iter(course.topics.all()), None)
    return {
        f"subject_{language}": getattr(topic, f"name_{language}", "")
        or getattr(course, f"title_{language}")
        or course.title_en
        for language in LANGUAGES
    }


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
