"""A course with pages in two languages and every kind of part, and ways to carry it elsewhere."""

import json
import zipfile
from dataclasses import dataclass
from io import BytesIO
from uuid import UUID

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from courses.actions.course_copying import carry_course
from courses.actions.courses import open_branch
from courses.actions.page_uploads import contents_of, keep_upload
from courses.models import CataloguePage, Course, LessonPage, Outcome, Topic
from courses.queries.course_arrival import ArrivalQuery
from courses.queries.course_pages import file_page, names_of
from courses.rules.starting_rubrics import starting_rubric
from tests.conftest import a_trainer
from tests.courses.adapters.word.files import png
from tests.factories import CourseFactory, TopicFactory, UserFactory
from tests.pages import QUIZ, course_page, home_page, lesson_page

WORDS = {"en": "Walk and look.", "km": "ដើរ​ហើយ​មើល។"}


def picture(color, title):
    file = ContentFile(png(color), name=f"{title}.png")
    image = get_image_model()(title=title, file=file, description=f"All {color}")
    image.focal_point_x = image.focal_point_y = 3
    image.focal_point_width = image.focal_point_height = 2
    image.save()
    return image


def document(data, name):
    return get_document_model().objects.create(title=name, file=ContentFile(data, name=name))


def body(language, media, link):
    """Every kind of part with a file, and a link to another lesson."""
    words = WORDS[language]
    return [
        ("text", {"text": f"<p>{words} {link}</p>", "recording": media["sound"]}),
        ("picture", {"image": media["red"], "alt": words, "caption": ""}),
        (
            "picture_steps",
            {
                "title": words,
                "steps": [
                    {"image": media[name], "alt": name, "text": words} for name in ("red", "blue")
                ],
            },
        ),
        ("audio", {"title": words, "file": media["sound"], "transcript": f"<p>{words}</p>"}),
        (
            "video",
            {
                "title": words,
                "file": media["film"],
                "poster": media["blue"],
                "captions": media["captions"],
                "transcript": "",
            },
        ),
        ("download", {"title": words, "file": media["sheet"]}),
        ("callout", {"kind": "try", "title": words, "text": f"<p><b>{words}</b></p>"}),
        ("table", {"caption": words, "has_head": True, "cells": "A | B\n1 | 2"}),
        ("quiz", QUIZ),
    ]


def a_course():
    """English and Khmer pages of a course, each with two lessons that lead to one another."""
    media = {
        "red": picture("red", "red"),
        "blue": picture("blue", "blue"),
        "sound": document(b"ID3 sound", "one.mp3"),
        "film": document(b"\0\0\0\x18ftypmp42", "film.mp4"),
        "captions": document(b"WEBVTT\n", "film.vtt"),
        "sheet": document(b"%PDF-1.7", "sheet.pdf"),
    }
    course = CourseFactory(
        code="OSHC",
        topics=[TopicFactory(slug="safety")],
        audience=["worker"],
        min_test_percent=60,
        needs_task=True,
        task_en="A walk",
        task_rubric=starting_rubric("practice"),
        task_pass_percent=70,
    )
    course.outcomes.set([Outcome.objects.create(slug="safer", name_en="Safer work")])
    keys = {name: UUID(int=number) for number, name in enumerate(("page", "one", "two"), 1)}
    for language in ("en", "km"):
        page = course_page(
            home_page(language),
            WORDS[language],
            course,
            slug="oshc",
            picture=media["red"],
            picture_alt=WORDS[language],
            outcomes=[("outcome", WORDS[language])],
            about=f"<p>{WORDS[language]}</p>",
            translation_key=keys["page"],
        )
        second = lesson_page(page, f"Second {language}", slug="second", translation_key=keys["two"])
        link = f'<a linktype="page" id="{second.pk}">{WORDS[language]}</a>'
        first = lesson_page(
            page,
            f"First {language}",
            slug="first",
            translation_key=keys["one"],
            body=body(language, media, link),
        )
        Page.objects.get(pk=first.pk).move(Page.objects.get(pk=second.pk), pos="left")
    return course.pages.get(locale__language_code="en")


def admin():
    return UserFactory(is_superuser=True)


def in_file_form(course_page):
    """All pages of the course by language and place, as they travel: media by their digests, links
    by the names of pages."""
    found = {}
    for page in course_page.__class__.objects.filter(translation_key=course_page.translation_key):
        lessons = LessonPage.objects.child_of(page).order_by("path")
        pages = [each.get_latest_revision_as_object() for each in (page, *lessons)]
        names = names_of(pages)
        found |= {
            (page.locale.language_code, number): file_page(each, names)
            for number, each in enumerate(pages)
        }
    return found


def wipe(course_page):
    """As if this site had never had the course."""
    for page in course_page.__class__.objects.filter(translation_key=course_page.translation_key):
        Page.objects.get(pk=page.pk).delete()
    Course.objects.all().delete()
    get_image_model().objects.all().delete()
    get_document_model().objects.all().delete()


@dataclass(frozen=True)
class Elsewhere:
    """A site without the course, a file with it as it was on another site, and a trainer's branch.
    `pages` is what the file must give, in the form in which pages travel."""

    data: bytes
    pages: dict
    branch: CataloguePage
    collection: Collection
    trainer: User


def elsewhere():
    page = a_course()
    data, pages = carry_course(page, by=admin()), in_file_form(page)
    wipe(page)
    trainer = a_trainer()
    branch = open_branch("Safety", home(), [trainer], by=admin())
    return Elsewhere(data, pages, branch.page, branch.collection, trainer)


def home():
    return CataloguePage.objects.get(depth=2, locale__language_code="en")


def keep(data, branch, by):
    return keep_upload(branch, "course", BytesIO(data), filename="OSHC.zip", by=by)


def look(upload, by):
    """The query and what it says of a file that waits."""
    query = ArrivalQuery(contents_of("course", upload.file), upload.page.specific, by)
    return query, query.arrival()


def changed(data, change):
    """The file with other contents of `course.json`; `change` may return bytes for it."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "course.json":
                told = json.loads(content)
                content = change(told) or json.dumps(told).encode()
            new.writestr(part.filename, content)
    return packed.getvalue()


def topic():
    return Topic.objects.get(slug="safety")
