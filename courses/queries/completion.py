"""The facts that the completion rule needs, for all people of a run at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet
from django.utils import timezone

from courses.choices import ATTENDED, Moment, SessionStatus
from courses.models import (
    RULE_FIELDS,
    Attendance,
    CompletionRule,
    CoursePage,
    CourseRun,
    Enrollment,
    LessonPage,
    LessonProgress,
    QuizAttempt,
    Session,
    TakenTest,
    TaskMark,
)
from courses.queries.made_up import made_up_for
from courses.rules.completion import Facts, PostTest, Rule, Slot, TaskResult
from courses.rules.progress import MadeUp
from courses.rules.rubric import DEFAULT_PASS_PERCENT

RULE_NAMES = tuple(name for name in RULE_FIELDS if not name.startswith("task_"))


def rule_of(owner: CompletionRule) -> Rule:
    """The rule that a course or run carries in its fields."""
    percent = owner.task_pass_percent or DEFAULT_PASS_PERCENT
    return Rule(
        **{name: getattr(owner, name) for name in RULE_NAMES},
        task_percent=percent if owner.task_rubric else None,
    )


def facts_of(run: CourseRun, enrollments: Iterable[Enrollment]) -> dict[int, Facts]:
    """Facts by enrolment id. At most seven queries, whatever the number of people."""
    return facts_of_runs([run], enrollments)


def facts_of_runs(runs: Sequence[CourseRun], enrollments: Iterable[Enrollment]) -> dict[int, Facts]:
    """The same for runs of one course with one rule; as many queries as for one of them."""
    enrollments = list(enrollments)
    slots = _slots(runs, enrollments)
    lessons, quizzes = _learning(runs[0], enrollments)
    tests, tasks = post_tests(enrollments, runs), task_results(enrollments, runs)
    return {
        enrollment.pk: Facts(
            slots=slots[enrollment.pk],
            lessons=lessons[enrollment.person_id],
            quizzes=quizzes[enrollment.person_id],
            task_done_on=enrollment.task_done_on,
            post_test=tests.get(enrollment.pk),
            task_result=tasks.get(enrollment.pk),
        )
        for enrollment in enrollments
    }


def post_tests(enrollments: Iterable[Enrollment], runs: Iterable[CourseRun]) -> dict[int, PostTest]:
    """By enrolment id, the results of post-tests. One query where the rule of a run asks for it."""
    if all(run.min_test_percent is None for run in runs):
        return {}
    rows = TakenTest.objects.filter(enrollment__in=enrollments, moment=Moment.POST)
    return {
        row.enrollment_id: PostTest(row.score, row.max_score, timezone.localdate(row.taken_at))
        for row in rows.defer("answers")
    }


def task_results(
    enrollments: Iterable[Enrollment], runs: Iterable[CourseRun]
) -> dict[int, TaskResult]:
    """By enrolment id, what the marks of tasks come to. One query where a run has a rubric."""
    if not any(run.is_task_marked for run in runs):
        return {}
    rows = TaskMark.objects.current().filter(enrollment__in=enrollments)
    return {
        row.enrollment_id: TaskResult(row.score, row.max_score, row.done_on)
        for row in rows.only("enrollment", "score", "max_score", "done_on")
    }


def _slots(runs: Sequence[CourseRun], enrollments: list[Enrollment]) -> dict[int, tuple[Slot, ...]]:
    numbers = [run.pk for run in runs]
    sessions = defaultdict(list)
    for session in Session.objects.filter(run__in=numbers).taking_place().named():
        sessions[session.run_id].append(session)
    marks = {
        (mark.enrollment_id, mark.session_id): mark
        for mark in Attendance.objects.filter(
            session__run__in=numbers, enrollment__in=[enrollment.pk for enrollment in enrollments]
        )
    }
    some_missed = any(mark.credited_minutes == 0 for mark in marks.values())
    made_up = made_up_for([each.pk for each in enrollments]) if some_missed else {}
    return {
        enrollment.pk: tuple(
            _slot(
                session,
                marks.get((enrollment.pk, session.pk)),
                made_up.get(enrollment.pk, {}).get(session.pk),
            )
            for session in sessions[enrollment.run_id]
        )
        for enrollment in enrollments
    }


def _slot(session, mark: Attendance | None, made_up: MadeUp | None) -> Slot:
    """What was made up for counts on the day on which it was."""
    if made_up:
        credited = min(session.planned_minutes, made_up.minutes)
        return Slot(made_up.day, session.planned_minutes, credited, is_attended=True)
    counts = mark is not None and session.status == SessionStatus.HELD
    return Slot(
        day=session.day,
        planned=session.planned_minutes,
        credited=mark.credited_minutes if counts else 0,
        is_attended=counts and mark.presence in ATTENDED and mark.credited_minutes > 0,
    )


def _learning(run: CourseRun, enrollments: list[Enrollment]):
    """Days on which lessons were read and quizzes first passed, by person id."""
    people = [enrollment.person_id for enrollment in enrollments]
    if not (run.needs_lessons or run.min_quiz_percent is not None):
        return defaultdict(tuple), defaultdict(tuple)
    keys, quiz_keys = lesson_keys(run.course_id)
    read = {
        (progress.person_id, progress.lesson_key): timezone.localdate(progress.read_at)
        for progress in LessonProgress.objects.read().filter(person__in=people, lesson_key__in=keys)
    }
    passed: dict[tuple, date] = {}
    attempts = QuizAttempt.objects.handed_in().defer("questions", "answers")
    attempts = attempts.filter(person__in=people, lesson_key__in=quiz_keys)
    for attempt in attempts.order_by("-submitted_at"):
        if attempt.percent >= (run.min_quiz_percent or 0):
            day = timezone.localdate(attempt.submitted_at)
            passed[attempt.person_id, attempt.lesson_key] = day
    return (
        {person: tuple(read.get((person, key)) for key in keys) for person in people},
        {person: tuple(passed.get((person, key)) for key in quiz_keys) for person in people},
    )


def lesson_keys(course_id: int) -> tuple[list, list]:
    """Translation keys of a course's live lessons, and of those that have a quiz."""
    keys: dict = {}
    for lesson in lessons_of(course_id):
        keys[lesson.translation_key] = keys.get(lesson.translation_key) or lesson.quiz is not None
    return list(keys), [key for key, has_quiz in keys.items() if has_quiz]


def lessons_of(course_id: int) -> QuerySet[LessonPage]:
    """Live lessons below the live pages of a course, in every language, in page order."""
    paths = CoursePage.objects.live().filter(course=course_id).values_list("path", flat=True)
    below = reduce(or_, (Q(path__startswith=path) for path in paths), Q(pk__in=[]))
    return LessonPage.objects.live().filter(below).order_by("path")
