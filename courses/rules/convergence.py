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
DEFAULT = "default"


@dataclass(frozen=True)
class Said:
    """One event. `kind` is `mark`, `default` (everybody else at once) or `walk_in`; `supersedes`
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
    def is_default(self) -> bool:
        return self.kind == DEFAULT


@dataclass(frozen=True)
class Standing:
    """What holds: the mark, the ids of all events that stand (`heads`, sorted), and whether they
    contradict each other. A disputed mark counts as the strongest of them until it is settled."""

    presence: str
    minutes: int
    reason: str
    heads: tuple[str, ...]
    is_disputed: bool


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
        is_disputed=differ and not chosen.is_default,
    )


def _heads(known: dict[str, Said]) -> list[Said]:
    """Events that no other one replaces. A default replaces defaults only: it is no look at the
    person. Events that replace each other in a circle, which no phone sends, all stand."""
    replaced = {
        id
        for event in known.values()
        for id in event.supersedes
        if id != event.id and id in known and (not event.is_default or known[id].is_default)
    }
    return [event for event in known.values() if event.id not in replaced] or list(known.values())


def _voices(heads: list[Said]) -> list[Said]:
    """The heads that are heard: corrections before marks, marks before defaults."""
    corrections = [event for event in heads if event.corrects and not event.is_default]
    marks = [event for event in heads if not event.is_default]
    return corrections or marks or heads
