"""The checks of real pages: their blocks, links and translations."""

import json

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Locale

from courses.queries.page_checks import page_findings
from courses.rules.page_changes import ChangedPart
from tests.pages import QUIZ, course_page, home_page, image, lesson_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return course_page(home_page())


def found(page):
    return {(finding.code, finding.part.number) for finding in page_findings(page)}


def document():
    return get_document_model().objects.create(title="A file", file=ContentFile(b"x", "a.mp4"))


def test_every_block_of_a_lesson_is_looked_at(course):
    steps = {
        "title": "Walk",
        "steps": [{"image": image(), "alt": words, "text": "Go"} for words in ("A man.", "x.png")],
    }
    film = {"title": "Film", "file": document(), "poster": None, "captions": None}
    film["transcript"] = ""
    sound = {"title": "Sound", "file": None, "transcript": "<p>Hello</p>"}
    links = '<p><a linktype="page" id="999">a</a> <a linktype="document" id="999">b</a></p>'

    lesson = lesson_page(
        course,
        minutes=1,
        quiz=QUIZ,
        body=[
            ("text", "<p>Good</p>"),
            ("picture", {"image": image(), "alt": "", "caption": ""}),
            ("picture_steps", steps),
            ("video", film),
            ("audio", sound),
            ("callout", {"kind": "try", "title": "Try", "text": links}),
        ],
    )

    assert found(lesson) == {
        ("no_alt", 2),
        ("file_name_as_alt", 3),
        ("no_captions", 4),
        ("no_transcript", 4),
        ("file_gone", 5),
        ("dead_link", 6),
    }
    assert all(each.part.anchor.startswith("block-") for each in page_findings(lesson))


def test_a_link_to_a_draft_is_told_but_not_one_to_a_live_page(course):
    draft = lesson_page(course, "Draft", live=False)
    text = '<p><a linktype="page" id="{}">see</a> <a href="https://example.org">out</a></p>'

    hidden = lesson_page(course, "One", minutes=1, body=[("text", text.format(draft.pk))])
    open_one = lesson_page(course, "Two", minutes=1, body=[("text", text.format(hidden.pk))])

    assert found(hidden) == {("hidden_link", 1)}
    assert found(open_one) == set()


def test_a_course_page_needs_words_for_its_picture(course):
    course.picture, course.about = image(), '<p><a linktype="page" id="999">x</a></p>'

    assert found(course) == {("no_alt", 0), ("dead_link", 0)}


def test_a_missing_translation_is_told_only_where_the_language_is_in_use(course):
    assert found(course) == set()

    Locale.objects.create(language_code="km")

    assert found(course) == {("no_translation", 0)}


def written(page, number, words, **fields):
    """The page with other words in a part, saved as a draft."""
    stored = list(page.body.get_prep_value())
    stored[number]["value"]["text"] = words
    page.body = json.dumps(stored)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()


def behind(page):
    """What the checks tell about the other language, from this side."""
    return [
        (each.code, each.values["changed"] or each.values.get("texts"))
        for each in page_findings(page)
    ]


def test_a_translation_falls_behind_text_by_text(course):
    text = [("text", {"text": f"<p>{word}</p>", "recording": None}) for word in ("One", "Two")]
    lesson = lesson_page(course, minutes=1, body=text)
    lesson.save_revision()
    home_page("km")
    khmer_locale = Locale.objects.get(language_code="km")
    khmer_course = course.copy_for_translation(khmer_locale, copy_parents=True)
    khmer = lesson.copy_for_translation(khmer_course.locale)
    assert behind(khmer) == [("untranslated", 3)]
    assert behind(lesson) == []

    written(khmer, 0, "<p>មួយ</p>", title="ការដើរ")
    written(khmer, 1, "<p>ពីរ</p>")
    assert behind(lesson) == behind(khmer) == []

    written(lesson, 0, "<p>Other</p>", summary="New")
    changed = (ChangedPart("summary"), ChangedPart("text", 1))
    assert behind(lesson) == [("translation_behind", changed)]
    assert behind(khmer) == [("behind_source", changed)]

    khmer.save_revision()
    written(khmer, 1, "<p>២</p>")
    assert behind(khmer) == [("behind_source", changed)]
    written(khmer, 0, "<p>ផ្សេង</p>", summary="ថ្មី")
    assert behind(lesson) == behind(khmer) == []
