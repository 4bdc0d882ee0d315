"""The words of what is to mend on a page."""

from django.utils import translation

from courses.forms.page_check_words import place, sentence
from courses.rules.page_changes import ChangedPart
from courses.rules.page_checks import PAGE, Finding, PartFacts

CHANGED = (ChangedPart("summary"), ChangedPart("text", 3))


def behind(code, changed):
    return sentence(Finding(code, PAGE, values={"language": "km", "changed": changed}))


def test_a_place_has_its_number_and_kind():
    assert place(Finding("no_alt", PartFacts("picture", 4))) == "Part 4: Picture"
    assert place(Finding("no_alt", PartFacts("cover"))) == "Picture"
    assert place(Finding("heavy_page", PAGE)) == ""


def test_what_changed_is_named_in_both_directions():
    assert behind("translation_behind", CHANGED) == (
        "2 parts changed after they were translated: Khmer. Look whether the translation still "
        "says the same. It is: Summary; Part 3: Text."
    )
    assert behind("behind_source", CHANGED[:1]).startswith("1 part changed in Khmer after it")
    assert behind("behind_source", None) == "The page changed in Khmer after this one was saved."


def test_texts_that_are_not_translated_are_counted():
    values = {"language": "en", "changed": (), "texts": 2}
    told = sentence(Finding("untranslated", PAGE, values=values))

    assert told == "2 texts are not translated from English yet."


def test_values_stand_in_the_sentence_in_khmer_too():
    values = {"kilobytes": 412, "budget": 300}
    with translation.override("km"):
        told = sentence(Finding("heavy_page", PAGE, values=values))

    assert "412 kB" in told
    assert "300 kB" in told
    assert ord(told[0]) in range(0x1780, 0x1800)
