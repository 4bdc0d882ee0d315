"""Written answers of the people on a run: those that wait for a trainer, and those marked."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from courses.models import CourseRun, Enrollment, Person, QuizAttempt
from courses.queries.quizzes import questions_in
from courses.rules.questions import Kind, Question

MOST_ATTEMPTS = 50


@dataclass(frozen=True)
class WrittenAnswer:
    """`number` is the position of the question in the attempt; `share` None while it waits."""

    attempt: QuizAttempt
    number: int
    question: Question
    words: str
    share: float | None
    remark: str

    @property
    def person(self) -> Person:
        return self.attempt.person

    @property
    def id(self) -> str:
        return f"answer-{self.attempt.uuid}-{self.number}"


def attempts_on(run: CourseRun) -> QuerySet[QuizAttempt]:
    """What the people on a run handed in to quizzes of its course, the oldest first."""
    people = Enrollment.objects.enrolled().filter(run=run).order_by().values("person")
    rows = QuizAttempt.objects.handed_in().filter(course=run.course_id, person__in=people)
    return rows.order_by("submitted_at", "pk")


def count_waiting(run: CourseRun) -> int:
    return attempts_on(run).filter(waiting__gt=0).aggregate(all=Sum("waiting"))["all"] or 0


def written_answers(run: CourseRun, *, waiting: bool) -> list[WrittenAnswer]:
    """Those that wait, or those that a person marked, of at most MOST_ATTEMPTS attempts. One
    query."""
    rows = attempts_on(run).select_related("person")
    rows = rows.filter(waiting__gt=0) if waiting else rows.exclude(remarks=[]).reverse()
    return [
        answer
        for attempt in rows[:MOST_ATTEMPTS]
        for answer in _written(attempt)
        if (answer.share is None) == waiting
    ]


def _written(attempt: QuizAttempt) -> list[WrittenAnswer]:
    remarks = attempt.remarks or [""] * len(attempt.questions)
    parts = zip(questions_in(attempt), attempt.answers, attempt.shares, remarks, strict=False)
    return [
        WrittenAnswer(attempt, number, question, words, share, remark)
        for number, (question, words, share, remark) in enumerate(parts)
        if question.kind is Kind.WRITTEN and words
    ]


def with_answers(runs: QuerySet[CourseRun]) -> QuerySet[CourseRun]:
    """The runs on which written answers wait; `to_mark` says how many."""
    people = Enrollment.objects.enrolled().filter(
        run=OuterRef(OuterRef("pk")), person=OuterRef("person")
    )
    waiting = QuizAttempt.objects.waiting().filter(Exists(people), course=OuterRef("course"))
    sums = waiting.order_by().values("course").annotate(all=Sum("waiting")).values("all")
    rows = runs.annotate(to_mark=Coalesce(Subquery(sums), 0)).filter(to_mark__gt=0)
    return rows.select_related("course", "host").order_by("starts_on", "pk")
