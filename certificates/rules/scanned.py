"""What a QR code holds behind the address of the check page: the printed facts and a signature.

`…/CODE/#PAYLOAD`: what stands behind `#` is never sent to a server, so names stay out of its logs.
The payload is written with 41 letters that QR codes set narrow (two bytes in three letters) and
that addresses keep as they are. `certificates/scripts/payload.js` reads it again.
"""

import hashlib
import struct
from dataclasses import dataclass
from datetime import date, timedelta

VERSION = 1
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-:"
EPOCH = date(2020, 1, 1)
#: version, tag of the key, day of issue, last valid day, first and last day, minutes.
HEAD = ">B2sHHHHH"
KHMER, ESCAPE = 0x1780, 0x1A
NO_DAY = 0
#: Set in the version of a statement, which says that somebody took part.
STATEMENT = 0x80
#: Set in the version of a yearly statement, of one course or of none by name.
YEARLY = 0x40
MOST_MINUTES = 0xFFFF


@dataclass(frozen=True)
class Scanned:
    """The facts that are checked without signal."""

    course: str
    name_en: str
    name_km: str
    issued_on: date
    expires_on: date | None
    first_day: date
    last_day: date
    minutes: int
    is_statement: bool = False
    is_yearly: bool = False


def body(facts: Scanned, public: bytes) -> bytes:
    """The facts in as few bytes as they need."""
    days = (facts.issued_on, facts.expires_on, facts.first_day, facts.last_day)
    version = VERSION | STATEMENT * facts.is_statement | YEARLY * facts.is_yearly
    minutes = min(facts.minutes, MOST_MINUTES)
    head = struct.pack(HEAD, version, tag(public), *map(number_of, days), minutes)
    texts = (facts.course, facts.name_en, facts.name_km)
    return head + b"".join(_text(text) for text in texts)


def message(code: str, content: bytes) -> bytes:
    """What is signed: the facts belong to this code and to no other."""
    return b"sala-qr:" + code.encode() + content


def tag(public: bytes) -> bytes:
    """Two bytes that say which key to try."""
    return hashlib.sha256(public).digest()[:2]


def number_of(day: date | None) -> int:
    return NO_DAY if day is None else (day - EPOCH).days


def day_of(number: int) -> date | None:
    return None if number == NO_DAY else EPOCH + timedelta(days=number)


def _text(text: str) -> bytes:
    """Latin and Khmer letters in one byte each, every other one in four; the length comes first."""
    found = bytearray()
    for letter in map(ord, text):
        if letter < 0x80 and letter != ESCAPE:
            found.append(letter)
        elif KHMER <= letter < KHMER + 0x80:
            found.append(letter - KHMER + 0x80)
        else:
            found += bytes([ESCAPE]) + letter.to_bytes(3)
    return bytes([len(found)]) + found


def written(content: bytes) -> str:
    """Bytes in the 41 letters: a pair in three, a last single one in two."""
    letters = []
    for start in range(0, len(content), 2):
        pair = content[start : start + 2]
        number = int.from_bytes(pair)
        for _place in range(3 if len(pair) == 2 else 2):
            number, digit = divmod(number, 41)
            letters.append(ALPHABET[digit])
    return "".join(letters)


def tag_in(payload: str) -> bytes:
    """The tag of the key that signed a written payload."""
    return b"".join(_pair(payload[start : start + 3]) for start in (0, 3))[1:3]


def _pair(letters: str) -> bytes:
    number = sum(ALPHABET.index(letter) * 41**place for place, letter in enumerate(letters))
    return number.to_bytes(2)
