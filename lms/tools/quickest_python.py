"""Prints the path of the Python that `make` builds the environment with.

That is the one that runs this, unless another on PATH is clearly quicker: an interpreter built
without profile-guided optimization, as version managers build it, takes half as long again for
plain code. No flag tells of it on every system, so each one runs a short loop.
Works in every Python from 3.11, before any package is there; see docs/decisions/0096.
"""

import os
import shutil
import subprocess
import sys

NAMES = ("python3", "python3.13", "python3.12", "python3.11")
#: How much longer the first one may take than the quickest and still be the one.
NEAR = 1.2
#: How often each is tried, in turns: what else the machine does at a moment slows one of them.
ROUNDS = 3
#: Prints how many seconds this Python takes, and where it is; fails where it cannot serve.
TRIAL = """
import ensurepip, sqlite3, sys, venv
from time import process_time
from timeit import repeat

assert sys.version_info >= (3, 11)

class Row:
    def __init__(self, number):
        self.number = number

    @property
    def text(self):
        return str(self.number)

def trial():
    kept = {}
    for number in range(50_000):
        row = Row(number)
        if isinstance(row, Row):
            kept[number % 1_000] = (lambda text: text + "x")(row.text)

print(min(repeat(trial, number=1, repeat=7, timer=process_time)), sys.executable)
"""


def candidates():
    """Paths of Pythons: this one, then those on PATH."""
    yield sys.executable
    for folder in os.get_exec_path():
        found = (shutil.which(name, path=folder) for name in NAMES)
        yield from map(os.path.realpath, filter(None, found))


def tried(python):
    """Seconds and path, or None for a Python that cannot serve."""
    try:
        answer = subprocess.run([python, "-c", TRIAL], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if answer.returncode:
        return None
    seconds, path = answer.stdout.strip().split(" ", 1)
    return float(seconds), path


def chosen(trials):
    """The path of the first one whose best trial takes hardly longer than the best of all; without
    any this one, whose `venv` says what it lacks."""
    best = {}
    for seconds, path in trials:
        best[path] = min(seconds, best.get(path, seconds))
    least = min(best.values(), default=0)
    return next((path for path, took in best.items() if took <= least * NEAR), sys.executable)


def in_turns(paths):
    """Trials of all in each round, but for those that failed in the first one."""
    for _round in range(ROUNDS):
        trials = [*filter(None, map(tried, paths))]
        paths = [path for _seconds, path in trials]
        yield from trials


if __name__ == "__main__":
    print(chosen(in_turns(dict.fromkeys(candidates()))))
