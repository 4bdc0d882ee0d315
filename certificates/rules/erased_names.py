"""The names of erased people as salted hashes: they say whether a name that somebody types is the
one that was printed, and nothing else."""

import hashlib
import hmac
from collections.abc import Iterable

from courses.rules.khmer import match_key
from courses.rules.names import latin_key

#: scrypt with 16 MB: a guess takes about 50 ms, and a table for one salt is of no use for another.
COST, BLOCK, LANES = 2**14, 8, 1
SALT_BYTES = 16


def keys_of(*names: str) -> list[str]:
    """Spellings that count as the same name: signs of Khmer in order, Latin words in any order and
    case. Empty names have none."""
    found = []
    for name in names:
        latin = " ".join(sorted(filter(None, map(latin_key, name.split()))))
        found += [key for key in (match_key(name), latin) if key]
    return list(dict.fromkeys(found))


def hashes_of(names: Iterable[str], salt: bytes) -> list[str]:
    """What is kept of the printed names."""
    return [f"{salt.hex()}:{_hash(key, salt)}" for key in keys_of(*names)]


def is_name_of(typed: str, hashes: Iterable[str]) -> bool:
    """Whether the typed name is one of those that were printed."""
    keys = keys_of(typed)
    fits = [_fits(key, kept) for kept in hashes for key in keys]
    return any(fits)


def _fits(key: str, kept: str) -> bool:
    salt, _colon, told = kept.partition(":")
    return hmac.compare_digest(_hash(key, bytes.fromhex(salt)), told)


def _hash(key: str, salt: bytes) -> str:
    return hashlib.scrypt(key.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, dklen=24).hex()
