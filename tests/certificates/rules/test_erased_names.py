"""What is kept of an erased name recognizes it, however it is typed, and tells nothing else."""

from certificates.rules.erased_names import hashes_of, is_name_of, keys_of

NAMES = ("ម៉ៅ វិច្ឆិកា", "MAO Vichheka")
KEPT = hashes_of(NAMES, b"salt" * 4)


def test_the_printed_name_is_known_in_either_script_and_word_order():
    typed = ["ម៉ៅ វិច្ឆិកា", "ម៉ៅវិច្ឆិកា", "MAO Vichheka", "mao vichheka", "Vichheka  MAO", "Máo VICHHEKA"]

    assert [is_name_of(each, KEPT) for each in typed] == [True] * len(typed)


def test_other_names_and_nothing_are_not_known():
    typed = ["", " ", "Mao", "MAO Vichhekas", "ម៉ៅ វិច្ឆិ", "MAO Vichheka MAO", "*", "%"]

    assert [is_name_of(each, KEPT) for each in typed] == [False] * len(typed)


def test_nothing_of_the_name_stands_in_what_is_kept_and_salts_differ():
    assert not any(key in kept for kept in KEPT for key in keys_of(*NAMES))
    assert set(KEPT).isdisjoint(hashes_of(NAMES, b"tlas" * 4))
    assert keys_of("", " ") == []
