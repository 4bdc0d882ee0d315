"""Which words went and which came."""

from courses.rules.word_changes import MOST_WORDS, Fate, text_of, word_changes


def shown(before, after):
    signs = {Fate.STAYS: "{}", Fate.GOES: "[-{}]", Fate.COMES: "[+{}]"}
    return "".join(signs[each.fate].format(each.text) for each in word_changes(before, after))


def test_words_are_compared_whole_and_khmer_by_its_clusters():
    assert shown("Walk with one worker.", "Walk with two workers.") == (
        "Walk with [-one worker][+two workers]."
    )
    assert shown("ការងារថ្មី", "ការងារចាស់") == "ការងារ[-ថ្មី][+ចាស់]"
    assert shown("", "New") == "[+New]"
    assert word_changes("", "") == []


def test_very_long_texts_are_shown_whole():
    long = "word " * MOST_WORDS
    assert [each.fate for each in word_changes(long, "short")] == [Fate.GOES, Fate.COMES]
    assert [each.fate for each in word_changes(long, long)] == [Fate.STAYS]


def test_rich_text_becomes_lines():
    rich = "<h2>Title</h2><p>One &amp; <b>two</b><br/>three</p><ul><li>four</li></ul>"
    assert text_of(rich) == "Title\nOne & two\nthree\nfour"
    assert text_of(" 3 &lt; 5 ") == "3 < 5"
