"""The ids behind figures, kept small: sorted, as steps from one to the next, compressed."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import accumulate, islice

#: Counts up with every change of how ids are written.
LAYOUT = 1
BITS, MORE = 7, 0x80

#: A session and an enrolment: one attendance.
Mark = tuple[int, int]


@dataclass(frozen=True)
class Kept:
    """What figures were made of: people (R1), enrolments (R2), attendances as sessions with
    enrolments (R3), people who completed (R8) and enrolments that were completed (R9)."""

    people: frozenset[int] = frozenset()
    participations: frozenset[int] = frozenset()
    attendances: frozenset[Mark] = frozenset()
    people_completed: frozenset[int] = frozenset()
    completions: frozenset[int] = frozenset()


def pack(kept: Kept) -> bytes:
    """The same ids always become the same bytes."""
    numbers = [LAYOUT]
    for field in fields(Kept):
        ids = getattr(kept, field.name)
        numbers += _of_marks(ids) if field.name == "attendances" else _of_ids(ids)
    return zlib.compress(_bytes(numbers), 9)


def unpack(packed: bytes) -> Kept:
    """Raises ValueError where the bytes were written in another layout."""
    numbers = _numbers(zlib.decompress(packed))
    if next(numbers) != LAYOUT:
        raise ValueError("These ids were written in another layout.")
    return Kept(
        **{
            field.name: _marks(numbers) if field.name == "attendances" else frozenset(_ids(numbers))
            for field in fields(Kept)
        }
    )


def _of_ids(ids: Iterable[int]) -> list[int]:
    """How many, then the step from each to the next."""
    ordered = sorted(ids)
    return [len(ordered), *(now - before for before, now in zip([0, *ordered], ordered))]  # noqa: B905


def _ids(numbers: Iterator[int]) -> Iterator[int]:
    return accumulate(islice(numbers, next(numbers)))


def _of_marks(marks: Iterable[Mark]) -> list[int]:
    """The sessions, then the enrolments of each."""
    enrollments = defaultdict(list)
    for session, enrollment in marks:
        enrollments[session].append(enrollment)
    found = _of_ids(enrollments)
    for session in sorted(enrollments):
        found += _of_ids(enrollments[session])
    return found


def _marks(numbers: Iterator[int]) -> frozenset[Mark]:
    sessions = list(_ids(numbers))
    return frozenset((session, enrollment) for session in sessions for enrollment in _ids(numbers))


def _bytes(numbers: Iterable[int]) -> bytes:
    """Seven bits of a number in a byte, the lowest first; the eighth says that more follow."""
    found = bytearray()
    for number in numbers:
        while number >= MORE:
            found.append(number % MORE | MORE)
            number >>= BITS
        found.append(number)
    return bytes(found)


def _numbers(written: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in written:
        number |= byte % MORE << shift
        if byte >= MORE:
            shift += BITS
        else:
            yield number
            number = shift = 0
