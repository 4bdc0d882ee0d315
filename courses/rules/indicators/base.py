"""What a published figure is."""

from dataclasses import dataclass


def gettext_noop(text: str) -> str:
    """Marks words for the catalogues; screens and files translate them."""
    return text


@dataclass(frozen=True)
class Indicator:
    """One figure. A change of what it counts is a new version; texts are English msgids."""

    code: str
    version: int
    name: str
    definition: str
    unit: str
    is_additive: bool

    @property
    def reference(self) -> str:
        return f"{self.code} v{self.version}"
