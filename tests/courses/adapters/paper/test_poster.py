"""The poster: what, when, where, and a code that says where it hung."""

import pytest

from courses.adapters.paper.facts import Words
from courses.adapters.paper.poster import poster_pdf
from tests.courses.adapters.paper.reading import letters, lines_of, size_of, text_of
from tests.courses.adapters.paper.samples import COURSE, poster


@pytest.mark.poppler
def test_it_says_what_when_and_where_in_both_languages(tmp_path):
    pdf = poster_pdf(poster())

    lines = lines_of(pdf, tmp_path)

    assert size_of(pdf) == (210, 297)
    for line in (
        COURSE.km, "ថ្ងៃច័ន្ទ ទី២៣ ខែវិច្ឆិកា ឆ្នាំ២០២៦", "Monday 23 November 2026 · 08:00–11:00",
        "សាលប្រជុំសហជីព ខេត្តកណ្តាល", "Union hall, Kandal",
        "Scan the code: no account needed, one minute.", "learn.example.org · RUN-42",
    ):  # fmt: skip
        assert line in lines


def test_the_address_with_its_mark_stands_behind_the_code():
    assert b"by=poster" in poster_pdf(poster())


def test_it_prints_with_one_language_and_without_times_or_logos():
    bare = poster(course=Words("", "Fire safety"), place=Words(), times=Words(), parties=())

    (page,) = text_of(poster_pdf(bare))

    assert "Fire safety" in page


def test_long_titles_shrink_until_they_fit():
    long = Words(COURSE.km * 4, COURSE.en * 4)

    (page,) = text_of(poster_pdf(poster(course=long)))

    assert letters(long.km) in letters(page)
