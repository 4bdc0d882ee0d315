"""What a published figure is."""

from dataclasses import dataclass

from courses.rules.reach.ways import Way


def gettext_noop(text: str) -> str:
    """Marks words for the catalogues; screens and files translate them."""
    return text


@dataclass(frozen=True)
class Indicator:
    """One figure: how it is counted, and the words for it. A change of what it counts is a new
    version; texts are English msgids. With `is_share` its values are fractions of one."""

    code: str
    version: int
    name: str
    definition: str
    unit: str
    is_additive: bool
    way: Way

    @property
    def reference(self) -> str:
        return f"{self.code} v{self.version}"

    @property
    def is_share(self) -> bool:
        return self.unit == "per cent"
