"""What the checks before publishing must know about a course or lesson page."""

from collections.abc import Iterator

from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.coreutils import get_content_languages
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Locale, Page
from wagtail.rich_text import get_text_for_indexing
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from courses.models import CoursePage, LessonPage
from courses.queries.page_sizes import page_size
from courses.queries.translations import comparison, languages_of
from courses.rules.page_checks import Finding, PageFacts, PartFacts, TwinFacts, findings

#: A leaf of a part: its block, its value and the struct that it stands in.
Leaf = tuple[object, object, dict]


def page_findings(page: CoursePage | LessonPage) -> list[Finding]:
    """What is to mend on the page as it stands in memory, saved or not."""
    return findings(page_facts(page))


def page_facts(page: CoursePage | LessonPage) -> PageFacts:
    if isinstance(page, CoursePage):
        parts, text, minutes = _course_parts(page), get_text_for_indexing(page.about), None
    else:
        parts = _lesson_parts(page)
        text = " ".join(page.body.stream_block.get_searchable_content(page.body))
        minutes = page.minutes
    return PageFacts(parts, text, minutes, page_size(page), tuple(_twins(page)))


def _course_parts(page: CoursePage) -> tuple[PartFacts, ...]:
    dead, hidden = _links([page.about])
    about = PartFacts(
        "about", anchor="panel-child-content-about-section", dead_links=dead, hidden_links=hidden
    )
    if page.picture is None:
        return (about,)
    return (PartFacts("cover", anchor="id_picture_alt", alts=(page.picture_alt,)), about)


def _lesson_parts(page: LessonPage) -> tuple[PartFacts, ...]:
    return tuple(
        _part(number, child) for number, child in enumerate(page.body, 1) if child.value is not None
    )


def _part(number: int, child) -> PartFacts:
    """Blocks of any shape: pictures stand beside their words in `alt`, films beside `captions`."""
    leaves = list(_leaves(child.block, child.value, {}))
    files = [value for block, value, _own in leaves if isinstance(block, DocumentChooserBlock)]
    choosers = (ImageChooserBlock, DocumentChooserBlock)
    dead, hidden = _links(
        value.source for block, value, _own in leaves if isinstance(block, RichTextBlock) and value
    )
    own = child.value if isinstance(child.block, StructBlock) else {}
    return PartFacts(
        kind=child.block_type,
        number=number,
        anchor=f"block-{child.id}-section",
        alts=tuple(
            near.get("alt") or "" for block, value, near in leaves
            if isinstance(block, ImageChooserBlock) and value and "alt" in near
        ),
        gone_files=sum(
            value is None for block, value, _own in leaves
            if isinstance(block, choosers) and block.required
        ),
        dead_links=dead,
        hidden_links=hidden,
        media_bytes=sum(file.get_file_size() or 0 for file in files if file),
        has_captions="captions" not in own or bool(own["captions"]),
        has_transcript="transcript" not in own or bool(str(own["transcript"] or "").strip()),
        questions=len(own.get("questions", ())) if child.block_type == "quiz" else 0,
    )  # fmt: skip


def _leaves(block, value, near: dict) -> Iterator[Leaf]:
    if isinstance(block, StructBlock):
        for name, inner in block.child_blocks.items():
            yield from _leaves(inner, value.get(name), value)
    elif isinstance(block, ListBlock):
        for item in value or ():
            yield from _leaves(block.child_block, item, near)
    elif isinstance(block, StreamBlock):
        for child in value or ():
            yield from _leaves(child.block, child.value, near)
    else:
        yield block, value, near


def _links(texts) -> tuple[int, int]:
    """How many links inside the site lead nowhere, and how many to pages that nobody sees."""
    tags = [extract_attrs(attrs) for text in texts for attrs in FIND_A_TAG.findall(text or "")]
    inner = [tag for tag in tags if tag.get("id", "").isdigit()]
    pages = [int(tag["id"]) for tag in inner if tag.get("linktype") == "page"]
    files = [int(tag["id"]) for tag in inner if tag.get("linktype") == "document"]
    if not inner:
        return 0, 0
    live = dict(Page.objects.filter(pk__in=pages).values_list("pk", "live"))
    there = set(get_document_model().objects.filter(pk__in=files).values_list("pk", flat=True))
    dead = sum(page not in live for page in pages) + sum(file not in there for file in files)
    return dead, sum(not live.get(page, True) for page in pages)


def _twins(page: CoursePage | LessonPage) -> Iterator[TwinFacts]:
    """The page in the languages that the site writes in. Others are translated from the page in
    the site's first language, where there is one."""
    languages = list(get_content_languages())
    in_use = Locale.objects.filter(language_code__in=languages)
    in_use = set(in_use.values_list("language_code", flat=True))
    found = languages_of(page)
    own = page.locale.language_code
    source = next(iter(found), own)
    for code in languages:
        if code == own or code not in in_use:
            continue
        if code not in found:
            yield TwinFacts(code, is_source=False, is_there=False)
        elif source in (own, code):
            original, translation = (page, found[code]) if own == source else (found[code], page)
            yield _compared(code, original, translation, is_source=code == source)


def _compared(code: str, original: Page, translation: Page, *, is_source: bool) -> TwinFacts:
    if translation.alias_of_id:
        return TwinFacts(code, is_source, is_there=True)
    compared = comparison(original, translation)
    changed = compared.changed
    return TwinFacts(
        code,
        is_source,
        is_there=True,
        is_behind=changed != (),
        changed=changed,
        untranslated=compared.untranslated,
    )
