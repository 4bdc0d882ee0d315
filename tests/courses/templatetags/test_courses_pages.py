"""What templates of pages ask for."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.template import Context, Template
from wagtail.documents import get_document_model

from courses.blocks import LessonBody
from courses.templatetags import courses_pages as tags
from tests import pages

pytestmark = pytest.mark.django_db


def render(source, **context):
    return Template("{% load courses_pages wagtailcore_tags %}" + source).render(Context(context))


@pytest.fixture
def document(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return get_document_model().objects.create(
        title="Checklist", file=ContentFile(b"x" * 1500, name="checklist.pdf")
    )


def test_an_audience_is_told_in_words():
    assert tags.audience_words(["worker"]) == "workers"
    assert tags.audience_words(["worker", "manager", "odd"]) == "workers and managers"
    four = ["worker", "manager", "official", "trainer"]
    assert tags.audience_words(four) == "workers, managers and others"
    assert tags.audience_words(list(tags.AUDIENCES)) == "everyone"
    assert tags.audience_words([]) == ""


def test_words_from_the_address_are_cut_and_clean(rf):
    request = rf.get("/", {"q": " " + "a" * 200 + "\0"})
    assert tags.asked({"request": request}, "q") == "a" * 100
    assert tags.asked({}, "q") == ""


def test_nobody_is_looking_in_a_preview(rf, participant_user):
    request = rf.get("/")
    request.user = participant_user
    assert tags.reader({"request": request}) == participant_user
    request.is_preview = True
    assert tags.reader({"request": request}) == AnonymousUser()
    assert tags.reader({}) == AnonymousUser()


def test_a_file_has_a_kind_and_a_size(document):
    assert (tags.file_kind(document), tags.bytes_of(document)) == ("PDF", 1500)


def test_a_lost_file_has_no_size(document):
    document.file_size = None
    document.file.storage.delete(document.file.name)
    assert tags.bytes_of(document) is None


def test_no_image_is_no_picture():
    assert tags.picture(None) is None


def test_every_block_is_drawn(client, document):
    body = [
        ("text", "<h2>Look</h2><ol><li>Up</li></ol>"),
        ("picture", {"image": pages.image(), "alt": "A hall", "caption": "Ten stops."}),
        ("picture_steps", {"title": "Steps", "steps": [
            {"image": pages.image(), "alt": "One", "text": "Prepare."},
            {"image": pages.image(), "alt": "Two", "text": "Look."}]}),
        ("audio", {"title": "Hear it", "file": document, "transcript": "<p>Spoken</p>"}),
        ("video", {"title": "See it", "file": document, "poster": pages.image(),
                   "captions": document, "transcript": ""}),
        ("download", {"title": "Checklist", "file": document}),
        ("callout", {"kind": "remember", "title": "R", "text": "<p>1</p>"}),
        ("callout", {"kind": "try", "title": "T", "text": "<p>2</p>"}),
        ("callout", {"kind": "careful", "title": "C", "text": "<p>3</p>"}),
    ]  # fmt: skip
    lesson = pages.lesson_page(pages.course_page(pages.home_page()), body=body)
    text = client.get(lesson.url).content.decode()
    for words in (
        "<li>Up</li>", 'alt="A hall"', "Ten stops.", "<b class=\"sala-count\">2</b>", "Look.",
        '<audio controls preload="none"', "Read the spoken words", '<video controls playsinline',
        'preload="none"', '<track kind="captions"', "poster=", "Checklist, PDF 2\xa0kB",
        "Remember", "Try it", "Be careful",
    ):  # fmt: skip
        assert words in text, words
    assert "autoplay" not in text


def test_a_lost_document_leaves_no_broken_part():
    for block in ("audio", "video", "download"):
        html = render(
            "{% include template %}",
            template=f"courses/blocks/{block}.html",
            value={"title": "Gone", "file": None},
        )
        assert "Gone" not in html


def test_a_quiz_block_alone_shows_questions_and_no_answers():
    value = LessonBody().child_blocks["quiz"].to_python(pages.STORED)
    html = render("{% include 'courses/blocks/quiz.html' %}", value=value)
    assert "Who may walk along?" in html and "Both sides" not in html
