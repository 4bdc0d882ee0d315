"""Files that an author looks at before something is made of them, and why one is not taken."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UploadKind(models.TextChoices):
    QUESTIONS = "questions", _("Questions for a quiz")
    LESSON = "lesson", _("A lesson from Word")
    COURSE = "course", _("A course from another site")


class UploadProblem(models.TextChoices):
    """Codes of the readers of these files, with a sentence for each."""

    EMPTY = "empty", _("There is nothing in this file that could be taken.")
    TOO_LARGE = "too_large", _("This file is too large. Divide it, or make its pictures smaller.")
    TOO_MANY = "too_many", _("There are more than 500 questions in this file. Divide it.")
    UNKNOWN_FORMAT = (
        "unknown_format",
        _("This is no file with questions in GIFT, Moodle XML or QTI 2.1."),
    )
    BROKEN_XML = "broken_xml", _("The file is damaged, or holds parts that are not allowed.")
    NOT_WORD = "not_word", _("This is no Word document. Choose a file that ends in .docx.")
    LEGACY_DOC = (
        "legacy_doc",
        _("This is an old Word file. Open it in Word, save it as .docx, and choose that file."),
    )
    ENCRYPTED = "encrypted", _("A password protects this file. Save it without one.")
    HOSTILE = (
        "hostile",
        _("The file holds parts that no office program writes. It is not opened."),
    )
    UNREADABLE = "unreadable", _("The file is damaged and cannot be read.")
    NOT_COURSE = (
        "not_course",
        _("This is no course file. Choose a file that was made with “Course as a file”."),
    )
    NEWER_VERSION = (
        "newer_version",
        _("A newer version of the program made this file. This site must be brought up to date."),
    )
    COURSE_TOO_LARGE = (
        "course_too_large",
        _("A course file may have 60 MB. Make films, sound and pictures smaller."),
    )
    FOREIGN_PARTS = (
        "foreign_parts",
        _("The file holds parts that no course file has. It is not opened."),
    )
    WRONG_KIND = (
        "wrong_kind",
        _("A picture or document is of a kind that cannot be taken along."),
    )
    NO_COURSE = "no_course", _("This page belongs to no course. Choose the course, then save.")
