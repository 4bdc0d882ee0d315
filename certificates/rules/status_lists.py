"""Bitstring status lists: one for every prefix and year of the numbers, one bit for each number.

The place of a certificate follows from its number, so nothing has to be kept for it.
"""

import gzip
from collections.abc import Iterable

from certificates.rules.credential import CONTEXT
from certificates.rules.multibase import base64url

#: Lists are never shorter, so that a single request says little about whom it is about.
LEAST_BITS = 131_072


def place_of(serial: str) -> tuple[str, int]:
    """RWL-2026-000001 is the first, number 0, of the list RWL-2026."""
    series, _dash, number = serial.rpartition("-")
    return series, int(number) - 1


def encoded(places: Iterable[int]) -> str:
    """The list with these bits set, compressed, as multibase text; the same in, the same out."""
    places = set(places)
    bits = max(LEAST_BITS, *(place + 1 for place in places)) if places else LEAST_BITS
    content = bytearray(-(-bits // 8))
    for place in places:
        content[place // 8] |= 0x80 >> place % 8
    return "u" + base64url(gzip.compress(bytes(content), mtime=0))


def status_list(address: str, issuer: str, places: Iterable[int], *, since: str) -> dict:
    """The credential that holds a list, still without its proof."""
    return {
        "@context": [CONTEXT],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer,
        "validFrom": since,
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encoded(places),
        },
    }
