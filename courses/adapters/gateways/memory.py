"""A gateway that keeps what it is given, for tests and for trying out."""

from courses.adapters.gateways.base import GatewayError


class MemoryGateway:
    """Like a real one it sends a key once. `errors` are raised by the next attempts, in order."""

    repeats_safely = True
    sent: dict[str, tuple[str, str]] = {}
    errors: list[GatewayError] = []

    def send(self, to: str, text: str, key: str) -> str:
        if self.errors:
            raise self.errors.pop(0)
        self.sent.setdefault(key, (to, text))
        return f"memory-{len(self.sent)}"
