import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.rules.khmer import (
    clean,
    from_khmer_digits,
    in_sign_order,
    khmer_share,
    match_key,
    search_words,
    to_khmer_digits,
)

LOOK_ALIKE_PAIRS = [
    ("សុខ", "សុ\u200bខ"),
    ("ស្រី\u200bមុំ", "ស្រីមុំ"),
    ("ស្រី មុំ", "ស្រីមុំ"),
    ("សុខ\u00a0ស្រីមុំ", "សុខ ស្រីមុំ"),
    ("សុខ  ស្រីមុំ ", "សុខ ស្រីមុំ"),
    ("កណ្ដាល", "កណ្តាល"),
    ("ឧត្ដរមានជ័យ", "ឧត្តរមានជ័យ"),
    ("សុភ័ក្ត្រ", "សុភ័ក្រ្ត"),
    ("ពិសិដ្ឋា", "ពិសិដ្ឋ\u17b6"),
    ("ចន្ត្រា", "ចន្រ្តា"),
    ("ស្រ្តី", "ស្ត្រី"),
    ("ពោធិ៍", "ព\u17c1\u17b6ធិ៍"),
    ("ពោធិ៍", "ព\u17b6\u17c1ធិ៍"),
    ("សើ", "ស\u17c1\u17b8"),
    ("សើ", "ស\u17b8\u17c1"),
    ("កែវ", "ក\u17c1\u17c1វ"),
    ("មុំ", "មំុ"),
    ("តាំង", "តំាង"),
    ("ព្រះ", "ព្រ\u17c8"),
    ("ព្រះ", "ព្រ:"),
    ("កោះ", "កះោ"),
    ("កេះ", "កះេ"),
    ("ប៉ែន", "បែ៉ន"),
    ("ម៉ៅ", "មៅ៉"),
    ("អ៊ុំ", "អុំ៊"),
    ("អ៊ុំ", "អំុ៊"),
    ("ស៊ុន", "សុ៊ន"),
    ("ស៊ី", "សុី"),
    ("ស៊ី", "សី៊"),
    ("ស៉ី", "ស៊ី"),
    ("អ៊ឹម", "អុឹម"),
    ("ប៉ិច", "បុិច"),
    ("ញ៉ែម", "ញែ៉ម"),
    ("ខ្មែរ", "ខែ្មរ"),
    ("ខ្មែរ", "ខ\u17c1\u17c1្មរ"),
    ("ស្រី", "សី្រ"),
    ("ប្រាក់", "បា្រក់"),
    ("ត្រា", "ត្រ្រា"),
    ("សុខុម", "សុុខុម"),
    ("កញ្ញា", "កញ្ញ\u17b5ា"),
    ("\u17a3នា", "អនា"),
    ("\u17a4ន", "អាន"),
    ("ឱម", "\u17b2ម"),
    ("សំ", "ស\u17d3"),
    ("ធម៌", "ធម៌\u200c"),
    ("ជ័យ", "\u25ccជ័យ"),
    ("វណ្ណា", "វ\u17d2ណណា".replace("វ\u17d2ណណា", "វណ\u200d្ណា")),
    ("សុខ ១២", "សុខ 12"),
    ("Sok Dara", "ＳＯＫ dara"),
    ("\u202aសុខ\u202c", "សុខ"),
]
DIFFERENT_PAIRS = [
    ("ប៉ែន", "បែន"),
    ("សុខ", "សូខ"),
    ("ចាន់", "ចាន"),
    ("សុភា", "សុភាព"),
    ("ធារី", "ថារី"),
    ("ម៉ាលី", "ម៉ាលិ"),
    ("សុន", "ស៊ុន"),
    ("កង", "ក្ង"),
    ("Sok Dara", "SokDara"),
]
khmer_text = st.text(
    st.one_of(
        st.characters(min_codepoint=0x1780, max_codepoint=0x17FF),
        st.sampled_from(" \u200b\u200d:aA.\u25cc\u00a0"),
    ),
    max_size=14,
)
any_text = st.one_of(khmer_text, st.text(max_size=12))


@pytest.mark.parametrize(("first", "second"), LOOK_ALIKE_PAIRS)
def test_look_alike_spellings_share_a_key(first, second):
    assert match_key(first) == match_key(second)


@pytest.mark.parametrize(("first", "second"), DIFFERENT_PAIRS)
def test_different_names_keep_different_keys(first, second):
    assert match_key(first) != match_key(second)


@settings(max_examples=500)
@given(any_text)
def test_keys_and_cleaning_are_idempotent(text):
    for change in (match_key, clean, in_sign_order):
        once = change(text)
        assert change(once) == once


@settings(max_examples=200)
@given(any_text)
def test_cleaning_leaves_the_key_alone(text):
    assert match_key(clean(text)) == match_key(clean(clean(text)))


def test_cleaning_changes_only_what_nobody_sees():
    assert clean("\u200b \u202aសុខ\u00a0 ស្រី\u200bមុំ\u202c\n\u200c\x00\ud800") == "សុខ ស្រី\u200bមុំ"


def test_cleaning_keeps_an_odd_spelling_as_given():
    assert clean("បែ៉ន កណ្តាល Ny\u0301") == "បែ៉ន កណ្តាល Ný"


def test_search_words_are_keys_once_each():
    assert search_words(" កណ្ដាល  កណ្តាល SOK \u200b ") == ("កណ្តាល", "sok")


def test_search_words_stop_at_eight():
    assert search_words("a b c d e f g h i j") == tuple("abcdefgh")


def test_digits_go_both_ways():
    assert to_khmer_digits(2025) == "២០២៥"
    assert to_khmer_digits("3 May") == "៣ May"
    assert from_khmer_digits("០១២ ៣៤៥ a") == "012 345 a"


@pytest.mark.parametrize(
    ("text", "share"),
    [("សុខ", 1.0), ("Sok", 0.0), ("", 0.0), ("123 -", 0.0), ("កខ ab", 0.5), ("suxជា", 0.4)],
)
def test_khmer_share_counts_letters_and_signs(text, share):
    assert khmer_share(text) == share
