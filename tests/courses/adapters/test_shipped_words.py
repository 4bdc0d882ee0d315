"""The shipped words: one text for every kind, both languages, only names that may stand there."""

from courses.adapters.shipped_words import shipped_words
from courses.choices import MessageKind
from courses.rules.messages import PLACEHOLDERS, placeholders, unknown_placeholders


def test_every_kind_has_words_and_placeholders():
    assert set(shipped_words()) == set(MessageKind.values) == set(PLACEHOLDERS)


def test_every_text_is_there_and_holds_only_names_that_may_stand_in_it():
    wrong = [
        (kind, name)
        for kind, words in shipped_words().items()
        for name, text in words.items()
        if not text
        or unknown_placeholders(text, placeholders(kind, discreet=name.startswith("discreet")))
    ]
    assert wrong == []
    names = {tuple(sorted(words)) for words in shipped_words().values()}
    parts = ("body", "discreet", "subject")
    assert names == {tuple(sorted(f"{part}_{code}" for part in parts for code in ("en", "km")))}


def test_both_languages_name_the_same_things():
    for kind, words in shipped_words().items():
        for part in ("subject", "body", "discreet"):
            found = [
                {name for name in PLACEHOLDERS[kind] if f"{{{name}}}" in words[f"{part}_{code}"]}
                for code in ("en", "km")
            ]
            assert found[0] == found[1], (kind, part)
