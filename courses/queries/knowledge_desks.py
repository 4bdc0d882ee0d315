"""A test before somebody who answers it: what is asked, in which form, and until when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from courses.choices import EnrollmentStatus, Moment, RunStatus
from courses.models import (
    CourseRun,
    Enrollment,
    KnowledgeTest,
    RunTest,
    Sitting,
    TakenTest,
)
from courses.models.knowledge import FIELDS
from courses.rules.knowledge import ends_at, form_due, is_too_late
from courses.rules.questions import Question, as_stored, draw, from_stored, questions_of
from courses.rules.questions.grading import Answer


@dataclass(frozen=True)
class Desk:
    """The test as it stands for one person. `given` are the answers that were kept, in the language
    in which they are asked now."""

    test: RunTest
    is_open: bool
    length: int
    sitting: Sitting | None
    result: TakenTest | None
    language: str = ""
    questions: tuple[Question, ...] = ()
    given: tuple[Answer, ...] = ()
    ends_at: datetime | None = None
    is_over: bool = False


def desk_of(place: Enrollment, moment: Moment, language: str, now: datetime) -> Desk | None:
    """None where the run has no test yet. Three queries."""
    test = RunTest.objects.filter(run=place.run_id).select_related("run").first()
    if test is None:
        return None
    result = TakenTest.objects.filter(enrollment=place, moment=moment).first()
    sitting = Sitting.objects.filter(enrollment=place, moment=moment).first()
    may_answer = place.status == EnrollmentStatus.ENROLLED and test.run.status == RunStatus.PLANNED
    can_answer = may_answer and test.is_open(moment)
    if result or sitting is None or not can_answer:
        return Desk(test, can_answer, test.max_score, None, result)
    spoken = language_of(test, sitting.form, language)
    kept = sitting.answers
    return Desk(
        test,
        can_answer,
        test.max_score,
        sitting,
        None,
        language=spoken,
        questions=questions_of_form(test, sitting.form, spoken),
        given=tuple(kept["given"]) if kept["language"] == spoken else (),
        ends_at=ends_at(sitting.started_at, test.minutes),
        is_over=is_too_late(sitting.started_at, test.minutes, now),
    )


@dataclass(frozen=True)
class OpenTest:
    """A test that somebody could answer now."""

    row: Enrollment
    moment: Moment


def with_tests_taken(rows: QuerySet[Enrollment]) -> QuerySet[Enrollment]:
    """The enrolments with whether the tests at each moment are handed in: `has_pre`, `has_post`."""
    taken = TakenTest.objects.filter(enrollment=OuterRef("pk"))
    return rows.annotate(**{f"has_{each}": Exists(taken.filter(moment=each)) for each in Moment})


def open_tests(rows: Iterable[Enrollment]) -> list[OpenTest]:
    """What can be answered now, of the rows of `with_tests_taken` with `run__test` at hand."""
    return [
        OpenTest(row, moment)
        for row in rows
        if row.status == EnrollmentStatus.ENROLLED and row.run.status == RunStatus.PLANNED
        for moment in Moment
        if _is_open(row.run, moment) and not getattr(row, f"has_{moment}")
    ]


def _is_open(run: CourseRun, moment: Moment) -> bool:
    return hasattr(run, "test") and run.test.is_open(moment)


def is_open(run: CourseRun, moment: Moment) -> bool:
    """Whether people of the run may answer now."""
    test = RunTest.objects.of_planned_runs().filter(run=run).first()
    return test is not None and test.is_open(moment)


def form_of(place: Enrollment, moment: Moment) -> str:
    """The form that is due to somebody who has a first form. One query."""
    before = TakenTest.objects.filter(enrollment=place, moment=Moment.PRE).first()
    return form_due(
        place.first_form, is_post=moment == Moment.POST, taken_before=before and before.form
    )


def questions_of_form(test: RunTest, form: str, language: str) -> tuple[Question, ...]:
    """What a form asks in a language, or in the one that there is."""
    told = test.forms[form]
    stored = told.get(language) or next(iter(told.values()))
    return tuple(from_stored(question) for question in stored)


def language_of(test: RunTest, form: str, language: str) -> str:
    """The language in which `questions_of_form` asks."""
    told = test.forms[form]
    return language if language in told else next(iter(told))


def forms_of(source: KnowledgeTest) -> dict[str, dict[str, list[dict]]]:
    """By form and language what the test asks now, as it is frozen. What is to be put in order or
    matched is mixed, for everybody in the same way; a question has one id in all languages. Forms
    without questions are left out."""
    found: dict[str, dict[str, list[dict]]] = {}
    for form, asked in asked_in(source).items():
        first = next(iter(asked.values()))
        for language, questions in asked.items():
            named = [_named_as(one, each) for one, each in zip(first, questions, strict=True)]
            shown = draw(named, seed=f"{source.pk}{form}")
            told = found.setdefault(form, {})
            told[language] = [as_stored(question) for question in shown]
    return found


def asked_in(source: KnowledgeTest) -> dict[str, dict[str, tuple[Question, ...]]]:
    """The questions of a test as they are written now, by form and language."""
    found: dict[str, dict[str, tuple[Question, ...]]] = {}
    for form, fields in FIELDS.items():
        for field in fields:
            if blocks := getattr(source, field).raw_data:
                language = field.rpartition("_")[2]
                found.setdefault(form, {})[language] = questions_of(blocks)
    return found


def _named_as(first: Question, question: Question) -> Question:
    """The question in another language under the ids of the first one."""
    if len(first.parts) != len(question.parts):
        return replace(question, id=first.id)
    parts = zip(first.parts, question.parts, strict=True)
    named = tuple(replace(part, id=one.id) for one, part in parts)
    return replace(question, id=first.id, parts=named)
