"""Figures as reports tell them side by side."""

from dataclasses import dataclass, field

#: A value of a dimension: an id, a code or a day; None for what is unknown.
Key = object


@dataclass(frozen=True)
class Sexes:
    """How many are women, men and another; `unknown` stays in the total and out of the share."""

    women: int = 0
    men: int = 0
    another: int = 0
    unknown: int = 0

    @property
    def known(self) -> int:
        return self.women + self.men + self.another

    @property
    def total(self) -> int:
        return self.known + self.unknown

    @property
    def womens_share(self) -> float | None:
        """A share of one among those whose sex is known (R14); None where it is nobody's."""
        return self.women / self.known if self.known else None


@dataclass(frozen=True)
class Figures:
    """R1, R2, R3 and R9; `sexes` parts the participations."""

    people: int = 0
    attendances: int = 0
    completions: int = 0
    sexes: Sexes = Sexes()

    @property
    def participations(self) -> int:
        return self.sexes.total


@dataclass(frozen=True)
class Led:
    """Participations by for whom the lead trainer of the run trained (R25)."""

    national: int = 0
    other: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        return self.national + self.other + self.unknown

    @property
    def national_share(self) -> float | None:
        """A share of one among all, the unknown included; None where it is nobody's."""
        return self.national / self.total if self.total else None


@dataclass(frozen=True)
class Delivered:
    """R5 (as minutes) and R21."""

    minutes: int = 0
    runs: int = 0
    held: int = 0
    cancelled: int = 0
    postponed: int = 0

    @property
    def hours(self) -> float:
        """With one decimal place."""
        return round(self.minutes / 60, 1)


@dataclass(frozen=True)
class Counted:
    """R30 and R29: sums of people without names, never added to people nor to each other; and how
    many of them were in sessions of which a photo or a signed sheet is kept."""

    without_names: Sexes = field(default_factory=Sexes)
    passed_on: Sexes = field(default_factory=Sexes)
    without_names_proven: int = 0
    passed_on_proven: int = 0

    @property
    def is_nothing(self) -> bool:
        return not (self.without_names.total or self.passed_on.total)


def sexes_of(counts: dict[str | None, int]) -> Sexes:
    """Counts by code of sex; None is unknown."""
    return Sexes(*(counts.get(sex, 0) for sex in ("female", "male", "another", None)))
