"""What is remembered for a while."""

from courses.adapters.memory import forget, remembered


def test_a_thing_is_made_once_until_everything_is_forgotten():
    made = iter(range(9))
    assert [remembered("n", lambda: next(made)) for _ in range(3)] == [0, 0, 0]
    forget()
    assert remembered("n", lambda: next(made)) == 1
    forget()
    assert remembered("n", lambda: next(made)) == 2


def test_nothing_is_a_thing_too():
    calls = []
    for _ in range(2):
        assert remembered("none", lambda: calls.append(1)) is None
    assert calls == [1]
