"""What an author set for a quiz, and what follows."""

from datetime import datetime, timedelta

import pytest

from courses.rules.questions import Pool
from courses.rules.quiz import (
    GRACE,
    Quiz,
    attempts_left,
    ends_at,
    is_late,
    quiz_of,
    tells_notes,
)

BEGUN = datetime(2026, 6, 1, 9)


def stored(kind="true_false", pool="", name="q"):
    value = {"question": name, "is_true": True, "guide": "", "pool": pool}
    return {"type": kind, "id": name, "value": value}


def test_a_quiz_from_before_there_were_settings_has_no_limits():
    quiz = quiz_of({"title": "Old", "questions": [stored()]})
    assert quiz == Quiz("Old", quiz.questions)
    assert (quiz.has_limits, quiz.is_for_people_only, quiz.length) == (False, False, 1)


def test_settings_are_read_as_a_page_stores_them():
    quiz = quiz_of(
        {
            "title": "New",
            "questions": [stored(pool="a", name=str(n)) for n in range(3)] + [stored(name="x")],
            "pools": [{"type": "item", "id": "1", "value": {"name": " a ", "count": 2}}],
            "shuffle": True,
            "pass_percent": 70,
            "attempts": 2,
            "minutes": 10,
            "notes": "passed",
        }
    )
    assert (quiz.pools, quiz.length, quiz.pass_percent) == ((Pool("a", 2),), 3, 70)
    assert quiz.has_limits and quiz.is_for_people_only and len(quiz.drawn("seed")) == 3


def test_written_answers_are_for_people_whom_one_can_tell():
    assert quiz_of({"title": "", "questions": [stored("written")]}).is_for_people_only


def test_a_slow_line_is_not_late():
    end = ends_at(BEGUN, 10)
    assert end == BEGUN + timedelta(minutes=10)
    assert not is_late(BEGUN, 10, end + GRACE)
    assert is_late(BEGUN, 10, end + GRACE + timedelta(seconds=1))
    assert ends_at(BEGUN, 0) is None and not is_late(BEGUN, 0, BEGUN + timedelta(days=9))


def test_attempts_run_out_only_where_they_are_counted():
    assert attempts_left(Quiz("", ()), 99) is None
    assert [attempts_left(Quiz("", (), attempts=2), used) for used in (0, 1, 2, 3)] == [2, 1, 0, 0]


@pytest.mark.parametrize(
    ("settings", "percents", "needed", "told"),
    [
        ({}, [0], 80, True),
        ({"notes": "passed"}, [79], 80, False),
        ({"notes": "passed"}, [20, 80], 80, True),
        ({"notes": "passed", "pass_percent": 50}, [50], 80, True),
        ({"notes": "passed"}, [99], None, False),
        ({"notes": "passed", "attempts": 2}, [10, 20], 80, True),
    ],
)
def test_notes_are_told_when_the_author_wants(settings, percents, needed, told):
    assert tells_notes(Quiz("", (), **settings), percents, needed) == told
