"""Start a course from the outline, and open a branch of the catalogue for a team of trainers."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser, Group, Permission
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from courses.actions.audit import record
from courses.exceptions import Refused
from courses.models import CataloguePage, Course, CoursePage, LessonPage, Topic
from courses.rules.outline import LessonOutline, outline_for
from courses.rules.page_tree import named

NOT_YOUR_BRANCH = _("You may not add pages here. Ask the office for a branch of your own.")
PAGE_VERBS = ("add", "change", "publish")
MEDIA_PERMISSIONS = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)


@dataclass(frozen=True)
class CourseDetails:
    """What must be known to start a course; everything else is written in the editor."""

    code: str
    title_en: str
    title_km: str = ""
    planned_minutes: int = 360
    topics: tuple[Topic, ...] = field(default=())


@transaction.atomic
def start_course(
    details: CourseDetails, branch: CataloguePage, *, by: AbstractBaseUser
) -> CoursePage:
    """Create the course with a draft page and five draft lessons, in every language of the branch.

    Returns the draft page in the branch's language. Nothing is public before somebody publishes
    it. Raises Refused: `not_your_branch`, `code_taken`, `no_title`.
    """
    if not branch.permissions_for_user(by).can_add_subpage():
        raise Refused(NOT_YOUR_BRANCH, code="not_your_branch")
    if not details.title_en.strip():
        raise Refused(_("Give the course an English title."), code="no_title")
    code = details.code.strip().upper()
    if Course.objects.filter(code=code).exists():
        raise Refused(
            _("A course with this code is there already. Choose another code."), code="code_taken"
        )
    course = Course.objects.create(
        code=code,
        title_en=details.title_en.strip(),
        title_km=details.title_km.strip(),
        planned_minutes=details.planned_minutes,
    )
    course.topics.set(details.topics)
    first = None
    for place in [branch, *branch.get_translations()]:
        page = _draft_page(course, place, first, by)
        first = first or page
    record(course, "course_started", by=by)
    return first


def _draft_page(
    course: Course, branch: CataloguePage, original: CoursePage | None, by: AbstractBaseUser
) -> CoursePage:
    language = branch.locale.language_code
    title = course.title_km if language.startswith("km") and course.title_km else course.title_en
    page = CoursePage(
        course=course, title=title, slug=slugify(course.code), live=False, locale=branch.locale,
        owner=by,
    )  # fmt: skip
    originals = []
    if original is not None:
        page.translation_key = original.translation_key
        originals = list(LessonPage.objects.child_of(original).order_by("path"))
    branch.add_child(instance=page)
    page.save_revision(user=by)
    for number, outline in enumerate(outline_for(language)):
        lesson = _draft_lesson(number, outline, page, by)
        if originals:
            lesson.translation_key = originals[number].translation_key
        page.add_child(instance=lesson)
        lesson.save_revision(user=by)
    return page


def _draft_lesson(
    number: int, outline: LessonOutline, page: CoursePage, by: AbstractBaseUser
) -> LessonPage:
    body = [{"type": "text", "value": f"<p>{hint}</p>"} for hint in outline.hints]
    callout = {"kind": "try", "title": outline.title, "text": f"<p>{outline.callout}</p>"}
    body.append({"type": "callout", "value": callout})
    return LessonPage(
        title=outline.title,
        slug=f"lesson-{number + 1}",
        live=False,
        locale=page.locale,
        owner=by,
        body=json.dumps(named(body, page.translation_key, str(number))),
    )


@dataclass(frozen=True)
class Branch:
    """A team's own part of the catalogue: its page, its media collection and its group."""

    page: CataloguePage
    collection: Collection
    group: Group


@transaction.atomic
def open_branch(
    title: str, parent: CataloguePage, trainers: Iterable[AbstractBaseUser], *, by: AbstractBaseUser
) -> Branch:
    """Give a team a branch where it may add, edit and publish pages and media, and nowhere else.

    Translations of the parent get the same branch. Raises Refused: `not_your_branch` unless `by`
    may publish below the parent, `branch_exists`.
    """
    if not parent.permissions_for_user(by).can_publish_subpage():
        raise Refused(NOT_YOUR_BRANCH, code="not_your_branch")
    if Group.objects.filter(name=title).exists():
        raise Refused(
            _("A group with this name is there already. Choose another name."),
            code="branch_exists",
        )
    page = CataloguePage(title=title, locale=parent.locale)
    parent.add_child(instance=page)
    page.save_revision(user=by).publish(user=by)
    for translation in parent.get_translations():
        copy = page.copy_for_translation(translation.locale)
        copy.save_revision(user=by).publish(user=by)
    collection = Collection.get_first_root_node().add_child(name=title)
    group = Group.objects.create(name=title)
    group.user_set.add(*trainers)
    _allow(group, [page, *page.get_translations()], collection)
    record(page, "branch_opened", by=by)
    return Branch(page, collection, group)


def _allow(group: Group, pages: list[CataloguePage], collection: Collection) -> None:
    for page in pages:
        for verb in PAGE_VERBS:
            GroupPagePermission.objects.create(group=group, page=page, permission_type=verb)
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=permission)
        for permission in Permission.objects.filter(
            codename__in=MEDIA_PERMISSIONS,
            content_type__app_label__in=["wagtailimages", "wagtaildocs"],
        )
    )
