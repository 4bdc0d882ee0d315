"""Which texts of a translation still say the same as their source."""

import pytest

from courses.rules.page_changes import (
    PART,
    ChangedPart,
    Form,
    Leaf,
    State,
    believed,
    changed_parts,
    changed_words,
    confirmed,
    segments,
    told,
    unknown,
)


def leaf(name, value, form=Form.PLAIN, number=0):
    return Leaf((name,), form, value, ChangedPart(name, number))


def node(name, number=0):
    return Leaf((name, PART), Form.PART, "text", ChangedPart(name, number))


def states(source, other, seen):
    return {each.leaf.key: each.state for each in segments(source, other, seen)}


BASE = [leaf("a", "One"), leaf("b", "<p>Two</p>", Form.RICH), leaf("c", "Three"), leaf("d", "12")]
KHMER = [leaf("a", "មួយ"), leaf("b", "<p>Two</p>", Form.RICH), leaf("c", ""), leaf("d", "12")]


def test_a_saved_translation_is_believed_except_for_copies_and_gaps():
    seen = believed(BASE, KHMER)

    assert seen == {"a": ["One"], "b": [], "c": [], "d": ["12"]}
    assert states(BASE, KHMER, seen) == {
        "a": State.FINE, "b": State.MISSING, "c": State.MISSING, "d": State.FINE,
    }  # fmt: skip
    assert changed_parts(segments(BASE, KHMER, seen)) == ()


def test_changed_new_and_gone_parts_are_named():
    part = [node("x", 4), node("own", 5)]
    seen = believed([*BASE, part[0]], KHMER)
    now = [leaf("a", "One more"), *BASE[1:], leaf("new", "New", number=3)]

    found = segments(now, [*KHMER, *part], seen)

    assert states(now, [*KHMER, *part], seen) | {"b": 0, "c": 0, "d": 0} == {
        "a": State.STALE, "b": 0, "c": 0, "d": 0, "new": State.MISSING, "x/#part": State.GONE,
    }  # fmt: skip
    assert found[0].before == "One"
    assert changed_parts(found) == (ChangedPart("a"), ChangedPart("new", 3), ChangedPart("x"))


def test_what_was_translated_or_confirmed_is_fine_until_the_source_changes_again():
    seen = believed(BASE, KHMER)
    now = [leaf("a", "1"), *BASE[1:]]
    again = [leaf("a", "I"), *BASE[1:]]
    anew = [leaf("a", "១"), *KHMER[1:]]

    translated = told(seen | {"gone long ago": ["x"]}, now, anew, changed_words(KHMER, anew))
    right = confirmed(seen, now, {"a", "b", "unknown"})

    assert changed_words(KHMER, anew) == {"a"}
    assert "gone long ago" not in translated
    assert states(now, anew, translated)["a"] is State.FINE
    assert states(now, KHMER, right) == {
        "a": State.FINE, "b": State.FINE, "c": State.MISSING, "d": State.FINE,
    }  # fmt: skip
    assert states(again, anew, translated)["a"] is State.STALE
    assert states(again, KHMER, right)["a"] is State.STALE


def test_a_part_that_is_gone_becomes_the_translations_own_when_confirmed():
    mine = [node("x"), Leaf(("x", "inside"), Form.PLAIN, "y", ChangedPart("x"))]
    seen = believed(mine, mine)

    assert states([], mine, seen) == {"x/#part": State.GONE}
    assert states([], mine, confirmed(seen, [], {"x/#part"})) == {}


def test_keys_of_paragraphs_are_no_words():
    now = [leaf("b", '<p data-block-key="x1">Two</p>', Form.RICH)]
    assert states(now, [leaf("b", "<p>ពីរ</p>", Form.RICH)], {"b": ["<p>Two</p>"]}) == {
        "b": State.FINE
    }


@pytest.mark.parametrize(
    ("mine", "theirs", "then", "state"),
    [
        (7, 7, 6, State.FINE),
        (7, 6, 6, State.STALE),
        (7, 8, 7, State.FINE),
    ],
)
def test_settings_are_behind_only_where_the_source_changed_and_they_did_not(
    mine, theirs, then, state
):
    source, other = ([leaf("v", value, Form.VALUE)] for value in (mine, theirs))
    assert states(source, other, {"v": [then]}) == {"v": state}
    assert states(source, other, {}) == states(source, [], {}) == {"v": State.FINE}


def test_an_order_is_compared_by_what_both_have():
    source, other = [leaf("o", ["a", "new", "b"], Form.ORDER)], [leaf("o", ["a", "b"], Form.ORDER)]
    swapped = [leaf("o", ["b", "a"], Form.ORDER)]

    assert states(source, other, {"o": [["a", "b"]]}) == {"o": State.FINE}
    assert states(source, swapped, {"o": [["b", "a"]]}) == {"o": State.STALE}
    assert states(source, swapped, {"o": [["a", "b"]]}) == {"o": State.FINE}


def test_where_nobody_knows_the_old_words_every_text_is_behind():
    found = segments(BASE, KHMER, unknown(KHMER))

    assert [each.state for each in found][:2] == [State.STALE, State.STALE]
    assert found[0].before is None
