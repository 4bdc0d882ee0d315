"""What is signed for a Data Integrity proof of the suite eddsa-rdfc-2022, and where it stands."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from certificates.rules.multibase import multibase
from certificates.rules.quads import canonical

SUITE = "eddsa-rdfc-2022"


def proven(
    document: dict, *, method: str, created: datetime, sign: Callable[[bytes], bytes]
) -> dict:
    """The document with its proof. `method` is the address of the key, `created` has a zone, and
    `sign` makes the 64 bytes of an Ed25519 signature."""
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": moment(created),
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    hashes = (hashlib.sha256(canonical(part)).digest() for part in (options, document))
    return document | {"proof": options | {"proofValue": multibase(sign(b"".join(hashes)))}}


def moment(when: datetime) -> str:
    """2026-11-28T08:00:00+07:00."""
    return when.isoformat(timespec="seconds").replace("+00:00", "Z")
