"""Prints the exact versions that pip would install, as lines of `constraints.txt`.

Usage: python -m lms.tools.locked REPORT, where REPORT is what `pip install --report` wrote.
"""

import json
import sys
from pathlib import Path


def locked(report):
    """`name==version` of everything in the report, sorted by name."""
    parts = [each["metadata"] for each in report["install"]]
    return sorted(f"{part['name'].lower()}=={part['version']}" for part in parts)


if __name__ == "__main__":
    print("\n".join(locked(json.loads(Path(sys.argv[1]).read_text()))))
