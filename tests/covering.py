"""How lines that tests reach are counted: for `-p tests.covering`, which comes before SlipCover.

On Python 3.11 SlipCover calls a probe before each line. It takes one out by replacing code after
the line ran fifty times, for which it walks through all modules and frames, and the code begins
cold; left in, it costs a third of the time of our tests. Here a probe that was called has the code
jump over it from then on (docs/decisions/0100). From Python 3.12 on the interpreter does that.
"""

import os
import sys
from ctypes import c_ubyte
from opcode import opmap
from types import CodeType

import pytest
from slipcover import slipcover as library

NOP, JUMP = opmap["NOP"], opmap["JUMP_FORWARD"]
#: Where the instructions of a code object begin: they are its variable part.
BEGIN = CodeType.__basicsize__


class Probe:
    """Notes a line once. The call begins `at` an instruction that does nothing, with the length of
    the call beside it: made a jump, it leads to the line itself."""

    __slots__ = ("at", "file", "line", "notes")

    def __init__(self, notes, file, line, _threshold):
        self.notes, self.file, self.line = notes, file, line

    def signal(self):
        """Called by the line's own frame, by several threads where they come at once."""
        self.notes.newly_seen[self.file].add(self.line)
        first = c_ubyte.from_address(id(sys._getframe(1).f_code) + BEGIN + self.at)
        assert first.value in (NOP, JUMP), f"{self.file}:{self.line} has no probe"
        first.value = JUMP


Probe.new = Probe


def placing(instrument):
    """Tells each probe where its call begins."""

    def instrumented(self, co, parent=None):
        code = instrument(self, co, parent)
        probes = (const for const in code.co_consts if type(const) is Probe)
        for probe, (at, _line) in zip(probes, self.code2index.pop(code), strict=True):
            probe.at = at
        return code

    return instrumented


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config):
    """The process that only hands tests to workers counts no lines: they count all."""
    is_worker = "PYTEST_XDIST_WORKER" in os.environ
    if early_config.known_args_namespace.numprocesses and not is_worker:
        library.Slipcover.instrument = lambda self, co, parent=None: co
        library.Slipcover._add_unseen_source_files = lambda self, source: None


if sys.version_info < (3, 12):
    library.probe = Probe
    library.Slipcover.instrument = placing(library.Slipcover.instrument)
