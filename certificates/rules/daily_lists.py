"""The list of a day: numbers with the fingerprints of their files, and what was taken back.

It is a compact JWS (RFC 7515, EdDSA), so any JOSE library checks it, and names the fingerprint of
the list before it: whoever keeps the lists sees when one is missing or was changed.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import date

from certificates.rules.multibase import base64url


def daily_list(
    day: date,
    issuer: str,
    issued: Iterable[tuple[str, str]],
    taken_back: Iterable[tuple[str, str]],
    *,
    before: str,
) -> dict:
    """Numbers and fingerprints of what was issued on the day; numbers and states of what was
    withdrawn or replaced on it; `before` is the fingerprint of the last list, or empty."""
    return {
        "issuer": issuer,
        "day": day.isoformat(),
        "issued": [{"number": number, "sha256": sha256} for number, sha256 in issued],
        "taken_back": [{"number": number, "state": state} for number, state in taken_back],
        "before": before,
    }


def jws(payload: dict, *, method: str, sign: Callable[[bytes], bytes]) -> str:
    """The payload with its signature, in three parts joined by dots."""
    header = {"alg": "EdDSA", "kid": method, "typ": "sala-daily-list+jws"}
    parts = ".".join(base64url(_bytes(part)) for part in (header, payload))
    return f"{parts}.{base64url(sign(parts.encode()))}"


def fingerprint(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def _bytes(part: dict) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
