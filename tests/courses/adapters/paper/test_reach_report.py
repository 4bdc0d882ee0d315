"""The report on reach: everything it is told, on at most four pages, in both languages."""

import re
from dataclasses import replace

import pytest

from courses.adapters.paper.reach_report import MOST_PAGES, Paper, report_pdf
from courses.adapters.paper.report_facts import Definition, Figure, Table, Target
from courses.adapters.paper.report_grids import grid_of
from courses.adapters.printing.errors import TypesettingError
from tests.courses.adapters.paper.reading import letters, lines_of, size_of, text_of
from tests.courses.adapters.paper.report_samples import HASH, report
from tests.courses.adapters.printing.hard import HOSTILE, NAMES

LONG_TABLE = Table(
    "By course",
    ("Course", "Participations", "Women", "Men", "Share"),
    [(f"Course {n}", str(n), str(n), "0", "100 %") for n in range(300)],
    ("All courses", "9", "9", "0", "100 %"),
)


def everything(facts):
    """Every text that a report says."""
    yield from (facts.title, facts.programme, facts.period, facts.filters, facts.as_at)
    yield from (facts.bounds, facts.snapshot, facts.fingerprint)
    for figure in facts.figures:
        yield from (figure.value, figure.name, figure.definition, figure.reference)
    for target in facts.targets:
        yield from (target.name, target.told, target.per_cent)
    for table in facts.tables:
        yield from (table.title, table.note, *table.heads, *table.total)
        for row in table.rows:
            yield from row
    for picture in facts.pictures:
        yield from (picture.title, *(name for _look, name in picture.key))
        yield from (label.text for label in picture.drawing.labels)
    for note in facts.notes:
        yield from note
    for definition in facts.definitions:
        yield from (definition.name, definition.text)


@pytest.mark.parametrize(("language", "pages"), [("en", 2), ("km", 3)])
def test_it_says_everything_it_is_told(language, pages):
    facts = report(language)
    pdf = report_pdf(facts)
    told = text_of(pdf)
    whole = letters("".join(told))

    assert (len(told), size_of(pdf)) == (pages, (210, 297))
    assert [text for text in everything(facts) if letters(text) not in whole] == []
    for number, page in enumerate(told, start=1):
        assert letters(facts.page(number, pages)) in letters(page)


@pytest.mark.poppler
def test_poppler_reads_khmer_and_numbers_exactly(tmp_path):
    lines = lines_of(report_pdf(report("km")), tmp_path)

    for line in (
        "វគ្គបណ្តុះបណ្តាលបានទៅដល់អ្នកណាខ្លះ", "១ មករា ដល់ ៣០ កញ្ញា ២០២៦", "៩.៨៣៦",
        "កម្មករ ៧.៦៤៨ ៦.២១៤ ១.៣៣៨ ៩៦ ៨២ %", HASH,
    ):  # fmt: skip
        assert line in lines


def test_it_claims_to_be_kept_and_read_out_and_is_the_same_every_time():
    pdf = report_pdf(report())

    for claim in (b"pdfaid:part>3<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<"):
        assert claim in pdf
    assert pdf == report_pdf(report())


def test_a_picture_is_told_in_words_for_those_who_do_not_see_it():
    pdf = report_pdf(report())
    told = re.findall(rb"/Alt ?\(([^)]*)\)", pdf)

    assert b"Participations by month. March is highest with 1,800." in told
    assert b"By province of the workplace" in told


def test_long_tables_are_cut_until_four_pages_hold_the_report_and_say_so():
    told = text_of(report_pdf(report(tables=[LONG_TABLE] * 9)))

    assert len(told) <= MOST_PAGES
    left_out = {int(n) for n in re.findall(r"(\d+) more rows", "".join(told))}
    (shown,) = (300 - n for n in left_out)
    assert 5 <= shown < 60
    assert f"Course {shown - 1}" in "".join(told) and f"Course {shown}" not in "".join(told)
    assert HASH.split()[1] in told[-1]


def test_a_table_that_goes_on_has_its_head_and_its_total_with_its_last_row():
    told = text_of(report_pdf(report(tables=[replace(LONG_TABLE, rows=LONG_TABLE.rows[:60])])))
    pages = [page for page in told if re.search(r"Course \d", page)]

    assert len(pages) >= 2
    assert all("Course Participations Women Men Share" in page for page in pages)
    assert "Course 59" in pages[-1] and "All courses" in pages[-1]
    whole = "".join(told)
    assert all(f"Course {n}" in whole for n in range(60))


def test_what_four_pages_cannot_hold_leaves_out_definitions_and_is_refused_last():
    definitions = [Definition(f"R{n} v1", f"figure {n}", "word " * 400) for n in range(40)]
    told = report(definitions=definitions, definitions_elsewhere="The others are elsewhere.")
    pages = text_of(report_pdf(told))
    words = " ".join(pages)
    with pytest.raises(TypesettingError) as refused:
        report_pdf(replace(told, notes=[("Note", "word " * 400)] * 40))

    assert len(pages) <= MOST_PAGES
    assert "The others are elsewhere." in words
    assert "R39 v1" not in words
    assert refused.value.code == "does_not_fit"


def test_hostile_texts_and_hard_names_are_letters():
    texts = [*HOSTILE, *NAMES]
    rows = [(text, "1", "2", "3", "4") for text in texts[:50]]
    facts = report(
        title=HOSTILE[0],
        programme=HOSTILE[1],
        notes=[(text, text) for text in HOSTILE],
        tables=[Table(HOSTILE[2], LONG_TABLE.heads, rows)],
        targets=[Target(HOSTILE[5], HOSTILE[6], "1 %", 0.01)],
    )
    whole = letters("".join(text_of(report_pdf(facts))))

    assert [text for text in [*HOSTILE, *texts[:50]] if letters(text) not in whole] == []


@pytest.mark.parametrize("text", ["្តា", "🦆", "你"])
def test_what_no_font_has_is_said_so_and_stops_nothing(text):
    told = text_of(report_pdf(report(figures=[Figure("7", text, text, "R1 v1")], title=text)))

    assert "(cannot be printed)" in told[0]
    assert "1 January to 30 September 2026" in told[0]


@pytest.mark.parametrize("language", ["en", "km"])
def test_little_to_tell_takes_one_page(language):
    bare = report(
        language, pictures=(), targets=(), tables=(), notes=(), definitions=(), parties=(),
        bounds="", filters="",
    )  # fmt: skip

    assert len(text_of(report_pdf(bare))) == 1


def test_a_target_beyond_its_end_and_one_without_a_beginning_are_drawn():
    targets = [Target("Far", "9 of 1", "900 %", 9.0), Target("None", "0 of 5", "0 %", 0)]

    assert "900 %" in text_of(report_pdf(report(targets=targets)))[0]


def test_a_row_is_as_high_as_its_longest_name():
    table = Table(
        "By course",
        ("Course", *"ABCDEFG"),
        [("x" + " longer name" * n, *"1234567") for n in (0, 6)],
    )
    paper = Paper(report(), 60)
    grid = grid_of(table, 60)
    short, long = (paper.row(row, "body", grid)["height"] for row in grid.rows)

    assert long > 1.8 * short
