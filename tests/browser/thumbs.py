"""A person with slow thumbs: the machine's time is measured, hers is counted and not waited for."""

import time
from dataclasses import dataclass, field


@dataclass
class Thumbs:
    """Seconds since the first step, as they would pass for somebody who needs `a_look` seconds to
    read a field and find the next, and `a_key` seconds for a key."""

    a_look: float
    a_key: float
    hers: float = 0
    begun: float = field(default_factory=time.monotonic)

    def look(self) -> None:
        self.hers += self.a_look

    def type(self, into, words: str) -> None:
        """Types into a field, or where the keyboard is."""
        self.look()
        self.hers += self.a_key * len(words)
        into.type(words)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.begun + self.hers
