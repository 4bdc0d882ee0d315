"""A course with everything that belongs to it, as it is written into a file."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model

from courses.adapters.course_files import (
    DOCUMENT,
    FILE_BYTES,
    PICTURE,
    CourseFacts,
    CourseFile,
    CourseFileError,
    Medium,
    Tag,
)
from courses.adapters.course_files.contents import NO_COURSE, TOO_LARGE, WRONG_KIND
from courses.adapters.media_kinds import is_document, picture_extension
from courses.models import RULE_FIELDS, Course, CoursePage, LessonPage, Outcome, Topic
from courses.queries.course_pages import file_page, media_of, namer, numbers_in

LONGEST_NAME = 100
FOCUS = tuple(f"focal_point_{part}" for part in ("x", "y", "width", "height"))


def course_file(page: CoursePage, user: AbstractBaseUser) -> CourseFile:
    """The course of the page with the page in all its languages, the lessons below and all media.
    Of pages that the user may change the newest draft goes, of others what is published. Media
    whose files are gone stay out. Raises CourseFileError."""
    pages = list(carried_pages(page, user))
    if page.course is None or not pages:
        raise CourseFileError(NO_COURSE)
    numbers = numbers_in(pages)
    rows = media_of(numbers)
    check_size(rows.values())
    read = {key: _medium(key[0], row, data) for key, row, data in _bytes(rows)}
    names = namer(numbers, {key: medium.ref for key, (medium, _data) in read.items()})
    media = {medium.ref: medium for medium, _data in read.values()}
    return CourseFile(
        facts=facts_of_course(page.course),
        pages=tuple(file_page(each, names) for each in pages),
        media=tuple(medium for _ref, medium in sorted(media.items())),
        data={medium.path: data for medium, data in read.values()},
    )


@dataclass(frozen=True)
class Load:
    """How much a file with the course would hold. `gone` counts media whose files are missing."""

    pages: int
    languages: tuple[str, ...]
    pictures: int
    documents: int
    gone: int
    bytes: int


def load_of(page: CoursePage, user: AbstractBaseUser) -> Load:
    """Of the file that `course_file` would give, without reading any media."""
    pages = list(carried_pages(page, user))
    rows = media_of(numbers_in(pages))
    sizes = {key: file_bytes(row) for key, row in rows.items()}
    kinds = Counter(kind for (kind, _number), size in sizes.items() if size)
    return Load(
        pages=len(pages),
        languages=tuple(dict.fromkeys(each.locale.language_code for each in pages)),
        pictures=kinds[PICTURE],
        documents=kinds[DOCUMENT],
        gone=sum(not size for size in sizes.values()),
        bytes=sum(sizes.values()),
    )


def carried_pages(page: CoursePage, user: AbstractBaseUser) -> Iterator[CoursePage | LessonPage]:
    """Each course page before its lessons, languages in the order of the site."""
    twins = CoursePage.objects.filter(translation_key=page.translation_key, alias_of=None)
    for twin in twins.select_related("locale", "course").order_by("path"):
        seen = _as_seen(twin, user)
        if seen is None:
            continue
        yield seen
        lessons = LessonPage.objects.child_of(twin).filter(locale=twin.locale, alias_of=None)
        for lesson in lessons.select_related("locale").order_by("path"):
            if seen := _as_seen(lesson, user):
                yield seen


def _as_seen(page: CoursePage | LessonPage, user: AbstractBaseUser):
    if page.permissions_for_user(user).can_edit():
        return page.get_latest_revision_as_object()
    return page if page.live else None


def check_size(media: Iterable[Model]) -> None:
    """Raises CourseFileError before anything large is read."""
    if sum(map(file_bytes, media)) > FILE_BYTES:
        raise CourseFileError(TOO_LARGE)


def file_bytes(medium: Model) -> int:
    """The size of a picture or document; 0 where its file is gone."""
    try:
        return medium.file.size
    except OSError:
        return 0


def _bytes(rows: dict[tuple[str, int], Model]) -> Iterator[tuple[tuple[str, int], Model, bytes]]:
    for key, row in rows.items():
        try:
            with row.file.open("rb") as file:
                yield key, row, file.read()
        except OSError:
            continue


def _medium(kind: str, row: Model, data: bytes) -> tuple[Medium, bytes]:
    """Raises CourseFileError where the other site would refuse the file."""
    path = PurePath(row.file.name)
    extension = path.suffix.lower().lstrip(".")
    if kind == PICTURE:
        extension = picture_extension(data)
    if not extension or (kind != PICTURE and not is_document(data, extension)):
        raise CourseFileError(WRONG_KIND, path.name)
    medium = Medium(
        kind=kind,
        digest=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
        extension=extension,
        name=f"{path.stem[:LONGEST_NAME]}.{extension}",
        title=row.title,
        description=row.description if kind == PICTURE else "",
        focus=_focus(row) if kind == PICTURE else None,
    )
    return medium, data


def _focus(image: Model) -> tuple[int, int, int, int] | None:
    focus = tuple(getattr(image, name) for name in FOCUS)
    return None if None in focus else focus


def facts_of_course(course: Course) -> CourseFacts:
    return CourseFacts(
        code=course.code,
        title_en=course.title_en,
        title_km=course.title_km,
        planned_minutes=course.planned_minutes,
        validity_months=course.validity_months,
        gives_certificate=course.gives_certificate,
        audience=tuple(course.audience),
        gender_pillars=tuple(course.gender_pillars),
        topics=tags(course.topics.all()),
        outcomes=tags(course.outcomes.all()),
        prerequisites=tuple(course.prerequisites.order_by("code").values_list("code", flat=True)),
        rule={name: getattr(course, name) for name in RULE_FIELDS},
    )


def tags(rows: Iterable[Topic | Outcome]) -> tuple[Tag, ...]:
    return tuple(Tag(row.slug, row.name_en, row.name_km) for row in rows)
