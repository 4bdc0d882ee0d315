"""How lines that tests reach are counted."""

import sys

import pytest
from slipcover import slipcover as library

from tests import covering

SOURCE = """
def total(n):
    found = 0
    for each in range(n):
        found += each
    return found if n else None
def never():
    return 1
"""
FILE = "example.py"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the interpreter counts lines itself")
def test_a_line_is_noted_once_and_its_probe_is_jumped_over_from_then_on():
    assert library.probe is covering.Probe
    notes, names = library.Slipcover(), {}
    exec(notes.instrument(compile(SOURCE, FILE, "exec")), names)
    assert notes.newly_seen[FILE] == {2, 7}
    assert names["total"](4) == 6
    assert notes.newly_seen[FILE] == {2, 3, 4, 5, 6, 7}
    notes.newly_seen.clear()
    assert [names["total"](n) for n in (4, 0)] == [6, None]
    assert notes.newly_seen == {}
    assert names["never"]() == 1
    assert notes.newly_seen[FILE] == {8}
