"""Tests of runs: the copy a run has or would take, who is due which form, and what came out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from courses.choices import Moment
from courses.models import CourseRun, Enrollment, KnowledgeTest, RunTest, Sitting, TakenTest
from courses.models.knowledge import AboutTest
from courses.rules.knowledge import State, first_forms, form_due, is_passed, state, worth

#: Points and form, as they stand on paper.
Score = tuple[int, str]


@dataclass(frozen=True)
class Outcome:
    """`worth` is in hundredths of a per cent."""

    worth: int
    is_passed: bool


@dataclass
class Line:
    """One person on the run at one moment of its test."""

    row: Enrollment
    form: str
    result: TakenTest | None = None
    sitting: Sitting | None = None

    @property
    def score(self) -> Score | None:
        return score_of(self.result)


def score_of(result: TakenTest | None) -> Score | None:
    return (result.score, result.form) if result else None


def run_test(run: CourseRun) -> RunTest | None:
    """The copy that the run has taken. One query."""
    return RunTest.objects.filter(run=run).first()


def current_test_of(run: CourseRun) -> AboutTest | None:
    """The run's own copy, else the test of the course that it would take. At most two queries."""
    current = KnowledgeTest.objects.current().filter(course=run.course_id)
    return run_test(run) or current.first()


def has_test(run: CourseRun) -> bool:
    """Whether the run has a test, or its course has one to take. One query."""
    own = Q(run_tests__run=run) | Q(course=run.course_id, is_archived=False)
    return KnowledgeTest.objects.filter(own).exists()


def results_of(run: CourseRun) -> QuerySet[TakenTest]:
    """The results of everybody on the run but of who left it."""
    places = Enrollment.objects.enrolled().filter(run=run)
    return TakenTest.objects.filter(enrollment__in=places.order_by().values("pk"))


def outcome(test: AboutTest, result: TakenTest) -> Outcome:
    return Outcome(
        worth(result.score, result.max_score),
        is_passed(result.score, result.max_score, test.pass_percent),
    )


def lines(run: CourseRun, moment: Moment) -> list[Line]:
    """Everybody enrolled, in reading order, with the form that is due and what she scored. Two
    queries."""
    return _lines(places_of(run), moment, _by_place(results_of(run)))


def places_of(run: CourseRun) -> list[Enrollment]:
    """Everybody enrolled, in reading order."""
    places = Enrollment.objects.enrolled().filter(run=run).select_related("person", "employer")
    return list(places.order_by("person__sort_key", "person_id"))


def _by_place(rows: Iterable) -> dict[tuple[int, str], Any]:
    return {(row.enrollment_id, row.moment): row for row in rows}


def _lines(
    rows: list[Enrollment], moment: Moment, results: dict[tuple[int, str], TakenTest]
) -> list[Line]:
    firsts = firsts_of(rows)
    return [
        Line(
            row,
            form_due(
                firsts[row.pk],
                is_post=moment == Moment.POST,
                taken_before=_form(results.get((row.pk, Moment.PRE))),
            ),
            results.get((row.pk, moment)),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Panel:
    """One moment of the run's test, with everybody enrolled."""

    moment: Moment
    state: State
    lines: list[Line]

    @property
    def handed_in(self) -> int:
        return sum(line.result is not None for line in self.lines)

    @property
    def answering(self) -> int:
        return sum(line.sitting is not None for line in self.lines)


def panels(run: CourseRun) -> list[Panel]:
    """The pre-test and the post-test of a run. Four queries, whatever the number of people."""
    test, rows, results = run_test(run), places_of(run), _by_place(results_of(run))
    sittings = _by_place(Sitting.objects.filter(enrollment__run=run))
    found = []
    for moment in Moment:
        lines = _lines(rows, moment, results)
        for line in lines:
            line.sitting = sittings.get((line.row.pk, moment))
        times = (test.opened_at(moment), test.closed_at(moment)) if test else (None, None)
        found.append(Panel(moment, state(*times), lines))
    return found


@dataclass(frozen=True)
class Summary:
    """What a run learned. `gain` is in percentage points, over the people with both results; None
    where nobody has both."""

    people: int
    matched: int
    gain: float | None
    took_post: int
    passed: int


def summary(test: AboutTest | None, found: list[Panel]) -> Summary | None:
    """Of who is enrolled now; None before anybody has a result."""
    pre, post = (
        {line.row.pk: line.result for line in panel.lines if line.result} for panel in found
    )
    if test is None or not (pre or post):
        return None
    matched = [(outcome(test, pre[pk]), outcome(test, post[pk])) for pk in pre if pk in post]
    gains = [after.worth - before.worth for before, after in matched]
    return Summary(
        people=len(found[0].lines),
        matched=len(gains),
        gain=round(sum(gains) / len(gains) / 100, 1) if gains else None,
        took_post=len(post),
        passed=sum(outcome(test, result).is_passed for result in post.values()),
    )


def firsts_of(rows: Iterable[Enrollment]) -> dict[int, str]:
    """The first form of each: her own, or the one that she will get; see `actions.knowledge`."""
    rows = sorted(rows, key=lambda row: row.pk)
    given = {row.pk: row.first_form for row in rows if row.first_form}
    return given | first_forms(given.values(), [row.pk for row in rows if not row.first_form])


def _form(result: TakenTest | None) -> str | None:
    return result.form if result else None
