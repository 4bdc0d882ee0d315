"""What a person sees of her own training: next date, progress, waiting, lessons, and what was."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import OuterRef, Q, QuerySet
from django.utils import timezone

from courses.choices import EnrollmentStatus, RunStatus
from courses.models import (
    CoursePage,
    CourseRun,
    Enrollment,
    LessonPage,
    LessonProgress,
    Person,
    QuizAttempt,
)
from courses.queries.completion import post_tests, rule_of, task_results
from courses.queries.feedback import is_asked
from courses.queries.knowledge_desks import OpenTest, open_tests, with_tests_taken
from courses.queries.learning import GONE, Standing
from courses.queries.lesson_parts import anchor_of, part_keys
from courses.queries.offers import half_days_of, with_marks
from courses.queries.runs import enrollments, number_of
from courses.rules.completion import Facts, Slot, TaskResult, judge
from courses.rules.lessons import Place, go_on
from courses.rules.progress import HalfDay, outlook

NEVER = datetime(1, 1, 1, tzinfo=UTC)


def person_of(user: AbstractBaseUser) -> Person | None:
    """The person behind a login, or None."""
    return Person.objects.filter(user=user).first() if user.is_authenticated else None


@dataclass(frozen=True)
class MyRun:
    """One of the person's runs, with the page of its course in the language of the screen;
    `position` counts on the waiting list from one."""

    enrollment: Enrollment
    standing: Standing
    page: CoursePage | None = None
    is_over: bool = False
    may_withdraw: bool = False
    is_asked: bool = False
    task_result: TaskResult | None = None

    @property
    def run(self) -> CourseRun:
        return self.enrollment.run

    @property
    def position(self) -> int:
        return self.enrollment.ahead + 1


@dataclass(frozen=True)
class NextDate:
    run: MyRun
    half_day: HalfDay


@dataclass(frozen=True)
class Reading:
    """A course with lessons that are still to read, and the one to go on with, from the part whose
    anchor is `anchor` where she stopped in the middle."""

    page: CoursePage
    next_lesson: LessonPage
    read: int
    total: int
    anchor: str = ""


@dataclass(frozen=True)
class MyTraining:
    person: Person
    next_date: NextDate | None = None
    current: list[MyRun] = field(default_factory=list)
    waiting: list[MyRun] = field(default_factory=list)
    cancelled: list[MyRun] = field(default_factory=list)
    earlier: list[MyRun] = field(default_factory=list)
    reading: list[Reading] = field(default_factory=list)
    tests: list[OpenTest] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.current or self.waiting or self.cancelled or self.earlier or self.reading)


def my_training(person: Person, now: datetime, language: str) -> MyTraining:
    """Everything on the person's page in at most ten queries, however long the history is."""
    today = timezone.localdate(now)
    rows = list(_enrollments(person))
    half_days = half_days_of([row.run_id for row in rows], now)
    half_days = with_marks(half_days, [row.pk for row in rows], now)
    learning = _Learning(person, {row.run.course_id for row in rows}, language)
    on = [row.run for row in rows]
    found = post_tests(rows, on), task_results(rows, on)
    results = {row.pk: [each.get(row.pk) for each in found] for row in rows}
    runs = [
        _my_run(row, half_days.get(row.run_id, ()), learning, today, results[row.pk])
        for row in rows
    ]
    runs.sort(key=lambda each: (each.run.starts_on or date.max, each.run.pk))
    seats = [each for each in runs if each.enrollment.status == EnrollmentStatus.ENROLLED]
    held = [each for each in seats if each.run.status != RunStatus.CANCELLED]
    current = [each for each in held if not each.is_over and not each.standing.met_on]
    return MyTraining(
        person=person,
        next_date=_next_date(held),
        current=current,
        waiting=[
            each
            for each in runs
            if each not in seats and not each.is_over and each.run.status == RunStatus.PLANNED
        ],
        cancelled=[
            each for each in runs if each.run.status == RunStatus.CANCELLED and not each.is_over
        ],
        earlier=[each for each in reversed(held) if each not in current],
        reading=learning.readings({each.run.course_id for each in current}),
        tests=open_tests(rows),
    )


def own_enrollments(person: Person) -> QuerySet[Enrollment]:
    """The person's enrolments that hold; what was withdrawn, declined or merged is left out."""
    return Enrollment.objects.filter(person=person).exclude(status__in=GONE)


def _enrollments(person: Person) -> QuerySet[Enrollment]:
    earlier = enrollments(EnrollmentStatus.WAITLISTED)
    earlier = earlier.filter(
        Q(status_since__lt=OuterRef("status_since"))
        | Q(status_since=OuterRef("status_since"), pk__lt=OuterRef("pk"))
    )
    rows = own_enrollments(person).annotate(ahead=number_of(earlier, "run", "run"))
    rows = with_tests_taken(rows)
    related = ("run__course", "run__host", "run__venue", "run__province")
    return rows.select_related(*related, "run__test", "run__feedback")


def _my_run(row: Enrollment, half_days, learning: "_Learning", today: date, results: list) -> MyRun:
    run, rule = row.run, rule_of(row.run)
    post_test, task_result = results
    has_come = any(each.was_attended for each in half_days)
    verdict = judge(
        rule,
        Facts(
            slots=tuple(_slot(each) for each in half_days),
            lessons=tuple(learning.read_days(run.course_id)),
            quizzes=tuple(learning.passed_days(run.course_id, run.min_quiz_percent or 0)),
            task_done_on=row.task_done_on,
            post_test=post_test,
            task_result=task_result,
        ),
    )
    return MyRun(
        enrollment=row,
        standing=Standing(
            run=run,
            status=row.status,
            half_days=half_days,
            outlook=outlook(rule, half_days),
            missing=tuple(verdict.missing_as_json()),
            met_on=verdict.met_on,
        ),
        page=learning.page_of(run.course_id),
        is_over=run.ends_on is not None and run.ends_on < today,
        may_withdraw=not has_come,
        is_asked=has_come and is_asked(run, today),
        task_result=task_result,
    )


def _slot(each: HalfDay) -> Slot:
    return Slot(
        day=each.made_up.day if each.made_up else each.starts.date(),
        planned=each.planned,
        credited=each.credited,
        is_attended=each.was_attended,
    )


def _next_date(runs: list[MyRun]) -> NextDate | None:
    """The first half-day to come, today's included until it ends."""
    coming = [
        NextDate(each, half_day)
        for each in runs
        for half_day in each.standing.half_days
        if not half_day.is_over and not half_day.presence
    ]
    return min(coming, key=lambda found: found.half_day.starts, default=None)


class _Learning:
    """What the person has read and answered, and what there is, for some courses at once."""

    def __init__(self, person: Person, courses: set[int], language: str):
        self.language = language
        self.begun = {
            progress.lesson_key: progress
            for progress in LessonProgress.objects.filter(person=person)
        }
        self.read = {
            progress.lesson_key: progress for progress in self.begun.values() if progress.read_at
        }
        self.attempts: dict = defaultdict(list)
        attempts = QuizAttempt.objects.handed_in().defer("questions", "answers")
        for attempt in attempts.filter(person=person).order_by("submitted_at"):
            self.attempts[attempt.lesson_key].append(attempt)
        begun = {progress.course_id for progress in self.begun.values()}
        self.pages = list(
            CoursePage.objects.live()
            .filter(course__in=courses | begun)
            .select_related("course", "locale")
            .defer("about", "outcomes")
            .order_by("path")
        )
        self.lessons = self._lessons()

    def _lessons(self) -> dict[int, list[LessonPage]]:
        """By page, its live lessons in order. One query."""
        below = Q(pk__in=[])
        for page in self.pages:
            below |= Q(path__startswith=page.path)
        lessons: dict[int, list[LessonPage]] = {}
        for lesson in LessonPage.objects.live().filter(below).order_by("path"):
            owner = next(page for page in self.pages if lesson.path.startswith(page.path))
            lessons.setdefault(owner.pk, []).append(lesson)
        return lessons

    def _keys(self, course_id: int) -> dict:
        """The lessons of a course whatever their language; true for those with questions."""
        keys: dict = {}
        for page in self.pages:
            if page.course_id == course_id:
                for lesson in self.lessons.get(page.pk, ()):
                    has_quiz = any(block["type"] == "quiz" for block in lesson.body.raw_data)
                    keys[lesson.translation_key] = keys.get(lesson.translation_key) or has_quiz
        return keys

    def page_of(self, course_id: int) -> CoursePage | None:
        pages = [page for page in self.pages if page.course_id == course_id]
        spoken = [page for page in pages if page.locale.language_code == self.language]
        return next(iter(spoken or pages), None)

    def read_days(self, course_id: int):
        for key in self._keys(course_id):
            progress = self.read.get(key)
            yield timezone.localdate(progress.read_at) if progress else None

    def passed_days(self, course_id: int, percent: int):
        for key, has_quiz in self._keys(course_id).items():
            if has_quiz:
                passed = [each for each in self.attempts[key] if each.percent >= percent]
                yield timezone.localdate(passed[0].submitted_at) if passed else None

    def readings(self, courses: set[int]) -> list[Reading]:
        """Courses with unread lessons in the language of the screen: those that the person is on
        and those that she has begun."""
        begun = {progress.course_id for progress in self.begun.values()}
        found = []
        for page in self.pages:
            if page.course_id in courses | begun and page.locale.language_code == self.language:
                lessons = self.lessons.get(page.pk, [])
                unread = [each for each in lessons if each.translation_key not in self.read]
                if unread:
                    found.append(self._reading(page, unread, len(lessons)))
        return found

    def _reading(self, page: CoursePage, unread: list[LessonPage], total: int) -> Reading:
        """With the lesson in which she was last, else the first unread one."""
        begun = [each for each in unread if each.translation_key in self.begun]
        lesson = max(begun, key=self._seen_at, default=unread[0])
        progress, part = self.begun.get(lesson.translation_key), ""
        if progress:
            place = Place(progress.part, progress.number, progress.parts)
            part = go_on(place, part_keys(lesson))
        anchor = anchor_of(part) if part else ""
        return Reading(page, lesson, total - len(unread), total, anchor)

    def _seen_at(self, lesson: LessonPage) -> datetime:
        return self.begun[lesson.translation_key].seen_at or NEVER
