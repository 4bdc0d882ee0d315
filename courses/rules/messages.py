"""The words of messages: plain names in braces are replaced, and nothing else is ever looked up."""

import re
from collections.abc import Callable, Iterable, Mapping

#: What a template may name, by the kind of message.
_PLAN = ("name", "course", "dates", "times", "schedule", "place", "run")
PLACEHOLDERS: dict[str, tuple[str, ...]] = {
    "confirmation": (*_PLAN, "card"),
    "waitlisted": _PLAN,
    "requested": _PLAN,
    "declined": (*_PLAN, "reason"),
    "offer": (*_PLAN, "deadline"),
    "seat": (*_PLAN, "card"),
    "reminder": ("name", "course", "day", "times", "place", "run"),
    "change": _PLAN,
    "cancellation": (*_PLAN, "reason"),
    "withdrawal": _PLAN,
    "certificate": ("name", "course", "number", "paper", "until", "link", "run"),
    "pin_code": ("name", "code", "deadline"),
    "follow_up": ("name", "course", "until", "link", "run"),
    "news": ("name", "course", "text", "run"),
}
#: What may be read by whoever shares the phone: neither the training nor where it is held.
_DISCREET = ("name", "day", "dates", "times", "deadline")
_IN_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_SECRET = re.compile(r"\{secret ([a-z]+) ([0-9a-f]{32})\}")


def placeholders(kind: str, *, discreet: bool = False) -> tuple[str, ...]:
    """The names that a text of this kind may hold."""
    allowed = PLACEHOLDERS[kind]
    return tuple(name for name in allowed if name in _DISCREET) if discreet else allowed


def unknown_placeholders(text: str, allowed: Iterable[str]) -> list[str]:
    """What stands in braces and is no allowed name, and braces that stand alone; in order."""
    known = {f"{{{name}}}" for name in allowed}
    return [found for found in _IN_BRACES.findall(text) if found not in known]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every known `{name}` replaced once; what a value holds is not looked at. A line
    of which nothing is left goes."""

    def value(found: re.Match[str]) -> str:
        return values.get(found[0][1:-1], found[0])

    lines = [(line, _IN_BRACES.sub(value, line)) for line in text.split("\n")]
    return "\n".join(new for line, new in lines if new.strip() or not line.strip())


def for_everyone(body: str, *, name: str, card_code: str, everyone: str) -> str:
    """A message to one person as a text for her whole group: the first mention of her name becomes
    `everyone`, and lines with her card code go."""
    lines = [line for line in body.split("\n") if not card_code or card_code not in line]
    text = "\n".join(lines)
    return text.replace(name, everyone, 1) if name else text


def secret_mark(kind: str, key: str) -> str:
    """What stands in a stored text for an address that only its reader may know: of which kind it
    is, and the 32 hexadecimal digits by which whoever made it knows it again."""
    return f"{{secret {kind} {key}}}"


def with_secrets(text: str, said: Callable[[str, str], str]) -> str:
    """The text with each mark replaced by what `said(kind, key)` gives."""
    return _SECRET.sub(lambda found: said(found[1], found[2]), text)
