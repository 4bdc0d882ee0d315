"""What still is to do on a page before people read it."""

import pytest

from courses.rules.page_changes import ChangedPart
from courses.rules.page_checks import (
    PAGE_BYTES,
    PageFacts,
    PartFacts,
    TwinFacts,
    findings,
    is_file_name,
    minutes_to_read,
)

WORDS = "word " * 600


def codes(*parts, **facts):
    return [(each.code, each.is_blocking) for each in findings(PageFacts(parts, **facts))]


def test_a_page_with_everything_has_no_findings():
    parts = [PartFacts("picture", 1, alts=("A guard over a belt.",)), PartFacts("audio", 2)]

    assert codes(*parts, text=WORDS, minutes=5) == []


@pytest.mark.parametrize(
    ("part", "code", "is_blocking"),
    [
        (PartFacts("picture", 1, alts=("A belt.", " ")), "no_alt", True),
        (PartFacts("picture", 1, alts=("IMG_0012.JPG",)), "file_name_as_alt", True),
        (PartFacts("download", 1, gone_files=1), "file_gone", True),
        (PartFacts("text", 1, dead_links=1), "dead_link", True),
        (PartFacts("text", 1, hidden_links=1), "hidden_link", False),
        (PartFacts("video", 1, has_captions=False), "no_captions", True),
        (PartFacts("video", 1, has_transcript=False), "no_transcript", False),
        (PartFacts("audio", 1, has_transcript=False), "no_transcript", True),
        (PartFacts("video", 1, media_bytes=20_000_001), "heavy_file", False),
        (PartFacts("text", 1, media_bytes=3_000_001), "heavy_file", False),
        (PartFacts("quiz", 1, media_bytes=99_000_000), None, False),
    ],
)
def test_each_part_is_looked_at(part, code, is_blocking):
    assert codes(part) == ([(code, is_blocking)] if code else [])


def test_blocking_findings_come_first_and_the_rest_keeps_its_order():
    hidden, silent = PartFacts("text", 1, hidden_links=1), PartFacts("audio", 2)
    bare = PartFacts("picture", 3, alts=("",))

    assert [each.part.number for each in findings(PageFacts((hidden, silent, bare)))] == [3, 1]


def test_minutes_are_compared_with_reading_aloud():
    assert codes(text=WORDS, minutes=3) == [("takes_longer", False)]
    assert codes(text=WORDS, minutes=4) == []
    assert codes(text=WORDS, minutes=16) == [("takes_less", False)]
    assert codes(PartFacts("video", 1), text=WORDS, minutes=16) == []
    assert codes(text=WORDS) == codes(text=" ", minutes=40) == []


def test_khmer_is_counted_by_its_signs_and_questions_take_time():
    assert minutes_to_read("សុវត្ថិភាព" * 120) == 2
    assert minutes_to_read("") == 1
    assert minutes_to_read(WORDS, questions=10) == 10


def test_a_page_may_weigh_what_the_budget_says():
    assert codes(phone_bytes=PAGE_BYTES) == []
    assert codes(phone_bytes=PAGE_BYTES + 1) == [("heavy_page", False)]


def test_translations_that_are_missing_or_behind_are_told_from_both_sides():
    missing = TwinFacts("km", is_source=False, is_there=False)
    behind = TwinFacts(
        "km", is_source=False, is_there=True, is_behind=True, changed=(ChangedPart("summary"),)
    )
    source = TwinFacts("en", is_source=True, is_there=True, is_behind=True)
    same = TwinFacts("km", is_source=False, is_there=True, untranslated=2)
    copied = TwinFacts("en", is_source=True, is_there=True, untranslated=2)

    for twin, code in [
        (missing, "no_translation"),
        (behind, "translation_behind"),
        (source, "behind_source"),
        (copied, "untranslated"),
    ]:
        assert codes(twins=(twin, same)) == [(code, False)]


def test_a_sentence_that_names_a_file_is_no_file_name():
    assert is_file_name(" photo 1 (2).png ")
    assert not is_file_name("The file photo.png, opened on a screen")
    assert not is_file_name("A walk.")
