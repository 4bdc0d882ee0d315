"""How often is too often."""

from courses.adapters.pace import is_too_fast


def test_more_than_allowed_in_a_while_is_too_fast():
    tries = [is_too_fast("form", "127.0.0.1", at_most=2, seconds=60) for _ in range(4)]
    assert tries == [False, False, True, True]


def test_everybody_is_counted_alone():
    is_too_fast("form", "127.0.0.1", at_most=1, seconds=60)
    assert not is_too_fast("form", "127.0.0.2", at_most=1, seconds=60)
    assert not is_too_fast("other", "127.0.0.1", at_most=1, seconds=60)


def test_nothing_may_be_allowed():
    assert is_too_fast("form", "127.0.0.1", at_most=0, seconds=60)
