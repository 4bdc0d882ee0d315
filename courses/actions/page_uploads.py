"""Keep a file for a page until its author has looked at it."""

import hashlib
from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from courses import permissions
from courses.adapters.course_files import CourseFileError
from courses.adapters.questions import QuestionFileError, read_questions
from courses.adapters.word import WordError, read_word
from courses.choices import UploadKind, UploadProblem
from courses.exceptions import Refused
from courses.models import PageUpload
from courses.queries.course_pages import read_course
from courses.rules.khmer import clean

LONGEST_FILENAME = 150
MOST_BYTES = 60_000_000

NOT_YOUR_PAGE = _("You may not change this page. Ask the team whose branch it is in.")
READERS = {
    UploadKind.QUESTIONS: read_questions,
    UploadKind.LESSON: read_word,
    UploadKind.COURSE: read_course,
}


@transaction.atomic
def keep_upload(
    page: Page, kind: str, file: BinaryIO, *, filename: str, by: AbstractBaseUser
) -> PageUpload:
    """Keep a file for a look; the page stays as it is. The same file twice is kept once. Raises
    Refused with the code of what is wrong with the file, or `not_your_page`."""
    refuse_foreign(page, kind, by)
    data = file.read(MOST_BYTES + 1)
    contents_of(kind, data)
    upload, _is_new = PageUpload.objects.update_or_create(
        page_id=page.pk,
        kind=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        defaults={"filename": clean(filename)[-LONGEST_FILENAME:], "file": data},
    )
    return upload


def refuse_foreign(page: Page, kind: str, by: AbstractBaseUser) -> None:
    if not permissions.uploads.may_use(by, page, kind):
        raise Refused(NOT_YOUR_PAGE, code="not_your_page")


def contents_of(kind: str, data: bytes):
    """What is in the file. Raises Refused."""
    try:
        return READERS[UploadKind(kind)](bytes(data))
    except (QuestionFileError, WordError, CourseFileError) as error:
        sentence = problem_sentence(error.code, getattr(error, "name", ""))
        line = getattr(error, "line", 0)
        if line:
            sentence = _("%(sentence)s Line %(line)s.") % {"sentence": sentence, "line": line}
        raise Refused(sentence, code=error.code) from error


def problem_sentence(code: str, name: str = "") -> str:
    """Why a file is not taken, with the file inside that is meant."""
    sentence = UploadProblem(code).label
    if not name:
        return sentence
    return _("%(sentence)s It is: %(name)s.") % {"sentence": sentence, "name": name}
