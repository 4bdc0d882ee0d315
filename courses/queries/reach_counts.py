"""Counting for the reach report: a tally takes facts, its figures are what is published."""

from dataclasses import dataclass, field

from courses.choices import Sex

#: A value of a dimension: an id, a code or a month; None for what is unknown.
Key = object


@dataclass(frozen=True)
class Sexes:
    """How many are women, men and another; `unknown` stays in the total and out of the share."""

    women: int = 0
    men: int = 0
    another: int = 0
    unknown: int = 0

    def __add__(self, other: "Sexes") -> "Sexes":
        return Sexes(
            self.women + other.women,
            self.men + other.men,
            self.another + other.another,
            self.unknown + other.unknown,
        )

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


@dataclass
class Tally:
    """Counts in the making."""

    people: set[int] = field(default_factory=set)
    attendances: int = 0
    completions: int = 0
    sexes: dict[str, int] = field(default_factory=dict)

    def participation(self, sex: str) -> None:
        self.sexes[sex] = self.sexes.get(sex, 0) + 1

    @property
    def figures(self) -> Figures:
        return Figures(len(self.people), self.attendances, self.completions, as_sexes(self.sexes))


def as_sexes(counts: dict[str, int]) -> Sexes:
    """Counts by code of sex; a code that is not a sex is unknown."""
    known = [counts.get(sex, 0) for sex in (Sex.FEMALE, Sex.MALE, Sex.ANOTHER)]
    return Sexes(*known, unknown=sum(counts.values()) - sum(known))
