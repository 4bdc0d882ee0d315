"""Prints what pyproject.toml asks for, so that old and new versions of pip install it alike.

Usage: python -m lms.tools.requirements [EXTRA or GROUP …]
"""

import sys
import tomllib
from pathlib import Path


def requirements(names):
    """The run-time dependencies and those of the named extras and dependency groups."""
    data = tomllib.loads(Path("pyproject.toml").read_text())
    sets = data["project"]["optional-dependencies"] | data["dependency-groups"]
    found = [*data["project"]["dependencies"]]
    for name in names:
        found += sets[name]
    return found


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1:])))
