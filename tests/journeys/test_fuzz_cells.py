"""A million hostile cells come in and go out: nothing falls over, no formula gets through."""

import csv
import io
import time
import zipfile
from datetime import date, datetime, timedelta
from random import Random

import pytest

from courses.adapters.spreadsheets import read_workbook, write_csv, write_xlsx
from courses.rules.participant_list import parse_participant_list
from courses.rules.participant_rows import from_data

pytestmark = [pytest.mark.deep, pytest.mark.slow]
HEADING = ("No.", "Khmer name", "Latin name", "Title", "Sex", "Position", "Emp. No.", "Section",
           "Phone 1", "Phone 2", "Date of birth", "Factory")  # fmt: skip
FILES, ROWS = 18, 4_700
STARTS = tuple("=+-@|%＝＋－＠﹦⁺﹣﹪％｜")
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u00a0\u200e\u202e\u2028 \x00\x07\x1f"
PIECES = (
    *STARTS, *INVISIBLE, "\t", "\r", "\n", "\r\n", "SUM(A1)", "cmd|' /C calc'!A0", "1+1", "'", '"',
    'HYPERLINK("http://x")', ",", ";", "<b>", "</is>", "&amp;", "]]>", "{{ x }}", "%(n)s", "សុខ",
    "ដារ៉ា", "្ត", "្", "ំុ", "◌", "១២", "០១២ ៣៤៥ ៦៧៨", "012345678", "+855 12", "00855", "Sok", "Dara",
    "Mr. ", "លោកស្រី ", "សរុប", "Total", "F", "ស្រី", "៣/៥/២៥៣៨", "31/02/90", "1890", "女", "工人",
    "😀", "é", "ﷺ", "\ud800", "\ufffe", "\u0e01", "A" * 300, "#REF!", "n/a", "-", "worker", "HR",
)  # fmt: skip


def cell(rng: Random):
    draw = rng.random()
    if draw < 0.08:
        return None
    if draw < 0.14:
        return rng.choice((0, -1, 12345678, 10**15, -(10**20), 1.5, -0.25, 35000, True, False))
    if draw < 0.17:
        return date(1900, 3, 1) + timedelta(days=rng.randrange(60_000))
    if draw < 0.19:
        return datetime(1950, 1, 1) + timedelta(minutes=rng.randrange(50_000_000))
    if draw < 0.25:
        return "".join(chr(rng.randrange(1, 0x3000)) for _ in range(rng.randrange(1, 9)))
    return "".join(rng.choice(PIECES) for _ in range(rng.randrange(1, 5)))


def rows_of(seed: int) -> list[list]:
    rng = Random(seed)
    return [list(HEADING), *([cell(rng) for _ in HEADING] for _ in range(ROWS))]


def looks_like_a_formula(text: str) -> bool:
    """What a spreadsheet program sees first, blanks, invisible characters and width aside; written
    apart from the guard under test."""
    shown = text.lstrip(f"{INVISIBLE}\t\r\n")
    return text[:1] in tuple("\t\r\n") or shown[:1] in STARTS


def csv_formulas(data: bytes, rows: list[list]) -> list[str]:
    """Cells of a CSV file that were text and would run."""
    read = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [
        written
        for got, row in zip(read, rows, strict=True)
        for written, value in zip(got, row, strict=True)
        if isinstance(value, str) and looks_like_a_formula(written)
    ]


def xlsx_formulas(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        sheets = [name for name in file.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(file.read(name).count(tag) for name in sheets for tag in (b"<f>", b"<f "))


def come_in(data: bytes) -> int:
    """The rows that a file gives; whoever comes in has a name and fits into plain values."""
    sheets = [(sheet.name, sheet.rows) for sheet in read_workbook(data).sheets]
    parsed = parse_participant_list(sheets, today=date(2026, 11, 22))
    assert from_data(parsed.as_data()) == parsed
    for row in parsed.rows:
        assert row.row_number > 1
        assert not row.is_importable or row.name
    return len(parsed.rows)


def test_a_million_cells_come_in_and_go_out(capsys):
    cells = people = 0
    spent = dict.fromkeys(("csv out", "xlsx out", "csv in", "xlsx in"), 0.0)
    for seed in range(FILES):
        rows = rows_of(seed)
        clock = [time.perf_counter()]
        as_csv = b"".join(write_csv(rows))
        clock.append(time.perf_counter())
        target = io.BytesIO()
        write_xlsx([("List", rows)], target)
        clock.append(time.perf_counter())
        assert csv_formulas(as_csv, rows) == []
        assert xlsx_formulas(target.getvalue()) == 0
        clock.append(time.perf_counter())
        people += come_in(as_csv)
        clock.append(time.perf_counter())
        people += come_in(target.getvalue())
        clock.append(time.perf_counter())
        for name, start in zip(spent, (0, 1, 3, 4), strict=True):
            spent[name] += clock[start + 1] - clock[start]
        cells += ROWS * len(HEADING)
    with capsys.disabled():
        rates = ", ".join(f"{name} {cells / spent[name]:,.0f} cells/s" for name in spent)
        print(f"\n{cells:,} cells each way and format, {people:,} rows read; {rates}")
    assert cells >= 1_000_000
    assert people > FILES * ROWS
