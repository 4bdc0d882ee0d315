"""The chain of a register: every link holds a fingerprint of itself and of the link before, so that
nobody can change, remove or slip in a link without breaking it.

Only what is no personal data goes in: ids, marks and times. Reasons and names stay outside, so that
a person can be erased and the chain still holds.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A stored link: its place in the chain (from 1), what it says, its fingerprint."""

    number: int
    says: dict
    digest: str


@dataclass(frozen=True)
class Break:
    """Where a chain does not hold, and why: `changed`, `missing` or `shortened`."""

    number: int
    why: str


def digest_after(previous: str, says: dict) -> str:
    """SHA-256, in hexadecimal, of the fingerprint before and of the canonical JSON of a link."""
    return hashlib.sha256(f"{previous}\n{canonical(says)}".encode()).hexdigest()


def canonical(says: dict) -> str:
    """The one way in which a link is written."""
    return json.dumps(says, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def broken_at(links: Iterable[Link], *, length: int, digest: str) -> Break | None:
    """The first place at which the links, in their order, are not the chain of that length and last
    fingerprint; None where they are."""
    previous, number = "", 0
    for number, link in enumerate(links, start=1):
        if link.number != number:
            return Break(number, "missing")
        if link.digest != digest_after(previous, link.says):
            return Break(number, "changed")
        previous = link.digest
    if number != length or previous != digest:
        return Break(number + 1, "shortened")
    return None
