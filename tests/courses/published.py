"""Frozen reports of a year as they are published, drawn at random or told in few words; and what
everybody can read of an edition, from the page and from the files."""

import csv
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from io import StringIO

from django.urls import reverse
from django.utils import timezone

from courses.choices import Sector
from courses.models import Province, ReportSnapshot, Topic
from courses.queries.reach import Report, Row
from courses.queries.snapshots import content_of, digest_of
from courses.rules.indicators import REGISTER
from courses.rules.kept_ids import Kept, pack
from courses.rules.public_numbers import SEXES, from_plain
from courses.rules.reach import Filters
from courses.rules.reach.told import Delivered, Figures, Sexes
from courses.rules.suppression import Publication, Why

YEAR = 2025
CODES = ("R1", "R2", "R3", "R9", "R14", "R17", "R21H", "R5")
WAYS = ("month", "province", "sector", "topic")


def draw_rows(draw, size=600):
    """Participations of a year, most in a few places, some alone. Topics exist already."""
    provinces = [*Province.objects.values_list("pk", flat=True), None]
    topics = [*Topic.objects.values_list("pk", flat=True)]
    places = {name: [draw.random() ** 4 + 0.005 for _ in range(40)] for name in WAYS}

    def one(name, values):
        return draw.choices(values, places[name][: len(values)])[0]

    return [
        {
            "month": date(YEAR, one("month", range(1, 13)), 1),
            "province": one("province", provinces),
            "sector": one("sector", [*(str(each) for each in Sector), None]),
            "topic": one("topic", [(), *((t,) for t in topics), tuple(topics[:2])]),
            "sex": draw.choices(SEXES, (70, 25, 1, 4))[0],
        }
        for _ in range(size)
    ]


def corrected(draw, rows, times=3):
    """Some came late onto the list, some worked elsewhere, one was on it twice."""
    rows = [dict(row) for row in rows]
    for _ in range(times):
        what = draw.choice(("add", "drop", "change"))
        if what == "add":
            rows.append(dict(draw.choice(rows)))
        elif what == "drop":
            rows.pop(draw.randrange(len(rows)))
        else:
            name = draw.choice(("province", "sex", "sector"))
            draw.choice(rows)[name] = draw.choice(rows)[name]
    return rows


def report_of(rows):
    """The report that would count these participations, each of another person."""
    months = [date(YEAR, month, 1) for month in range(1, 13)]
    empty = {"month": dict.fromkeys(months, ())}
    everybody = _sexes(rows)
    return Report(
        filters=Filters(date(YEAR, 1, 1), date(YEAR, 12, 31)),
        as_at=timezone.make_aware(datetime(YEAR + 1, 1, 20)),
        total=Figures(len(rows), 3 * len(rows), 0, everybody),
        people=everybody,
        factories=23,
        breakdowns={
            **{name: _by(rows, name, empty.get(name, {})) for name in WAYS},
            "sex": (Row("female", Figures(0, 0, 40)), Row(None, Figures(0, 0, 2))),
        },
        delivered=Delivered(minutes=5400, runs=10, held=30),
    )


def _by(rows, name, empty):
    found = {key: list(value) for key, value in empty.items()}
    for row in rows:
        values = (row[name] or (None,)) if name == "topic" else (row[name],)
        for value in values:
            found.setdefault(value, []).append(row)
    return tuple(Row(key, Figures(0, 0, 0, _sexes(of))) for key, of in found.items())


def _sexes(rows):
    counts = Counter(row["sex"] for row in rows)
    return Sexes(*(counts[sex] for sex in SEXES))


def frozen(report, *, is_approved=True, **more):
    """The report as staff freeze and approve it."""
    row = ReportSnapshot(
        title="The year",
        starts_on=report.filters.start,
        ends_on=report.filters.end,
        as_at=report.as_at,
        content=content_of(report, [(REGISTER[code], "", 0) for code in CODES]),
        kept=pack(Kept()),
        approved_at=timezone.now() if is_approved else None,
        **more,
    )
    row.digest = digest_of(row)
    row.save()
    return row


def of_another_period(report, start, end):
    return replace(report, filters=replace(report.filters, start=start, end=end))


def file_of(client, row, file_format):
    return client.get(reverse(f"courses:numbers_{file_format}", args=[row.year, row.edition]))


def read_from_json(client, row):
    """By cell what the file for programs says: a count, or None."""
    content = json.loads(file_of(client, row, "json").content)
    return {
        (table["measure"], tuple(sorted(told["where"].items()))): told["count"]
        for table in content["tables"]
        for told in table["counts"]
    }


def read_from_csv(client, row):
    text = b"".join(file_of(client, row, "csv").streaming_content).decode("utf-8-sig")
    found = {}
    for line in csv.DictReader(StringIO(text)):
        where = {line["by"]: line["value"], "sex": line["sex"]}
        told = {way: value for way, value in where.items() if way and value != "all"}
        count = line["count"]
        found[line["measure"], tuple(sorted(told.items()))] = (
            None if not count else float(count) if "." in count else int(count)
        )
    return found


def read_from_page(page, row):
    """By cell what the tables of the page show, and the share that stands behind each row."""
    found, shares = {}, {}
    labels = {
        way: {words["en"]: value for value, words in named.items()}
        for way, named in row.content["labels"].items()
    }
    tables = re.findall(r'aria-labelledby="sala-by-(\w+)"><table>(.*?)</table>', page, re.DOTALL)
    for way, table in tables:
        for line in re.findall(r"<tr.*?</tr>", table.partition("<tbody>")[2], re.DOTALL):
            head, *cells = (
                unescape(each) for each in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line)
            )
            place = {} if head == "All" else {way: labels[way][head]}
            *counts, share = cells
            shares[tuple(place.items())] = share
            for sex, text in zip((*SEXES, None), counts, strict=True):
                where = place | ({"sex": sex} if sex else {})
                cell = "participations", tuple(sorted(where.items()))
                count = None if "‹" in text else int(text.replace(",", ""))
                assert found.setdefault(cell, count) == count
    return found, shares


def as_read(row, read):
    """The publication with what somebody could not read as its hidden counts."""
    cube = from_plain(row.proof).cube
    for cell, count in read.items():
        if cell in cube.counts:
            assert count in (None, cube.counts[cell])
    hidden = {cell: Why.SMALL for cell in cube.counts if read[cell] is None}
    return Publication(cube, hidden, {})
