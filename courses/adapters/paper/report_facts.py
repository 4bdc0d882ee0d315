"""What a report on reach says: all words ready in its language, all numbers told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from courses.adapters.paper.facts import Party
from courses.adapters.paper.illustrations import Illustration


@dataclass(frozen=True)
class Figure:
    """One of the large numbers. `reference` is id and version of its definition."""

    value: str
    name: str
    definition: str
    reference: str


@dataclass(frozen=True)
class Target:
    """`share` of the target that was reached, 0.5 for a half; `told` says both numbers and
    `per_cent` the share."""

    name: str
    told: str
    per_cent: str
    share: float


@dataclass(frozen=True)
class Table:
    """A breakdown: the first column has names, the others numbers; the last row may be a total."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()
    note: str = ""


@dataclass(frozen=True)
class Definition:
    reference: str
    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Report:
    """A whole report. At most three `figures`, and two `pictures` side by side; `others` are name
    and value of smaller figures.

    `notes` are label and text: unknowns, bounds while duplicates are open, open sheets. `more` says
    how many rows of a table are left out, `definitions_elsewhere` where those definitions are that
    have no room, `page` which page of how many, `unprintable` stands for letters that no font has.
    """

    language: str
    title: str
    programme: str
    period: str
    filters: str
    as_at: str
    figures: Sequence[Figure]
    targets_title: str
    definitions_title: str
    notes_title: str
    snapshot: str
    fingerprint: str
    made_on: date
    page: Callable[[int, int], str]
    more: Callable[[int], str]
    unprintable: str
    definitions_elsewhere: str = ""
    bounds: str = ""
    introduction: str = ""
    others: Sequence[tuple[str, str]] = ()
    parties: Sequence[Party] = ()
    pictures: Sequence[Illustration] = ()
    targets: Sequence[Target] = ()
    tables: Sequence[Table] = ()
    notes: Sequence[tuple[str, str]] = ()
    definitions: Sequence[Definition] = ()
