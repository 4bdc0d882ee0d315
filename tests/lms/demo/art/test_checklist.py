"""The printed checklist: one light page for each language, in that language alone."""

import tomllib

import pypdfium2
import pytest

from lms.demo.art.checklist import COURSE, page


@pytest.fixture
def words():
    course = tomllib.loads((COURSE / "course.toml").read_text(encoding="utf-8"))
    return course["downloads"]["checklist"]


def test_a_page_takes_one_language(words):
    khmer = page(words, "km")
    assert (khmer["lang"], khmer["title"]) == ("km", words["title_km"])
    assert [part["heading"] for part in khmer["sections"]] == [
        part["heading_km"] for part in words["sections"]
    ]


@pytest.mark.parametrize("language", ["en", "km"])
def test_the_printed_checklist_is_one_light_page(language):
    path = COURSE / f"checklist.{language}.pdf"
    document = pypdfium2.PdfDocument(path)
    pages = len(document)
    document.close()
    assert pages == 1
    assert path.stat().st_size <= 150_000
