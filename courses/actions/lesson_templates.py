"""Start a lesson from a ready-made outline."""

import json

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.courses import NOT_YOUR_BRANCH
from courses.exceptions import Refused
from courses.models import CoursePage, LessonPage
from courses.queries.pages import free_slug
from courses.rules.lesson_templates import TEMPLATES, template_blocks, template_for
from courses.rules.page_tree import named


@transaction.atomic
def start_lesson(page: CoursePage, key: str, title: str, *, by: AbstractBaseUser) -> LessonPage:
    """Make a draft lesson below the course page and, where she may write there too, below its
    translations; the title is that of the page's own language. Returns the first one. Raises
    Refused: `not_your_branch`, `no_template`, `no_title`."""
    if not page.permissions_for_user(by).can_add_subpage():
        raise Refused(NOT_YOUR_BRANCH, code="not_your_branch")
    if key not in TEMPLATES:
        raise Refused(_("Choose one of the outlines."), code="no_template")
    if not title.strip():
        raise Refused(_("Give the lesson a title."), code="no_title")
    lesson = _draft(page, key, by, title=title.strip())
    for place in page.get_translations():
        if place.permissions_for_user(by).can_add_subpage():
            _draft(place, key, by, translation_key=lesson.translation_key)
    record(lesson, "lesson_started", by=by, outline=key)
    return lesson


def _draft(page: CoursePage, key: str, by: AbstractBaseUser, **values: object) -> LessonPage:
    template = template_for(key, page.locale.language_code)
    values = {"title": template.title} | values
    lesson = LessonPage(
        slug=free_slug(page, values["title"]),
        live=False,
        locale=page.locale,
        owner=by,
        minutes=template.minutes,
        **values,
    )
    body = [{"type": kind, "value": value} for kind, value in template_blocks(template)]
    lesson.body = json.dumps(named(body, lesson.translation_key))
    page.add_child(instance=lesson)
    lesson.save_revision(user=by)
    return lesson
