"""Memory in large pages is asked for where the system has them, and keeps what it holds."""

import ctypes
import mmap
from pathlib import Path

import pytest

from tests.large_pages import LARGE, own_memory, take_large_pages

HAS_THEM = Path("/sys/kernel/mm/transparent_hugepage/enabled")


@pytest.mark.skipif(not HAS_THEM.exists(), reason="This system has no large pages.")
def test_memory_is_asked_for_in_large_pages_and_keeps_what_it_holds():
    with mmap.mmap(-1, 4 * LARGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as piece:
        for place in range(0, len(piece), 4096):
            piece[place] = place // 4096 % 251
        before = bytes(piece)
        start = address_of(piece)
        whole = -(-start // LARGE) * LARGE
        assert any(first <= whole < first + size for first, size in own_memory())
        assert take_large_pages() >= 3 * LARGE
        assert bytes(piece) == before
        assert "hg" in flags_at(whole)


def address_of(piece):
    view = ctypes.c_char.from_buffer(piece)
    return ctypes.addressof(view)


def flags_at(address):
    """What Linux says of the mapping that an address lies in; `hg`: large pages are asked for."""
    inside = False
    for line in Path("/proc/self/smaps").read_text().splitlines():
        name, *rest = line.split()
        if "-" in name and not name.endswith(":"):
            start, end = (int(part, 16) for part in name.split("-"))
            inside = start <= address < end
        elif inside and name == "VmFlags:":
            return rest
    return []
