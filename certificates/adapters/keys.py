"""Signing keys of the issuer in a folder, outside the database.

Two files a key: `ID.json` with its public half and the days on which it signs, which stays for
ever, and `ID.secret` with the private half, which goes when the key is retired.
"""

import json
import os
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)
PEM = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())


class NoSigningKey(Exception):
    """There is no key that signs on this day; the text says why."""


@dataclass(frozen=True)
class Key:
    """An Ed25519 key; `secret` is None once it is retired or kept elsewhere. `stolen` is the day
    from which somebody else may have had it: then its signatures alone prove nothing."""

    id: str
    public: bytes
    begins: date
    ends: date | None = None
    stolen: date | None = None
    secret: Ed25519PrivateKey | None = field(default=None, repr=False, compare=False)

    def signs_on(self, day: date) -> bool:
        is_in_time = self.begins <= day and (self.ends is None or day <= self.ends)
        return is_in_time and self.secret is not None

    def sign(self, message: bytes) -> bytes:
        return self.secret.sign(message)


def keys_in(folder: Path) -> tuple[Key, ...]:
    """All keys, the oldest first; the folder is read again when a file came or went."""
    return _read(folder, folder.stat().st_mtime_ns) if folder.is_dir() else ()


@lru_cache(maxsize=4)
def _read(folder: Path, _changed: int) -> tuple[Key, ...]:
    return tuple(sorted(map(_key, folder.glob("*.json")), key=lambda key: (key.begins, key.id)))


def _key(path: Path) -> Key:
    values = json.loads(path.read_text(encoding="utf-8"))
    secret = path.with_suffix(".secret")
    return Key(
        id=path.stem,
        public=bytes.fromhex(values["public"]),
        begins=date.fromisoformat(values["begins"]),
        ends=_day(values["ends"]),
        stolen=_day(values.get("stolen")),
        secret=serialization.load_pem_private_key(secret.read_bytes(), password=None)
        if secret.exists()
        else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def signing_key(folder: Path, day: date) -> Key:
    """The newest key that signs on this day. Raises NoSigningKey."""
    able = [key for key in keys_in(folder) if key.signs_on(day)]
    if not able:
        raise NoSigningKey(f"No key in {folder} signs on {day}; make one: make_signing_key.")
    return able[-1]


def make_key(folder: Path, begins: date) -> Key:
    """A new key that signs from this day on; readable by the owner alone."""
    secret = Ed25519PrivateKey.generate()
    public = secret.public_key().public_bytes(*RAW)
    key = Key(f"{begins:%Y-%m}-{public[:3].hex()}", public, begins, secret=secret)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(folder / f"{key.id}.secret", secret.private_bytes(*PEM))
    _write_public(folder, key)
    return key


def retire_key(folder: Path, key_id: str, day: date) -> Key:
    """End a key with this day and throw its private half away. Raises KeyError."""
    old = {key.id: key for key in keys_in(folder)}[key_id]
    return _end(folder, replace(old, ends=day, secret=None))


def declare_stolen(folder: Path, key_id: str, since: date, today: date) -> Key:
    """Say that somebody else may have had a key since a day, and end it. Said again, the earlier
    day holds. Raises KeyError."""
    old = {key.id: key for key in keys_in(folder)}[key_id]
    since = min(since, old.stolen or since)
    return _end(folder, replace(old, ends=old.ends or today, stolen=since, secret=None))


def _end(folder: Path, key: Key) -> Key:
    _write_public(folder, key)
    (folder / f"{key.id}.secret").unlink(missing_ok=True)
    return key


def _write_public(folder: Path, key: Key) -> None:
    values = {
        "public": key.public.hex(),
        "begins": key.begins.isoformat(),
        "ends": key.ends and key.ends.isoformat(),
        **({"stolen": key.stolen.isoformat()} if key.stolen else {}),
    }
    _write(folder / f"{key.id}.json", json.dumps(values, indent=1).encode())


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, so that nobody reads half a key."""
    draft = path.with_suffix(".new")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    draft.replace(path)
