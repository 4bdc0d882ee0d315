"""Files of the reach report: a long list as a workbook, and the report to print."""

import json
import subprocess
import sys
from itertools import count

from courses.adapters.paper.reach_report import report_pdf
from tests.benchmarks.measure import Figure, benchmark, best_seconds
from tests.benchmarks.report_list import COLUMNS, ROWS
from tests.courses.adapters.paper.report_samples import report

WRITES = [sys.executable, "-m", "tests.benchmarks.report_list"]


@benchmark("xlsx_100k_s", "xlsx_100k_mb")
def xlsx_100k():
    """From rows that are there to the file, in a process that does nothing else."""
    found = json.loads(subprocess.run(WRITES, check=True, capture_output=True, text=True).stdout)
    data = f"{ROWS:,} rows of {len(COLUMNS)} columns, a chart; {found['bytes'] / 1e6:.1f} MB"
    yield Figure("xlsx_100k_s", found["seconds"], "s", data, bar=8, reference=24.5)
    yield Figure("xlsx_100k_mb", found["peak_mb"], "MB", data, bar=150)


@benchmark("reach_pdf_s")
def reach_pdf():
    """From figures that are there to the file; every report says something new."""
    numbers = count(1)

    def draw():
        report_pdf(report("km", bounds=f"ចំនួន {next(numbers)}"))

    seconds = best_seconds(draw, times=5)
    yield Figure("reach_pdf_s", seconds, "s", "three pages in Khmer, chart, map", bar=1)
