"""What a report tells beside people, participations and attendances, in which order and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from courses.rules.reach.question import Value
from courses.rules.targets import Span, Target

Texts = Mapping[str, str]
LANGUAGES = ("en", "km")


@dataclass(frozen=True)
class Cross:
    """A table of one figure, by its code, by the dimensions of its rows and its columns."""

    indicator: str
    rows: str
    columns: str = ""

    @property
    def by(self) -> tuple[str, ...]:
        return (self.rows, self.columns) if self.columns else (self.rows,)


@dataclass(frozen=True)
class Plan:
    """Indicators by their codes, tables by their dimensions, tables of one figure, and words by
    language; `targets` are those that may fit, `phases` the days of each. The defaults are the
    report of the programme."""

    figures: tuple[str, ...] = ("R9", "R8", "ORG", "R17")
    tables: tuple[str, ...] = ("topic", "course", "role", "sector", "province", "sex")
    crosses: tuple[Cross, ...] = ()
    shows_months: bool = True
    shows_map: bool = True
    shows_learning: bool = True
    title: Texts = field(default_factory=dict)
    introduction: Texts = field(default_factory=dict)
    notes: Texts = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    phases: Mapping[int, Span] = field(default_factory=dict)


def told(texts: Texts, language: str) -> str:
    """A text in a language, English where there is no other."""
    return (texts.get("km", "") if language.startswith("km") else "") or texts.get("en", "")


DEFAULT = Plan()


def parted(dimension: str, value: Value | str) -> Value:
    """A value of a dimension as it came out of JSON."""
    is_day = dimension in ("month", "quarter", "year") and isinstance(value, str)
    return date.fromisoformat(value) if is_day else value
