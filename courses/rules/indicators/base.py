"""What a published figure is."""

from dataclasses import dataclass

from courses.rules.reach.ways import Money, Way

PER_CENT, PEOPLE_ON_A_RUN = "per cent", "people on a run"
POINTS = "percentage points"


def gettext_noop(text: str) -> str:
    """Marks words for the catalogues; screens and files translate them."""
    return text


@dataclass(frozen=True)
class Indicator:
    """One figure: how it is counted, and the words for it. A change of what it counts is a new
    version; texts are English msgids. With `is_share` its values are fractions of one. With
    `fewest` smaller numbers are hidden, and None stands for what is hidden. `beside` is the code
    of a figure without which it is never told."""

    code: str
    version: int
    name: str
    definition: str
    unit: str
    is_additive: bool
    way: Way
    fewest: int = 0
    beside: str = ""

    @property
    def reference(self) -> str:
        return f"{self.code} v{self.version}"

    @property
    def of_nothing(self) -> int | None:
        """The figure where there is nothing to count."""
        return (
            0 if not self.fewest and self.unit not in (PER_CENT, PEOPLE_ON_A_RUN, POINTS) else None
        )

    @property
    def is_money(self) -> bool:
        """Its keys end with a currency, and currencies are never added up."""
        return isinstance(self.way, Money)

    @property
    def is_share(self) -> bool:
        return self.unit == PER_CENT
