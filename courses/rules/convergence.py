"""What several phones say about one person in one session, in whatever order they tell it.

Every tap is an event that names the events it replaces, as the person saw them. The state follows
from the set of events alone: the order of arrival, repetitions and clocks do not matter. It is the
multi-value register of the literature on replicated data: what nobody has replaced stands, and two
standing answers that differ are shown to a person. `docs/offline.md` has the table of conflicts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

#: From the mark that counts most for the person to the one that counts least.
STRENGTH = ("present", "late", "left_early", "excused", "absent")
DEFAULT, SELF = "default", "self"


@dataclass(frozen=True)
class Said:
    """One event. `kind` is `mark`, `default` (everybody else at once), `walk_in` or `self`, what
    the person told herself. Nobody has looked at her for a default or her own word. `supersedes`
    holds the ids of the events that the person saw and replaces; `corrects` says that she changed a
    mark which the register showed."""

    id: str
    kind: str
    presence: str
    minutes: int = 0
    reason: str = ""
    supersedes: frozenset[str] = frozenset()
    corrects: bool = False

    @property
    def is_unseen(self) -> bool:
        return self.kind in (DEFAULT, SELF)


@dataclass(frozen=True)
class Standing:
    """What holds: the mark, the ids of all events that stand (`heads`, sorted), and whether they
    contradict each other. A disputed mark counts as the strongest of them until it is settled.
    `is_self_reported`: only the person herself says so."""

    presence: str
    minutes: int
    reason: str
    heads: tuple[str, ...]
    is_disputed: bool
    is_self_reported: bool


def standing(events: Iterable[Said]) -> Standing:
    """The state that follows from a set of events; at least one."""
    known = {event.id: event for event in events}
    heads = _heads(known)
    voices = _voices(heads)
    strongest = min(STRENGTH.index(event.presence) for event in voices)
    chosen = min(
        (event for event in voices if STRENGTH.index(event.presence) == strongest),
        key=lambda event: (event.minutes, event.id),
    )
    differ = len({event.presence for event in voices}) > 1
    return Standing(
        chosen.presence,
        chosen.minutes,
        chosen.reason,
        tuple(sorted(event.id for event in heads)),
        is_disputed=differ and not chosen.is_unseen,
        is_self_reported=all(
            event.kind == SELF for event in voices if event.presence == chosen.presence
        ),
    )


def _heads(known: dict[str, Said]) -> list[Said]:
    """Events that no other one replaces. What is no look at the person replaces nothing that is.
    Events that replace each other in a circle stand together: a tap that was taken in after all
    replaces what had replaced it before."""
    below = {
        event.id: {
            id
            for id in event.supersedes
            if id != event.id and id in known and (not event.is_unseen or known[id].is_unseen)
        }
        for event in known.values()
    }
    heads = known.keys() - set().union(*below.values())
    circling = known.keys() - _reached(heads, below)
    if circling:
        reach = {id: _reached([id], below) for id in circling}
        heads |= {id for id in circling if all(e in reach[id] for e in circling if id in reach[e])}
    return [event for event in known.values() if event.id in heads]


def _reached(starts: Iterable[str], below: dict[str, set[str]]) -> set[str]:
    """Events at the starts, and all that they replace, step by step."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting.extend(below[id])
    return found


def _voices(heads: list[Said]) -> list[Said]:
    """The heads that are heard: corrections before marks, marks before what nobody has seen."""
    corrections = [event for event in heads if event.corrects and not event.is_unseen]
    marks = [event for event in heads if not event.is_unseen]
    return corrections or marks or heads
