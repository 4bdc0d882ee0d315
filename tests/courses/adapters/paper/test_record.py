"""Everything on record about a person, on paper."""

from datetime import date

import pytest

from courses.adapters.paper.record import Record, record_pdf
from tests.courses.adapters.paper.reading import letters, size_of, text_of
from tests.courses.adapters.printing.hard import HOSTILE, NAMES


def record(*sections, name="ចាន់ ស្រីមុំ"):
    return Record(
        title="Everything on record",
        name=name,
        as_at="As at Saturday 28 November 2026, 14:05",
        sections=sections,
        page=lambda number, total: f"Page {number} of {total}",
        unprintable="(cannot be printed)",
        language="en",
        made_on=date(2026, 11, 28),
    )


def rows(number, lines=4):
    return [[(f"Label {n}.{m}", f"Value {n}.{m}") for m in range(lines)] for n in range(number)]


def test_nothing_is_lost_over_many_pages_and_rows_stay_together():
    pages = text_of(record_pdf(record(("Enrolments", rows(60)), ("Lessons", rows(5)))))

    assert size_of(record_pdf(record(("Enrolments", rows(1))))) == (210, 297)
    assert len(pages) > 3
    for n, page in enumerate(pages, start=1):
        assert f"Page {n} of {len(pages)}" in page
        assert [r for r in range(60) if 0 < page.count(f"Value {r}.") < 4] == []
    every = "".join(pages)
    assert all(f"Value {n}.{m}" in every for n in range(60) for m in range(4))


def test_a_row_that_is_taller_than_a_page_goes_on_over_the_next():
    pages = text_of(record_pdf(record(("Answers", rows(1, lines=150)))))

    assert len(pages) > 1
    assert all(f"Value 0.{m}" in "".join(pages) for m in range(150))


def test_long_texts_wrap_and_hard_names_and_hostile_texts_are_letters():
    texts = [*NAMES, *HOSTILE[:40], "word " * 400]

    told = letters("".join(text_of(record_pdf(record(("Texts", [[("T", t)] for t in texts]))))))

    assert [name for name in NAMES if letters(name) not in told] == []
    assert told.count("word") >= 400


@pytest.mark.parametrize("text", ["្តា", "🦆", "你"])
def test_what_cannot_be_printed_is_said_so_and_stops_nothing(text):
    told = text_of(record_pdf(record(("Person", [[("Known as", text), ("Sex", "Woman")]]))))[0]

    assert "(cannot be printed)" in told
    assert "Woman" in told
