"""Which part of a file a player asks for (RFC 9110, section 14)."""

import re
from dataclasses import dataclass

_ONE_RANGE = re.compile(r"bytes[ \t]*=[ \t]*(\d*)[ \t]*-[ \t]*(\d*)", re.IGNORECASE)
#: More digits than any file needs, and fewer than Python refuses to read.
_MOST_DIGITS = 18


class NotInFile(Exception):
    """The part begins behind the end of the file, or asks for its last 0 bytes."""


@dataclass(frozen=True)
class Part:
    """Bytes `first` to `last`, both inside the file and counted from 0."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def asked_part(header: str, size: int) -> Part | None:
    """The part that the header `Range` asks for of a file of `size` bytes.

    None where the whole file is the answer: no header, another unit, several ranges at once, or
    words that are no range. Raises NotInFile.
    """
    found = _ONE_RANGE.fullmatch(header.strip())
    first, last = found.groups() if found else ("", "")
    if not (first or last) or max(len(first), len(last)) > _MOST_DIGITS:
        return None
    if not first:
        return _ending(int(last), size)
    if last and int(last) < int(first):
        return None
    if int(first) >= size:
        raise NotInFile
    return Part(int(first), min(int(last), size - 1) if last else size - 1)


def _ending(length: int, size: int) -> Part:
    if not (length and size):
        raise NotInFile
    return Part(max(0, size - length), size - 1)


def is_same_file(if_range: str, etag: str) -> bool:
    """Whether a part fits what the player has already: it named no version of the file, or this
    one. A weak tag and a date prove nothing."""
    return not if_range or (if_range == etag and not etag.startswith("W/") and bool(etag))
