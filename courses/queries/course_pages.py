"""Pages of a course as they travel in a file: their values, with names in the place of numbers."""

import hashlib
from collections.abc import Callable, Iterable
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from wagtail.blocks import Block, ChooserBlock, RichTextBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from courses.adapters import rich_texts
from courses.adapters.course_files import (
    COURSE,
    DOCUMENT,
    LESSON,
    PICTURE,
    CourseFile,
    CourseFileError,
    FilePage,
    read_course_file,
)
from courses.adapters.course_files.contents import UNREADABLE
from courses.adapters.streams import mapped
from courses.models import CoursePage, LessonPage

MODELS = {COURSE: CoursePage, LESSON: LessonPage}
_SHARED = ("title", "seo_title", "search_description", "summary")
#: What travels of a page. Its slug does too, and is used when the page is made.
FIELDS = {
    COURSE: (
        *_SHARED,
        *("picture", "picture_alt", "outcomes", "audience"),
        *("certificate", "about", "search_words"),
    ),
    LESSON: (*_SHARED, "minutes", "body"),
}
_CHOOSERS = {ImageChooserBlock: PICTURE, DocumentChooserBlock: DOCUMENT}
_LONGEST_TEXT = 100_000

#: Finds the name of a picture, document or page by its kind and number; None where it has none.
Namer = Callable[[str, int], str | None]


class UnfitError(Exception):
    """A value that no editor of this site could have saved."""


def kind_of(page: Page) -> str:
    return COURSE if isinstance(page, CoursePage) else LESSON


def file_page(page: CoursePage | LessonPage, name_of: Namer) -> FilePage:
    """The page as it stands in memory."""
    kind, language = kind_of(page), page.locale.language_code
    place = f"{page.translation_key}/{language}"
    values = {name: _value(page, name, name_of, place) for name in FIELDS[kind]}
    return FilePage(kind, str(page.translation_key), language, page.slug, values)


def _value(page: Page, name: str, name_of: Namer, place: str) -> object:
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        stored = list(getattr(page, name).raw_data)
        return mapped(field.stream_block, stored, partial(_named, name_of), f"{place}/{name}")
    if isinstance(field, ForeignKey):
        return _name(name_of, PICTURE, getattr(page, field.attname))
    if isinstance(field, RichTextField):
        return rich_texts.travelling(getattr(page, name), tuple(field.features), name_of)
    return getattr(page, name)


def _named(name_of: Namer, block: Block, stored: object) -> object:
    kind = _kind_chosen(block)
    if kind:
        return _name(name_of, kind, stored)
    if isinstance(block, RichTextBlock):
        return rich_texts.travelling(stored or "", _features(block), name_of)
    return None if isinstance(block, ChooserBlock) else stored


def _name(name_of: Namer, kind: str, number: object) -> str | None:
    return name_of(kind, number) if isinstance(number, int) else None


def _kind_chosen(block: Block) -> str:
    return next((kind for chooser, kind in _CHOOSERS.items() if isinstance(block, chooser)), "")


def _features(block: RichTextBlock) -> tuple[str, ...]:
    return tuple(block.features or ())


def numbers_in(pages: Iterable[Page]) -> set[tuple[str, int]]:
    """Kind and number of everything that the pages show or lead to."""
    found: set[tuple[str, int]] = set()

    def note(kind: str, number: int) -> None:
        found.add((kind, number))

    for page in pages:
        file_page(page, note)
    return found


def media_of(numbers: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Model]:
    """The pictures and documents among them. Two queries."""
    models = {PICTURE: get_image_model(), DOCUMENT: get_document_model()}
    wanted = {kind: [pk for each, pk in numbers if each == kind] for kind in models}
    return {
        (kind, row.pk): row
        for kind, model in models.items()
        for row in model.objects.filter(pk__in=wanted[kind]).order_by("pk")
    }


def digest_of(medium: Model) -> str:
    """The SHA-1 of a picture or document; empty where its file is gone."""
    if medium.file_hash:
        return medium.file_hash
    try:
        with medium.file.open("rb") as file:
            return hashlib.file_digest(file, "sha1").hexdigest()
    except OSError:
        return ""


def names_of(pages: Iterable[Page]) -> Namer:
    """Names for everything that the pages show or lead to. Three queries."""
    numbers = numbers_in(pages)
    digests = {key: digest_of(row) for key, row in media_of(numbers).items()}
    named = {key: f"{key[0]}:{digest}" for key, digest in digests.items() if digest}
    return namer(numbers, named)


def namer(numbers: Iterable[tuple[str, int]], named: dict[tuple[str, int], str]) -> Namer:
    """Names for the pages among the numbers, and those of the media that are given. One query."""
    linked = Page.objects.filter(pk__in=[pk for kind, pk in numbers if kind == "page"])
    rows = linked.values_list("pk", "translation_key", "locale__language_code")
    found = named | {("page", pk): f"page/{key}/{language}" for pk, key, language in rows}
    return lambda kind, number: found.get((kind, number))


def fitting(page: FilePage, known: Callable[[str], bool]) -> FilePage:
    """The page of a file, its rich texts cleaned, without parts of unknown kinds and without links
    to what is not known. Raises UnfitError."""
    model, place = MODELS[page.kind], f"{page.key}/{page.language}"
    if page.values.keys() != set(FIELDS[page.kind]):
        raise UnfitError(place)
    try:
        values = {
            name: _fit_value(model._meta.get_field(name), value, known, f"{place}/{name}")
            for name, value in page.values.items()
        }
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnfitError(place) from error
    except (ArithmeticError, RecursionError) as error:
        raise UnfitError(place) from error
    return FilePage(page.kind, page.key, page.language, page.slug, values)


def read_course(data: bytes) -> CourseFile:
    """The course in a file, whose pages an editor of this site could have saved. Raises
    CourseFileError."""
    file = read_course_file(data)
    media = {medium.ref for medium in file.media}
    try:
        for page in file.pages:
            fitting(page, lambda name: name in media or name.startswith("page/"))
    except UnfitError as error:
        raise CourseFileError(UNREADABLE) from error
    return file


def _fit_value(field, value: object, known: Callable[[str], bool], place: str) -> object:
    if isinstance(field, StreamField):
        return mapped(field.stream_block, value, partial(_fit, known), place)
    if isinstance(field, ForeignKey):
        return _fit_name(PICTURE, value, known)
    if isinstance(field, RichTextField):
        return _fit_text(value, tuple(field.features), known)
    if not isinstance(value, str | int):
        raise TypeError(place)
    return field.clean(value, None)


def _fit(known: Callable[[str], bool], block: Block, value: object) -> object:
    kind = _kind_chosen(block)
    if kind:
        return _fit_name(kind, value, known)
    if isinstance(block, RichTextBlock):
        return _fit_text(value, _features(block), known)
    if isinstance(block, ChooserBlock):
        return None
    if value is None or value == "":
        return value
    if not isinstance(value, str | int | float) or len(str(value)) > _LONGEST_TEXT:
        raise TypeError(block.name)
    block.clean(block.to_python(value))
    return value


def _fit_name(kind: str, value: object, known: Callable[[str], bool]) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or not value.startswith(f"{kind}:") or not known(value):
        raise ValueError(value)
    return value


def _fit_text(value: object, features: tuple[str, ...], known: Callable[[str], bool]) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise TypeError(value)
    return rich_texts.without_links(rich_texts.cleaned(value, features), known)


def settle(page: CoursePage | LessonPage, text: FilePage, number: Callable[[str], int]) -> None:
    """Put the values of a fitting page of a file on a page in memory; `number` knows all names."""
    for name, value in text.values.items():
        field = page._meta.get_field(name)
        if isinstance(field, StreamField):
            rows = mapped(field.stream_block, value, partial(_settled, number), "")
            setattr(page, name, field.to_python(rows))
        elif isinstance(field, ForeignKey):
            setattr(page, field.attname, number(value) if value else None)
        elif isinstance(field, RichTextField):
            setattr(page, name, rich_texts.settled(value, number))
        else:
            setattr(page, name, value)


def _settled(number: Callable[[str], int], block: Block, value: object) -> object:
    if _kind_chosen(block):
        return number(value) if value else None
    return rich_texts.settled(value, number) if isinstance(block, RichTextBlock) else value
