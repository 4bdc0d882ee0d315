"""Reads a file with a course; what does not look exactly as our own files do is refused."""

import hashlib
import json
import re
import zipfile
from uuid import UUID

from courses.adapters import archives, media_kinds
from courses.adapters.course_files import contents
from courses.adapters.course_files.contents import (
    CourseFacts,
    CourseFile,
    CourseFileError,
    FilePage,
    Medium,
    Tag,
)

RUBRIC = "task_rubric"
_CODES = {
    archives.TOO_LARGE: contents.TOO_LARGE,
    archives.ENCRYPTED: contents.ENCRYPTED,
    archives.HOSTILE: contents.FOREIGN_PARTS,
    archives.UNREADABLE: contents.UNREADABLE,
}
_ZIP = b"PK\x03\x04"
_DIGEST = re.compile(r"[0-9a-f]{40}")
_SLUG = re.compile(r"[-\w]{1,100}")
_LONGEST = 300
_MOST_MINUTES = 1_000_000


def read_course_file(data: bytes) -> CourseFile:
    """The course in a file. Raises CourseFileError."""
    if len(data) > contents.FILE_BYTES:
        raise CourseFileError(contents.TOO_LARGE)
    if not data.startswith(_ZIP):
        raise CourseFileError(contents.NOT_COURSE)
    limits = archives.ArchiveLimits(contents.UNZIPPED_BYTES, contents.FILES)
    try:
        archive = archives.open_archive(data, limits)
    except archives.ArchiveError as error:
        raise CourseFileError(_CODES[error.code]) from error
    try:
        return _course_file(archive)
    except archives.BROKEN as error:
        raise CourseFileError(contents.UNREADABLE) from error
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise CourseFileError(contents.UNREADABLE) from error


def _course_file(archive: zipfile.ZipFile) -> CourseFile:
    told = _told(archive)
    pages = tuple(_page(each) for each in _list(told["pages"], contents.PAGES))
    media = tuple(_medium(each) for each in _list(told["media"], contents.FILES))
    _check_pages(pages)
    paths = {medium.path for medium in media}
    if set(archive.namelist()) != {contents.TEXTS, *paths}:
        raise CourseFileError(contents.FOREIGN_PARTS)
    data = {path: archive.read(path) for path in sorted(paths)}
    for medium in media:
        _check_medium(medium, data[medium.path])
    return CourseFile(_facts(told["course"]), pages, media, data)


def _told(archive: zipfile.ZipFile) -> dict:
    names = archive.namelist()
    if contents.TEXTS not in names:
        raise CourseFileError(contents.NOT_COURSE)
    if archive.getinfo(contents.TEXTS).file_size > contents.TEXTS_BYTES:
        raise CourseFileError(contents.TOO_LARGE)
    told = json.loads(archive.read(contents.TEXTS))
    if not isinstance(told, dict) or told.get("format") != contents.FORMAT:
        raise CourseFileError(contents.NOT_COURSE)
    if _whole(told["version"]) > contents.VERSION:
        raise CourseFileError(contents.NEWER)
    return told


def _facts(told: dict) -> CourseFacts:
    months = told["validity_months"]
    return CourseFacts(
        code=_text(told["code"], 12),
        title_en=_text(told["title_en"]),
        title_km=_text(told["title_km"]),
        planned_minutes=_whole(told["planned_minutes"]),
        validity_months=None if months is None else _whole(months),
        gives_certificate=_bool(told["gives_certificate"]),
        audience=_texts(told["audience"]),
        gender_pillars=_texts(told["gender_pillars"]),
        topics=tuple(_tag(each) for each in _list(told["topics"])),
        outcomes=tuple(_tag(each) for each in _list(told["outcomes"])),
        prerequisites=_texts(told["prerequisites"]),
        rule={_text(name): _answer(name, value) for name, value in _dict(told["rule"]).items()},
    )


def _answer(name: str, value: object) -> object:
    return _rubric(value) if name == RUBRIC else _plain(value)


def _rubric(told: object) -> list[dict]:
    """As it is kept; whether it can mark a task is not for a reader of files to say."""
    return [
        {
            **{name: _text(each[name]) for name in ("key", "en", "km")},
            "levels": [
                {"en": _text(level["en"]), "km": _text(level.get("km", ""))}
                for level in _list(each["levels"])
            ],
        }
        for each in _list(told)
    ]


def _tag(told: dict) -> Tag:
    return Tag(_slug(told["slug"]), _text(told["name_en"]), _text(told["name_km"]))


def _page(told: dict) -> FilePage:
    kind = told["kind"]
    if kind not in (contents.COURSE, contents.LESSON):
        raise ValueError(kind)
    return FilePage(
        kind=kind,
        key=str(UUID(told["key"])),
        language=_text(told["language"], 20),
        slug=_slug(told["slug"]),
        values=_dict(told["values"]),
    )


def _check_pages(pages: tuple[FilePage, ...]) -> None:
    """One course page in each language, before the lessons in that language."""
    there: set = set()
    keys = {page.key for page in pages if page.kind == contents.COURSE}
    if len(keys) != 1 or len({page.ref for page in pages}) < len(pages):
        raise ValueError(keys)
    for page in pages:
        if page.kind == contents.LESSON and (page.language not in there or page.key in keys):
            raise ValueError(page.ref)
        there.add(page.language)


def _medium(told: dict) -> Medium:
    kind, focus = told["kind"], told["focus"]
    if kind not in (contents.PICTURE, contents.DOCUMENT):
        raise ValueError(kind)
    if not _DIGEST.fullmatch(told["digest"]):
        raise ValueError(told["digest"])
    return Medium(
        kind=kind,
        digest=told["digest"],
        extension=_text(told["extension"], 8),
        name=_text(told["name"]),
        title=_text(told["title"]),
        description=_text(told["description"]),
        focus=None if focus is None else _focus(focus),
    )


def _focus(told: list) -> tuple[int, int, int, int]:
    x, y, width, height = map(_whole, _list(told))
    return x, y, width, height


def _check_medium(medium: Medium, data: bytes) -> None:
    if hashlib.sha1(data, usedforsecurity=False).hexdigest() != medium.digest:
        raise CourseFileError(contents.UNREADABLE)
    if medium.kind == contents.PICTURE:
        fits = media_kinds.picture_extension(data) == medium.extension
    else:
        fits = media_kinds.is_document(data, medium.extension)
    if not fits:
        raise CourseFileError(contents.WRONG_KIND, medium.name)


def _text(value: object, longest: int = _LONGEST) -> str:
    if not isinstance(value, str) or len(value) > longest or "\0" in value:
        raise ValueError(value)
    return value


def _slug(value: object) -> str:
    if not _SLUG.fullmatch(_text(value)):
        raise ValueError(value)
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_MINUTES:
        raise ValueError(value)
    return value


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    return _text(value) if isinstance(value, str) else _whole(value)


def _list(value: object, most: int = 100) -> list:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError(value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(each) for each in _list(value))


def _dict(value: object) -> dict:
    if not isinstance(value, dict):
        raise ValueError(value)
    return value
