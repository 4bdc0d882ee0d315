"""What an edition of public figures hides, and why, in words for those who prepare it."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.forms.numbers_words import YearTold
from courses.rules import calendar_words
from courses.rules.suppression import Publication, Why
from courses.rules.suppression_cube import Cell

REASONS = {
    Why.SMALL: gettext_lazy("small: so few people could be recognised"),
    Why.SMALL_TOTAL: gettext_lazy("a total that is small itself"),
    Why.SENSITIVE_ZERO: gettext_lazy("a zero of a sensitive topic, or of a table with many zeros"),
    Why.BEFORE: gettext_lazy("hidden in an earlier edition and unchanged"),
    Why.CHANGED: gettext_lazy("changed since an earlier edition; the difference would tell"),
    Why.PROTECTS: gettext_lazy("large enough, but a hidden one could be worked out from it"),
    Why.WITHHELD: gettext_lazy("nothing of the table can be told"),
}


@dataclass(frozen=True)
class Hidden:
    """A hidden count: where it stands, its true value, why, and for whose sake."""

    where: str
    count: str
    why: str
    for_whom: str


@dataclass(frozen=True)
class Preview:
    """How many are hidden for each reason, then each of them; and small counts that an earlier
    edition showed already."""

    shown: str
    reasons: list[tuple[str, str]]
    hidden: list[Hidden]
    already_public: list[str]


def preview_of(publication: Publication, told: YearTold) -> Preview:
    words = _Words(told)
    counted = Counter(publication.hidden.values())
    counts = publication.cube.counts
    return Preview(
        words.number(len(counts) - len(publication.hidden)),
        [(words.number(counted[why]), str(REASONS[why])) for why in Why if counted[why]],
        [
            Hidden(
                words.place(cell),
                words.number(counts[cell]),
                str(REASONS[why]),
                words.place(other) if (other := publication.protects.get(cell)) else "",
            )
            for cell, why in sorted(publication.hidden.items(), key=lambda item: item[1])
        ],
        [words.place(cell) for cell in sorted(publication.already_public)],
    )


class _Words:
    def __init__(self, told: YearTold):
        self.told = told
        codes = {each["measure"]: each["definition"] for each in told.content["tables"]}
        defined = told.definitions
        self.measures = {name: defined[code][told.told]["name"] for name, code in codes.items()}

    def number(self, value: int) -> str:
        return calendar_words.number(value, self.told.language)

    def place(self, cell: Cell) -> str:
        """Participations · Kampot · Woman; what an edition has no word for stays a code."""
        measure, where = cell
        labels = self.told.content["labels"]
        values = [
            labels.get(way, {}).get(value, {}).get(self.told.told, value) for way, value in where
        ]
        return " · ".join([self.measures[measure], *(values or [_("All")])])
