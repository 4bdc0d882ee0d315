"""What a course file would change, and a mark by which it is known again."""

from dataclasses import replace

from courses.adapters.course_files import FilePage, Tag
from courses.rules.course_arrival import (
    CHANGED,
    ELSEWHERE,
    NEW,
    SAME,
    Arrival,
    FactDifference,
    PageVerdict,
    fact_differences,
)
from courses.rules.page_changes import ChangedPart
from tests.courses.adapters.course_files.test_reading import FACTS

PAGE = FilePage("lesson", "key", "en", "one", {})


def arrival(*states, changes=()):
    return Arrival(tuple(PageVerdict(PAGE, state, changes=changes) for state in states))


def test_only_new_and_changed_pages_are_work():
    assert arrival(SAME, NEW).has_work and arrival(CHANGED).has_work
    assert not arrival(SAME, ELSEWHERE).has_work
    assert [PageVerdict(PAGE, state).stays_out for state in (NEW, SAME, CHANGED, ELSEWHERE)] == [
        *(False, False, False),
        True,
    ]


def test_another_effect_has_another_mark():
    marks = {
        arrival(NEW).mark,
        arrival(SAME).mark,
        arrival(CHANGED, changes=(ChangedPart("text", 1),)).mark,
        arrival(CHANGED, changes=(ChangedPart("text", 2),)).mark,
    }
    assert len(marks) == 4
    assert arrival(NEW).mark == arrival(NEW).mark


def test_facts_that_are_other_ones_here_are_told_and_the_rule_as_a_whole():
    there = replace(
        FACTS,
        code="OTHER",
        planned_minutes=180,
        outcomes=(Tag("safer", "Safer work", ""),),
        rule=FACTS.rule | {"min_test_percent": 80},
    )

    assert fact_differences(FACTS, FACTS) == ()
    assert fact_differences(FACTS, there) == (
        FactDifference("planned_minutes", 360, 180),
        FactDifference("outcomes", (), there.outcomes),
        FactDifference("rule", FACTS.rule, there.rule),
    )
