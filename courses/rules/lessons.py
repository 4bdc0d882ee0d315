"""How far somebody got in a lesson: facts that come in any order, and more than once, agree."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MOST_PARTS = 500
KEY = re.compile("[0-9A-Za-z-]{1,36}")
#: A phone with a dead clock cannot move reading further back than this.
LONGEST_AWAY = timedelta(days=180)


@dataclass(frozen=True)
class Place:
    """The furthest part that was seen: `number` of `parts`, counted from one; 0 for none."""

    part: str = ""
    number: int = 0
    parts: int = 0

    @property
    def is_end(self) -> bool:
        return 0 < self.parts <= self.number

    @property
    def share(self) -> float:
        return self.number / self.parts if self.parts else 0


@dataclass(frozen=True)
class Seen:
    """An event of a phone: its reader saw this place of a lesson. `reader` tells people of one
    phone apart."""

    event: uuid.UUID
    reader: str
    lesson: uuid.UUID
    place: Place
    tapped_at: datetime


def further(one: Place, other: Place) -> Place:
    """The one with the larger share; of equal ones the first. Never goes back, so that the order
    of events and doubles change nothing but which of two equal parts is named."""
    return other if other.share > one.share else one


def go_on(place: Place, keys: Sequence[str]) -> str:
    """The part of a page with which to go on after a place: the one after it where the page has
    it; on a page with other parts (edited, another language) the one at the same share of the way.
    "" at the beginning, at the end, and on an empty page."""
    if not keys or not place.number or place.is_end:
        return ""
    is_here = place.part in keys
    after = keys.index(place.part) + 1 if is_here else int(place.share * len(keys))
    return keys[after] if 0 < after < len(keys) else ""


def happened_at(tapped_at: datetime, clock_offset: int, now: datetime) -> datetime:
    """When something was done by our clock: the phone's moment, moved by how far its clock goes
    behind (in seconds); never in the future, and never longer ago than phones are away."""
    try:
        moment = tapped_at + timedelta(seconds=clock_offset)
    except OverflowError:
        return now
    return max(min(moment, now), now - LONGEST_AWAY)


def seen_in(raw: Mapping) -> Seen:
    """An event as a phone wrote it. Raises ValueError, KeyError or TypeError where it is none."""
    number, parts = raw["number"], raw["parts"]
    part, reader = str(raw["part"]), str(raw["reader"])
    if type(number) is not int or type(parts) is not int:
        raise ValueError
    if not (0 < number <= parts <= MOST_PARTS) or not KEY.fullmatch(part):
        raise ValueError
    moment = datetime.fromisoformat(str(raw["tapped_at"]))
    if not 2000 < moment.year < 9000:
        raise ValueError
    return Seen(
        event=uuid.UUID(str(raw["event"])),
        reader=reader,
        lesson=uuid.UUID(str(raw["lesson"])),
        place=Place(part, number, parts),
        tapped_at=moment if moment.tzinfo else moment.replace(tzinfo=UTC),
    )
