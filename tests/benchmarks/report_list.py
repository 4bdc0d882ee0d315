"""Writes a workbook of 100,000 attendance rows in a process of its own, and says what it took."""

import json
import re
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from courses.adapters.spreadsheets import Chart, Column, Kind, LongList, Shape, Table, write_report

ROWS = 100_000
COLUMNS = [
    *(Column(name) for name in ("Code", "Name", "Latin name", "Sex")),
    Column("Year of birth", Kind.COUNT),
    *(Column(name) for name in ("Role", "Organization", "Province", "Sector", "Course", "Topic")),
    Column("Day", Kind.DAY), Column("Began", Kind.MOMENT), Column("Minutes", Kind.COUNT),
    Column("Mark"), Column("Share", Kind.SHARE),
]  # fmt: skip
FIRST = datetime(2024, 1, 1, 8, 0)


def rows():
    """Attendances of 20,000 people of 400 factories over three years."""
    for number in range(ROWS):
        began = FIRST + timedelta(days=number % 1000, hours=5 * (number % 2))
        yield [
            f"P-{number % 20_000:06}", f"ចាន់ ស្រីមុំ {number % 20_000}", f"CHAN {number % 20_000}",
            ("Woman", "Man")[number % 4 == 0], 1970 + number % 35, f"Role {number % 10}",
            f"Phka Trabek Garment Factory {number % 400}", f"Province {number % 25}", "Garment",
            f"Course {number % 90}", f"Topic {number % 8}",
            began.date(), began, 180, "present", 0.5,
        ]  # fmt: skip


def months():
    columns = [Column("Month"), Column("Participations", Kind.COUNT), Column("Target", Kind.COUNT)]
    lines = [[f"{date(2026, month, 1):%B}", 900 + 40 * month, 1000] for month in range(1, 13)]
    chart = Chart(Shape.COLUMNS, "By month", "Told", series=[1], target=2)
    return Table("By month", columns, lines, charts=[chart])


def main():
    start = time.perf_counter()
    with tempfile.TemporaryFile() as target:
        sheets = [months(), LongList("Attendances", COLUMNS, rows())]
        write_report(sheets, target, title="Reach", language="km")
        size = target.tell()
    seconds = time.perf_counter() - start
    print(json.dumps({"seconds": seconds, "peak_mb": peak_mb(), "bytes": size}))


def peak_mb():
    """The most that this process held; `getrusage` would tell that of a larger parent."""
    told = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", told)[1]) / 1024


if __name__ == "__main__":
    main()
