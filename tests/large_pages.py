"""Memory in large pieces, for a process whose time goes to looking up where its memory lies."""

import ctypes
from pathlib import Path

LARGE = 2 * 1024 * 1024
MAPPINGS = Path("/proc/self/maps")
#: Linux: new pages of a mapping are large ones, and those it has are joined (since 6.1).
ADVICE = (14, 25)


def take_large_pages() -> int:
    """Bytes of this process for which large pages were asked, 0 where there is no Linux. What the
    system cannot give it leaves as it is."""
    if not MAPPINGS.exists():
        return 0
    advise = ctypes.CDLL(None).madvise
    advise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    pieces = list(own_memory())
    for start, size in pieces:
        for advice in ADVICE:
            advise(start, size, advice)
    return sum(size for _start, size in pieces)


def own_memory():
    """Start and size of the whole large pages in mappings that are written and of no file."""
    for line in MAPPINGS.read_text().splitlines():
        addresses, rights, _offset, _device, inode, *name = line.split()
        if rights != "rw-p" or inode != "0" or (name and name != ["[heap]"]):
            continue
        start, end = (int(address, 16) for address in addresses.split("-"))
        start, end = -(-start // LARGE) * LARGE, end // LARGE * LARGE
        if start < end:
            yield start, end - start
