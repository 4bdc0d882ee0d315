"""What a gateway promises, and how it says that it could not.

A host site writes its own as a class with `send` and `repeats_safely`, and names it in the setting
COURSES_SMS_GATEWAY.
"""

from enum import StrEnum
from typing import Any, Protocol

from django.utils.module_loading import import_string

from courses import conf


class Outcome(StrEnum):
    """`later`: it was not sent and may be tried again. `never`: it was not sent and trying again is
    no use. `unknown`: it may have been sent."""

    LATER = "later"
    NEVER = "never"
    UNKNOWN = "unknown"


class GatewayError(Exception):
    """Why a message did not leave. `problem` is a code of `courses.choices.MessageProblem`,
    `detail` what the server said, `retry_after` how many seconds it asks to wait."""

    def __init__(
        self, outcome: Outcome, problem: str, detail: str = "", *, retry_after: int | None = None
    ) -> None:
        super().__init__(f"{problem}: {detail}")
        self.outcome = outcome
        self.problem = problem
        self.detail = " ".join(detail.split())[:200]
        self.retry_after = retry_after


class Gateway(Protocol):
    """Sends a text to a number in international form.

    `key` is the same with every attempt for one message. `repeats_safely` says that the gateway
    sends a key only once, so that an attempt without an answer may be repeated.
    """

    repeats_safely: bool

    def send(self, to: str, text: str, key: str) -> str:
        """Returns the gateway's receipt, at most 100 characters. Raises GatewayError."""
        ...


def configured_gateway() -> Gateway | None:
    """The gateway of the site, or None."""
    told: dict[str, Any] | None = conf.get("COURSES_SMS_GATEWAY")
    return import_string(told["BACKEND"])(**told.get("OPTIONS", {})) if told else None
