"""What still is to do on a page before people read it: facts in, findings out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from courses.rules.page_changes import ChangedPart

#: How much of a text is read aloud in a minute.
WORDS_A_MINUTE = 120
KHMER_SIGNS_A_MINUTE = 600
MINUTES_A_QUESTION = 0.5

#: What a phone on a slow line should load at most, in bytes.
PAGE_BYTES = 300_000
MEDIA_BYTES = {"text": 3_000_000, "audio": 3_000_000, "video": 20_000_000, "download": 5_000_000}

_KHMER = re.compile("[\u1780-\u17dd]")
_WORDS = re.compile(r"[^\W\d_\u1780-\u17dd]+")
_FILE_NAME = re.compile(r"[\w() .-]+\.(jpe?g|png|gif|webp|avif|svg|heic|bmp|tiff?)", re.IGNORECASE)


@dataclass(frozen=True)
class PartFacts:
    """One part of a page. `number` counts from one, 0 for the page itself; `anchor` is
    its id in the editor; `alts` are the words of its pictures."""

    kind: str
    number: int = 0
    anchor: str = ""
    alts: tuple[str, ...] = ()
    gone_files: int = 0
    dead_links: int = 0
    hidden_links: int = 0
    media_bytes: int = 0
    has_captions: bool = True
    has_transcript: bool = True
    questions: int = 0


@dataclass(frozen=True)
class TwinFacts:
    """The page in another language. `is_source` where the others are translated from it; `changed`
    tells which parts of the source changed since they were translated, None where nobody can tell;
    `untranslated` counts texts that are empty or still the words of the source."""

    language: str
    is_source: bool
    is_there: bool
    is_behind: bool = False
    changed: tuple[ChangedPart, ...] | None = None
    untranslated: int = 0


@dataclass(frozen=True)
class PageFacts:
    """`minutes` is None on pages that state none."""

    parts: tuple[PartFacts, ...] = ()
    text: str = ""
    minutes: int | None = None
    phone_bytes: int = 0
    twins: tuple[TwinFacts, ...] = ()


@dataclass(frozen=True)
class Finding:
    """`code` says what; a blocking one refuses publishing. `values` go into its sentence."""

    code: str
    part: PartFacts
    is_blocking: bool = False
    values: dict = field(default_factory=dict)


PAGE = PartFacts("page")


def findings(page: PageFacts) -> list[Finding]:
    """Everything to mend, blocking findings first, each group in the order of the page."""
    found = [finding for part in page.parts for finding in _of_part(part)]
    found += [*_of_time(page), *_of_size(page), *_of_twins(page)]
    return sorted(found, key=lambda finding: not finding.is_blocking)


def _of_part(part: PartFacts) -> Iterator[Finding]:
    if part.gone_files:
        yield Finding("file_gone", part, is_blocking=True)
    if not all(alt.strip() for alt in part.alts):
        yield Finding("no_alt", part, is_blocking=True)
    if any(is_file_name(alt) for alt in part.alts):
        yield Finding("file_name_as_alt", part, is_blocking=True)
    if part.dead_links:
        yield Finding("dead_link", part, is_blocking=True)
    if part.hidden_links:
        yield Finding("hidden_link", part)
    if not part.has_captions:
        yield Finding("no_captions", part, is_blocking=True)
    if not part.has_transcript:
        yield Finding("no_transcript", part, is_blocking=part.kind == "audio")
    if part.media_bytes > MEDIA_BYTES.get(part.kind, part.media_bytes):
        megabytes = round(part.media_bytes / 1_000_000)
        yield Finding("heavy_file", part, values={"megabytes": megabytes})


def _of_time(page: PageFacts) -> Iterator[Finding]:
    """Sound and film take their own time, so only too few minutes are told where there are some."""
    if page.minutes is None or not page.text.strip():
        return
    needed = minutes_to_read(page.text, sum(part.questions for part in page.parts))
    values = {"stated": page.minutes, "needed": needed}
    if needed > page.minutes * 1.5 and needed - page.minutes >= 2:
        yield Finding("takes_longer", PAGE, values=values)
    has_media = any(part.kind in ("audio", "video") for part in page.parts)
    if needed * 3 < page.minutes and not has_media:
        yield Finding("takes_less", PAGE, values=values)


def _of_size(page: PageFacts) -> Iterator[Finding]:
    if page.phone_bytes > PAGE_BYTES:
        values = {"kilobytes": round(page.phone_bytes / 1000), "budget": PAGE_BYTES // 1000}
        yield Finding("heavy_page", PAGE, values=values)


def _of_twins(page: PageFacts) -> Iterator[Finding]:
    for twin in page.twins:
        values = {"language": twin.language, "changed": twin.changed}
        if not twin.is_there:
            yield Finding("no_translation", PAGE, values=values)
            continue
        if twin.is_behind:
            code = "behind_source" if twin.is_source else "translation_behind"
            yield Finding(code, PAGE, values=values)
        if twin.untranslated and twin.is_source:
            yield Finding("untranslated", PAGE, values=values | {"texts": twin.untranslated})


def minutes_to_read(text: str, questions: int = 0) -> int:
    """Whole minutes to read a text aloud and to answer its questions, at least one. Khmer has no
    spaces between words, so its signs are counted."""
    spoken = len(_WORDS.findall(text)) / WORDS_A_MINUTE
    spoken += len(_KHMER.findall(text)) / KHMER_SIGNS_A_MINUTE
    return max(1, round(spoken + questions * MINUTES_A_QUESTION))


def is_file_name(alt: str) -> bool:
    """Whether the words about a picture are only the name of its file."""
    return bool(_FILE_NAME.fullmatch(alt.strip()))
