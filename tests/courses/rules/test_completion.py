"""Whether somebody completed a run, since when, and what is missing."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from courses.rules.completion import (
    Facts,
    Missing,
    PostTest,
    Rule,
    Slot,
    TaskResult,
    Verdict,
    judge,
)

DAYS = [date(2026, 5, 4), date(2026, 5, 4), date(2026, 5, 5), date(2026, 5, 5)]


def slots(*credited):
    return tuple(
        Slot(day, 180, minutes, is_attended=minutes > 0)
        for day, minutes in zip(DAYS, credited, strict=True)
    )


def test_eighty_per_cent_of_the_minutes_are_enough():
    verdict = judge(Rule(min_attendance_percent=80), Facts(slots(180, 180, 155, 61)))

    assert verdict == Verdict(576, 720, met_on=date(2026, 5, 5))


def test_one_minute_less_is_not_enough_and_says_so():
    verdict = judge(Rule(min_attendance_percent=80), Facts(slots(180, 180, 155, 60)))

    assert verdict == Verdict(575, 720, missing=(Missing("minutes", 575, 576),))
    assert verdict.missing_as_json() == [{"code": "minutes", "have": 575, "need": 576}]
    assert not verdict.is_met


def test_the_day_is_that_of_the_last_requirement():
    facts = Facts(
        slots(180, 180, 180, 180),
        lessons=(date(2026, 5, 1), date(2026, 5, 9)),
        quizzes=(date(2026, 5, 2),),
        task_done_on=date(2026, 6, 1),
    )
    every = Rule(80, 4, 60, needs_lessons=True, needs_task=True)

    assert judge(every, facts).met_on == date(2026, 6, 1)


def test_everything_that_is_missing_is_named():
    facts = Facts(slots(180, 0, 0, 0), lessons=(date(2026, 5, 1), None), quizzes=(None,))
    every = Rule(80, 2, 60, needs_lessons=True, needs_task=True)

    assert judge(every, facts).missing == (
        Missing("minutes", 180, 576),
        Missing("sessions", 1, 2),
        Missing("lessons", 1, 2),
        Missing("quizzes", 0, 1),
        Missing("task", 0, 1),
    )


def test_nobody_completes_without_having_come():
    assert judge(Rule(), Facts(slots(0, 0, 0, 0))).missing == (Missing("attendance", 0, 1),)
    assert judge(Rule(min_attendance_percent=80), Facts()).met_on is None


def test_a_course_without_lessons_asks_for_none():
    verdict = judge(Rule(needs_lessons=True, min_quiz_percent=60), Facts(slots(180, 0, 0, 0)))

    assert verdict.met_on == date(2026, 5, 4)


ONE_OF_THREE = Facts(slots(180, 0, 0, 0), post_test=PostTest(1, 3, date(2026, 5, 7)))


def test_the_day_of_the_post_test_counts_when_it_is_the_last_one():
    verdict = judge(Rule(min_attendance_percent=25, min_test_percent=33), ONE_OF_THREE)

    assert verdict.met_on == date(2026, 5, 7)


def test_a_post_test_below_the_mark_says_both_numbers():
    verdict = judge(Rule(min_test_percent=34), ONE_OF_THREE)

    assert verdict.missing == (Missing("test_result", 33, 34),)


def test_a_post_test_that_nobody_took_is_not_the_same_as_no_points():
    assert judge(Rule(min_test_percent=60), Facts(slots(180, 0, 0, 0))).missing == (
        Missing("test", 0, 60),
    )


@given(percent=st.integers(1, 100), points=st.integers(1, 1000), data=st.data())
def test_what_is_told_is_never_the_mark_itself_when_it_is_missed(percent, points, data):
    taken = PostTest(data.draw(st.integers(0, points)), points, date(2026, 5, 5))
    verdict = judge(Rule(min_test_percent=percent), Facts(slots(180, 0, 0, 0), post_test=taken))

    assert verdict.is_met == (Fraction(taken.score, points) >= Fraction(percent, 100))
    assert all(missing.have < missing.need for missing in verdict.missing)


def test_a_task_with_a_rubric_is_done_by_its_marks_and_not_by_a_tick():
    came, rule = slots(180, 180, 180, 180), Rule(80, needs_task=True, task_percent=60)
    ticked = Facts(came, task_done_on=date(2026, 6, 1))
    low = Facts(came, task_result=TaskResult(8, 15, date(2026, 6, 1)))
    enough = Facts(came, task_result=TaskResult(9, 15, date(2026, 6, 2)))

    assert judge(rule, ticked).missing == (Missing("task_mark", 0, 60),)
    assert judge(rule, low).missing == (Missing("task_result", 53, 60),)
    assert judge(rule, enough).met_on == date(2026, 6, 2)
    assert judge(Rule(80), low).is_met
