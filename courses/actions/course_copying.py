"""Carry a course to another site as a file, and make drafts of such a file."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from courses.actions.audit import record
from courses.actions.courses import NOT_YOUR_BRANCH
from courses.actions.media import keep_document, keep_picture
from courses.actions.page_uploads import contents_of, problem_sentence, refuse_foreign
from courses.actions.rule_change import OTHER_EFFECT
from courses.adapters.course_files import (
    COURSE,
    DOCUMENT,
    PICTURE,
    CourseFacts,
    CourseFileError,
    FilePage,
    Medium,
    write_course_file,
)
from courses.blocks.rubric import RubricBlock
from courses.choices import GenderPillar, Role
from courses.exceptions import Refused
from courses.models import (
    RULE_FIELDS,
    CataloguePage,
    Course,
    CoursePage,
    LessonPage,
    Outcome,
    PageUpload,
    Topic,
)
from courses.queries.course_arrival import ArrivalQuery, keys_in, names_in
from courses.queries.course_files import FOCUS, course_file
from courses.queries.course_pages import MODELS, settle
from courses.queries.pages import free_slug
from courses.rules.course_arrival import CHANGED, NEW, Arrival


@transaction.atomic
def carry_course(page: CoursePage, *, by: AbstractBaseUser) -> bytes:
    """The course of the page as a file for another site: no people, no results. Raises Refused:
    `not_your_page` and the codes of course files."""
    if not page.permissions_for_user(by).can_edit():
        raise Refused(
            _("You may not change this page. Ask the team whose branch it is in."),
            code="not_your_page",
        )
    try:
        file = course_file(page, by)
        data = write_course_file(file)
        contents_of("course", data)
    except CourseFileError as error:
        raise Refused(problem_sentence(error.code, error.name), code=error.code) from error
    record(page, "course_carried", by=by, pages=len(file.pages), media=len(file.media))
    return data


@dataclass(frozen=True)
class NewCourse:
    """What a course needs that is not here yet: a code that is free, and topics of this site."""

    code: str
    topics: tuple[Topic, ...]


@transaction.atomic
def take_course(
    upload: PageUpload, answers: NewCourse | None, *, seen: str, by: AbstractBaseUser
) -> tuple[CoursePage | None, Arrival]:
    """Make drafts of a file with a course, in the branch that the file was brought to, and drop the
    file. What is published stays as it is. `seen` is the mark of the arrival that was shown. The
    same file again changes nothing. Returns the course page in the language of the branch.

    Raises Refused: `not_your_page`, `not_your_branch` where she may keep no media, `other_effect`,
    `code_taken`, `facts_unfit` and the codes of files.
    """
    branch = CataloguePage.objects.select_for_update(of=("self",)).get(pk=upload.page_id)
    refuse_foreign(branch, upload.kind, by)
    query = ArrivalQuery(contents_of(upload.kind, upload.file), branch, by)
    arrival = query.arrival()
    if seen != arrival.mark:
        raise Refused(OTHER_EFFECT, code="other_effect")
    page = _take(query, arrival, answers, by) if arrival.has_work else None
    upload.delete()
    return page, arrival


def _take(
    query: ArrivalQuery, arrival: Arrival, answers: NewCourse | None, by: AbstractBaseUser
) -> CoursePage:
    course = query.course or _new_course(query.file.facts, answers, by)
    taken = [each.page for each in arrival.pages if each.state in (NEW, CHANGED)]
    media = _keep_media(query, taken, by)
    pages = _pages(query, arrival, course, by)
    numbers = _numbers(taken, media, {ref: page.pk for ref, page in pages.items()})
    for text in taken:
        _write(pages[text.ref], text, numbers, by)
    record(course, "course_taken", by=by, **arrival.counts)
    own = f"page/{query.file.key}/{query.branch.locale.language_code}"
    first = own if own in pages else next(text.ref for text in taken)
    return Page.objects.get(pk=pages[first].pk).specific


def _new_course(facts: CourseFacts, answers: NewCourse | None, by: AbstractBaseUser) -> Course:
    if answers is None:
        raise Refused(OTHER_EFFECT, code="other_effect")
    code = answers.code.strip().upper()
    if Course.objects.filter(code=code).exists():
        raise Refused(
            _("A course with this code is there already. Choose another code."), code="code_taken"
        )
    course = Course(
        code=code,
        title_en=facts.title_en,
        title_km=facts.title_km,
        planned_minutes=facts.planned_minutes,
        validity_months=facts.validity_months,
        gives_certificate=facts.gives_certificate,
        audience=[role for role in facts.audience if role in Role.values],
        gender_pillars=[each for each in facts.gender_pillars if each in GenderPillar.values],
        **{name: value for name, value in facts.rule.items() if name in RULE_FIELDS},
    )
    unfit = Refused(_("What the file says about the course cannot be taken."), code="facts_unfit")
    try:
        course.full_clean()
        rubric = RubricBlock(required=False)
        course.task_rubric = rubric.rubric_of(rubric.clean(rubric.value_of(course.task_rubric)))
    except ValidationError as error:
        raise unfit from error
    course.save()
    course.topics.set(answers.topics)
    course.outcomes.set(Outcome.objects.filter(slug__in=[each.slug for each in facts.outcomes]))
    course.prerequisites.set(Course.objects.filter(code__in=facts.prerequisites))
    record(course, "course_started", by=by)
    return course


def _keep_media(query: ArrivalQuery, taken: list[FilePage], by: AbstractBaseUser) -> dict[str, int]:
    """Numbers by name of everything that the pages show; what is not here yet is kept."""
    found = query.media_here()
    wanted = names_in(taken, (f"{PICTURE}:", f"{DOCUMENT}:"))
    for medium in query.file.media:
        if medium.ref in wanted and medium.ref not in found:
            found[medium.ref] = _keep(query, medium, by)
    return found


def _keep(query: ArrivalQuery, medium: Medium, by: AbstractBaseUser) -> int:
    is_picture = medium.kind == PICTURE
    collection = query.collection(get_image_model() if is_picture else get_document_model())
    if collection is None:
        raise Refused(NOT_YOUR_BRANCH, code="not_your_branch")
    data = query.file.data[medium.path]
    about = {"title": medium.title[:255] or medium.name, "collection": collection, "by": by}
    if not is_picture:
        return keep_document(data, medium.name, **about).pk
    image = keep_picture(data, medium.name, alt=medium.description[:255], **about)
    if medium.focus:
        for name, value in zip(FOCUS, medium.focus, strict=True):
            setattr(image, name, value)
        image.save(update_fields=FOCUS)
    return image.pk


def _pages(
    query: ArrivalQuery, arrival: Arrival, course: Course, by: AbstractBaseUser
) -> dict[str, Page]:
    """All pages of the file that are here, new ones made empty, by name."""
    found = dict(query.here)
    above: dict[str, str] = {}
    before: dict[str, str] = {}
    for each in arrival.pages:
        text = each.page
        if text.kind == COURSE:
            above[text.language] = text.ref
        if each.state == NEW:
            is_course = text.kind == COURSE
            parent = query.places[text.language] if is_course else found[above[text.language]]
            neighbour = None if is_course else found.get(before.get(text.language, ""))
            found[text.ref] = _empty_page(text, course, parent, neighbour, by)
        if text.kind != COURSE and not each.stays_out:
            before[text.language] = text.ref
    return found


def _empty_page(
    text: FilePage, course: Course, parent: Page, neighbour: Page | None, by: AbstractBaseUser
) -> Page:
    """A draft below the parent, behind its neighbour where there is one."""
    page = MODELS[text.kind](
        title=text.values["title"],
        slug=free_slug(parent, text.slug),
        live=False,
        locale=parent.locale,
        owner=by,
        translation_key=text.key,
    )
    if text.kind == COURSE:
        page.course = course
    parent.add_child(instance=page)
    if neighbour is not None:
        neighbour = LessonPage.objects.get(pk=neighbour.pk)
        if neighbour.get_next_sibling().pk != page.pk:
            page.move(neighbour, pos="right")
            page.refresh_from_db()
    return page


def _numbers(taken: list[FilePage], media: dict[str, int], pages: dict[str, int]) -> dict[str, int]:
    """Numbers by name of everything that the pages show or lead to."""
    others = names_in(taken, ("page/",)) - pages.keys()
    rows = Page.objects.filter(translation_key__in=keys_in(others))
    rows = rows.values_list("translation_key", "locale__language_code", "pk")
    return {f"page/{key}/{language}": pk for key, language, pk in rows} | media | pages


def _write(page: Page, text: FilePage, numbers: dict[str, int], by: AbstractBaseUser) -> None:
    draft = page.specific.get_latest_revision_as_object()
    settle(draft, text, numbers.get)
    if not draft.live:
        draft.save()
    draft.save_revision(user=by)
