"""A certificate as an Open Badges 3.0 credential, still without its proof."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from certificates.rules.proofs import moment
from certificates.rules.wording import formal_dates, hours

CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGE_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
#: Kind of the name in Khmer letters, beside the `name` in Latin ones.
MET = {False: "The course was completed", True: "The person took part in the course"}
KHMER_NAME = "ext:nameInKhmer"


@dataclass(frozen=True)
class Attended:
    """What the person did, and what the course is for: besides the printed facts."""

    course_code: str
    credited_minutes: int
    outcomes: Collection[tuple[str, str]] = ()  # slug and name
    is_statement: bool = False  # of attendance alone


@dataclass(frozen=True)
class Addresses:
    """Where the issuer and the parts of a credential are found; all begin with https://."""

    did: str
    site: str
    check: str  # of this certificate
    course: str
    status_list: str
    status_place: int


def credential(
    facts: dict,
    attended: Attended,
    at: Addresses,
    *,
    issued_on: date,
    expires_on: date | None,
    zone: tzinfo,
) -> dict:
    """The printed facts as a verifiable credential. Valid from the begin of the day of issue to
    the end of the last day, as clocks show them in `zone`."""
    begin = datetime.combine(issued_on, time(), zone)
    until = expires_on and datetime.combine(expires_on, time(23, 59, 59), zone)
    return {
        "@context": [CONTEXT, BADGE_CONTEXT],
        "id": at.check,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": plain(facts["title_en"]),
        "description": plain(facts["title_km"]),
        "issuer": {
            "id": at.did,
            "type": ["Profile"],
            "name": plain(facts["org_1_en"] or facts["org_1_km"]),
            "url": at.site,
        },
        "validFrom": moment(begin),
        **({"validUntil": moment(until)} if until else {}),
        "credentialSubject": _subject(facts, attended, at),
        "evidence": [_evidence(facts, attended, at)],
        "credentialStatus": {
            "id": f"{at.status_list}#{at.status_place}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(at.status_place),
            "statusListCredential": at.status_list,
        },
    }


def _subject(facts: dict, attended: Attended, at: Addresses) -> dict:
    names = (("name", facts["name_en"]), (KHMER_NAME, facts["name_km"]))
    return {
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "hashed": False,
                "identityHash": plain(name),
                "identityType": kind,
            }
            for kind, name in names
            if name
        ],
        "licenseNumber": facts["serial"],
        "achievement": _achievement(facts, attended, at),
    }


def _achievement(facts: dict, attended: Attended, at: Addresses) -> dict:
    aims = [
        {
            "type": ["Alignment"],
            "targetName": plain(name),
            "targetUrl": f"{at.course}#{slug}",
            "targetCode": slug,
        }
        for slug, name in attended.outcomes
    ]
    title = plain(facts["course_en"] or facts["course_km"])
    return {
        "id": at.course,
        "type": ["Achievement"],
        "achievementType": "Certificate",
        "humanCode": attended.course_code,
        "name": title,
        "description": plain(facts["course_km"] or title),
        "inLanguage": "en",
        "criteria": {"narrative": f"{MET[attended.is_statement]}: {title}."},
        **({"alignment": aims} if aims else {}),
    }


def _evidence(facts: dict, attended: Attended, at: Addresses) -> dict:
    first, last = (date.fromisoformat(facts[f"{which}_day"]) for which in ("first", "last"))
    return {
        "id": f"{at.check}#attendance",
        "type": ["Evidence"],
        "name": "Attendance",
        "genre": "Attendance",
        "narrative": (
            f"Attended {hours(attended.credited_minutes, 'en')} of {hours(facts['minutes'], 'en')}"
            f" in {facts['sessions']} sessions, {formal_dates(first, last, 'en')}."
        ),
    }


def plain(text: str) -> str:
    """One line without control characters: these have more than one canonical form."""
    return " ".join("".join(c if c.isprintable() or c > "\x9f" else " " for c in text).split())
