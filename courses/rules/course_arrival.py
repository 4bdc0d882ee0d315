"""What becomes of a course that comes in a file: facts in, verdicts out."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field, fields

from courses.adapters.course_files import CourseFacts, FilePage
from courses.rules.page_changes import ChangedPart

#: What becomes of a page of the file.
NEW = "new"
SAME = "same"
CHANGED = "changed"
#: Why a page stays out.
NO_LANGUAGE = "no_language"
NO_RIGHT = "no_right"
ELSEWHERE = "elsewhere"
LOCKED = "locked"

TAKEN = (NEW, CHANGED)


@dataclass(frozen=True)
class PageVerdict:
    """`page` as it fits this site; `number` that of the page that is here, None where there is
    none; `lost` counts parts of kinds that this site does not know."""

    page: FilePage
    state: str
    number: int | None = None
    changes: tuple[ChangedPart, ...] = ()
    lost: int = 0

    @property
    def stays_out(self) -> bool:
        return self.state not in (NEW, SAME, CHANGED)


@dataclass(frozen=True)
class FactDifference:
    """A fact of the course that is another one here; the one here stays."""

    name: str
    here: object
    there: object


@dataclass(frozen=True)
class Arrival:
    """`gone` names lessons that are here and not in the file; they stay. `fresh_media` counts
    pictures and documents that are not here yet."""

    pages: tuple[PageVerdict, ...]
    fresh_media: int = 0
    gone: tuple[str, ...] = ()
    differences: tuple[FactDifference, ...] = ()
    is_moved: bool = False
    counts: Counter = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "counts", Counter(each.state for each in self.pages))

    @property
    def has_work(self) -> bool:
        return any(self.counts[state] for state in TAKEN)

    @property
    def mark(self) -> str:
        """The same for the same pages with the same verdicts on them."""
        told = [
            [each.page.ref, each.state, [[part.kind, part.number] for part in each.changes]]
            for each in self.pages
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:24]


def fact_differences(here: CourseFacts, there: CourseFacts) -> tuple[FactDifference, ...]:
    """In the order of the facts; the code and other courses are known by other names here."""
    skipped = ("code", "prerequisites", "rule")
    names = [each.name for each in fields(CourseFacts) if each.name not in skipped]
    found = [
        FactDifference(name, getattr(here, name), getattr(there, name))
        for name in names
        if getattr(here, name) != getattr(there, name)
    ]
    rules = here.rule.keys() | there.rule.keys()
    if any(here.rule.get(name) != there.rule.get(name) for name in rules):
        found.append(FactDifference("rule", here.rule, there.rule))
    return tuple(found)
