"""Make a draft lesson of a Word document."""

import json
from pathlib import PurePath

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.courses import NOT_YOUR_BRANCH
from courses.actions.media import keep_picture
from courses.actions.page_uploads import contents_of, refuse_foreign
from courses.adapters.word import PicturePart, WordDocument
from courses.exceptions import Refused
from courses.models import CoursePage, LessonPage, PageUpload
from courses.queries.branches import collection_for
from courses.queries.lesson_import import lesson_made_of
from courses.queries.pages import free_slug
from courses.rules.page_checks import minutes_to_read
from courses.rules.word_lesson import LONGEST_ALT, lesson_blocks

LONGEST_TITLE = 200


@transaction.atomic
def make_lesson(upload: PageUpload, title: str, *, by: AbstractBaseUser) -> LessonPage:
    """Make a draft lesson below the course page of the file, its pictures in the collection of the
    branch, and drop the file. Nobody but editors sees it. Raises Refused: `not_your_page`,
    `not_your_branch` where she may keep no pictures, `imported_already` and the codes of files."""
    course_page = CoursePage.objects.select_for_update(of=("self",)).get(pk=upload.page_id)
    refuse_foreign(course_page, upload.kind, by)
    made = lesson_made_of(upload.sha256, course_page)
    if made:
        raise Refused(
            _("This very file is a lesson of the course already: “%(title)s”.")
            % {"title": made.title},
            code="imported_already",
        )
    document = contents_of(upload.kind, upload.file)
    images = _keep_pictures(document, course_page, title, by)
    blocks = lesson_blocks(document, upload.sha256, images)
    lesson = LessonPage(
        title=title.strip()[:LONGEST_TITLE],
        slug=free_slug(course_page, title),
        live=False,
        locale=course_page.locale,
        owner=by,
        body=json.dumps(blocks),
    )
    lesson.minutes = minutes_to_read(_words(lesson))
    course_page.add_child(instance=lesson)
    lesson.save_revision(user=by)
    record(lesson, "lesson_imported", by=by, filename=PurePath(upload.filename).suffix)
    upload.delete()
    return lesson


def _keep_pictures(
    document: WordDocument, page: CoursePage, title: str, by: AbstractBaseUser
) -> dict[int, int]:
    if not document.pictures:
        return {}
    collection = collection_for(page, by)
    if collection is None:
        raise Refused(NOT_YOUR_BRANCH, code="not_your_branch")
    alts = {part.number: part.alt for part in document.parts if isinstance(part, PicturePart)}
    return {
        number: keep_picture(
            picture.data,
            f"{slugify(title) or 'lesson'}-{number + 1}.{picture.extension}",
            title=f"{title[:200]} {number + 1}",
            alt=alts.get(number, "")[:LONGEST_ALT],
            collection=collection,
            by=by,
        ).pk
        for number, picture in enumerate(document.pictures)
    }


def _words(lesson: LessonPage) -> str:
    return " ".join(lesson.body.stream_block.get_searchable_content(lesson.body))
