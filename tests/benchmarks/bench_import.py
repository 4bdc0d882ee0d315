"""A list of 5,000 new people against a register of 60,000: upload, preview and commit.

Runs in a database and a process of its own; the peak of memory is that of the whole process.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.measure import Figure, benchmark

WORLD = [sys.executable, "-m", "tests.benchmarks.import_world"]


@benchmark("import_5000_s", "import_5000_mb")
def importing():
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "SALA_VAR": folder}
        environment.pop("DATABASE_URL", None)
        path = str(Path(folder) / "list.xlsx")
        subprocess.run([*WORLD, "prepare", path], check=True, env=environment)
        told = subprocess.run(
            [*WORLD, "import", path], check=True, env=environment, capture_output=True, text=True
        )
    found = json.loads(told.stdout)
    seconds = found["read"] + found["plan"] + found["commit"]
    data = f"{found['new']:,} new people, 60,000 on record, {found['factories']} factories"
    yield Figure("import_5000_s", seconds, "s", data, bar=15, reference=119)
    yield Figure("import_5000_mb", found["peak_mb"], "MB", data, bar=300)
