"""A certificate as an Open Badges 3.0 credential, still without its proof."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from certificates.rules.proofs import moment
from certificates.rules.wording import formal_dates, hours
from certificates.rules.years import counted

CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGE_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
COMPLETED = "The course was completed"
TOOK_PART = "The person took part in the course"
THAT_YEAR = "The person took part in training of that year"
#: Kind of the name in Khmer letters, beside the `name` in Latin ones.
KHMER_NAME = "ext:nameInKhmer"


@dataclass(frozen=True)
class Attended:
    """What the person did, and what the course is for: besides the printed facts."""

    course_code: str
    credited_minutes: int
    outcomes: Collection[tuple[str, str]] = ()  # slug and name
    is_statement: bool = False  # of attendance alone
    year: int | None = None  # of a yearly statement; then the code may be empty

    @property
    def criteria(self) -> str:
        if self.year is not None:
            return THAT_YEAR
        return TOOK_PART if self.is_statement else COMPLETED

    @property
    def code(self) -> str:
        """What people call the achievement: TUCG, 2026 or TUCG-2026."""
        return "-".join(filter(None, [self.course_code, self.year and str(self.year)]))


@dataclass(frozen=True)
class Addresses:
    """Where the issuer and the parts of a credential are found; all begin with https://."""

    did: str
    site: str
    check: str  # of this certificate
    course: str  # or of the year
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
        "evidence": [_evidence(facts, attended, at), *_lines(facts, at)],
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
        "humanCode": attended.code,
        "name": title,
        "description": plain(facts["course_km"] or title),
        "inLanguage": "en",
        "criteria": {"narrative": f"{attended.criteria}: {title}."},
        **({"alignment": aims} if aims else {}),
    }


def _evidence(facts: dict, attended: Attended, at: Addresses) -> dict:
    first, last = (date.fromisoformat(facts[f"{which}_day"]) for which in ("first", "last"))
    return {
        "id": f"{at.check}#attendance",
        "type": ["Evidence"],
        "name": "Attendance",
        "genre": "Attendance",
        "narrative": f"Attended {_told(facts, attended)}, {formal_dates(first, last, 'en')}.",
    }


def _told(facts: dict, attended: Attended) -> str:
    there, count = hours(attended.credited_minutes, "en"), facts["sessions"]
    if attended.year is None:
        return f"{there} of {hours(facts['minutes'], 'en')} in {count} sessions"
    return f"{there} in {counted(count)}"


def _lines(facts: dict, at: Addresses) -> list[dict]:
    """The lines of a yearly statement."""
    return [
        {
            "id": f"{at.check}#line-{number}",
            "type": ["Evidence"],
            "name": plain(row["course_en"]),
            "genre": "Attendance",
            "narrative": f"{row['when_en']}, hours: {row['hours_en']}. {row['outcome_en']}.",
        }
        for number, row in enumerate(facts.get("rows", ()), start=1)
    ]


def plain(text: str) -> str:
    """One line without control characters: these have more than one canonical form."""
    return " ".join("".join(c if c.isprintable() or c > "\x9f" else " " for c in text).split())
