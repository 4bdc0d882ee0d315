"""One tap as a phone hands it in: read from JSON with every doubt settled, or refused."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite

KINDS = frozenset({"mark", "default", "walk_in"})
SOURCES = frozenset({"register", "scan"})
PRESENCES = frozenset({"present", "late", "left_early", "excused", "absent"})
LONGEST_REASON, LONGEST_NAME, MOST_SUPERSEDED = 200, 100, 50
#: Taps without an id of their own are known again by what they hold.
NAMELESS = uuid.UUID("5a1a0ff1-0000-4000-8000-000000000000")


@dataclass(frozen=True)
class Newcomer:
    """Who came unannounced. `known` is the id of a person on record, `works_at_host` whether the
    workplace is that of the run; else `workplace` holds its name as told."""

    name_km: str
    name_latin: str
    sex: str
    role: str
    works_at_host: bool
    workplace: str
    known: uuid.UUID | None


@dataclass(frozen=True)
class Tap:
    """A readable tap; `row` is the id of the enrolment, or the one of a phone for a walk-in."""

    event: uuid.UUID
    kind: str
    session: uuid.UUID
    row: uuid.UUID
    presence: str
    minutes: int
    reason: str
    supersedes: tuple[str, ...]
    corrects: bool
    tapped_at: datetime | None
    sequence: int | None
    source: str
    newcomer: Newcomer | None


def read_tap(raw: object) -> Tap:
    """Raises ValueError for what is no tap."""
    try:
        return _read(dict(raw))  # type: ignore[call-overload]
    except (TypeError, KeyError, AttributeError, OverflowError) as error:
        raise ValueError(str(error)) from error


def cleaned(value: object) -> object:
    """A JSON value that every database can keep: without signs and numbers that are none."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\x00", "")
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, list):
        return [cleaned(each) for each in value]
    if isinstance(value, dict):
        return {cleaned(key): cleaned(each) for key, each in value.items()}
    return value


def id_of(raw: object) -> uuid.UUID:
    """The id of a tap, also of one that cannot be read; the same content has the same id."""
    try:
        return uuid.UUID(str(dict(raw)["event"]))  # type: ignore[call-overload]
    except (TypeError, ValueError, KeyError):
        return uuid.uuid5(NAMELESS, repr(raw))


def _read(raw: Mapping) -> Tap:
    kind = _one_of(raw["kind"], KINDS)
    return Tap(
        event=uuid.UUID(str(raw["event"])),
        kind=kind,
        session=uuid.UUID(str(raw["session"])),
        row=uuid.UUID(str(raw["row"])),
        presence=_one_of(raw["presence"], PRESENCES),
        minutes=_count(raw.get("minutes") or 0, most=1440),
        reason=str(raw.get("reason") or "").strip()[:LONGEST_REASON],
        supersedes=tuple(
            str(uuid.UUID(str(each)))
            for each in list(raw.get("supersedes") or ())[:MOST_SUPERSEDED]
        ),
        corrects=raw.get("corrects") is True,
        tapped_at=_moment(raw.get("tapped_at")),
        sequence=_count(raw.get("sequence") or 0, most=2**31 - 1),
        source=_one_of(raw.get("source") or "register", SOURCES),
        newcomer=_newcomer(raw["person"]) if kind == "walk_in" else None,
    )


def _newcomer(raw: Mapping) -> Newcomer:
    def text(name: str) -> str:
        return " ".join(str(raw.get(name) or "").split())[:LONGEST_NAME]

    found = Newcomer(
        name_km=text("name_km"),
        name_latin=text("name_latin"),
        sex=text("sex"),
        role=text("role"),
        works_at_host=bool(raw.get("organization")),
        workplace=text("organization_words"),
        known=uuid.UUID(str(raw["known"])) if raw.get("known") else None,
    )
    if not (found.name_km or found.name_latin or found.known):
        raise ValueError("nobody is named")
    return found


def _one_of(value: object, allowed: frozenset[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is not known")
    return str(value)


def _count(value: object, *, most: int) -> int:
    number = int(value)  # type: ignore[call-overload]
    if not 0 <= number <= most:
        raise ValueError(f"{number} is out of bounds")
    return number


def _moment(value: object) -> datetime | None:
    """A phone without a readable clock still hands in its marks."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return (
        (moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        if 1 < moment.year < 9999
        else None
    )
