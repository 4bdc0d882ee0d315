"""Files of the reach report: a long list as a workbook."""

import json
import subprocess
import sys

from tests.benchmarks.measure import Figure, benchmark
from tests.benchmarks.report_list import COLUMNS, ROWS

WRITES = [sys.executable, "-m", "tests.benchmarks.report_list"]


@benchmark("xlsx_100k_s", "xlsx_100k_mb")
def xlsx_100k():
    """From rows that are there to the file, in a process that does nothing else."""
    found = json.loads(subprocess.run(WRITES, check=True, capture_output=True, text=True).stdout)
    data = f"{ROWS:,} rows of {len(COLUMNS)} columns, a chart; {found['bytes'] / 1e6:.1f} MB"
    yield Figure("xlsx_100k_s", found["seconds"], "s", data, bar=8, reference=24.5)
    yield Figure("xlsx_100k_mb", found["peak_mb"], "MB", data, bar=150)
