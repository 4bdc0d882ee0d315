"""Tasks of a run that are marked by a rubric: who is marked, and who is still to be marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from courses.models import CourseRun, Enrollment, TaskMark
from courses.queries.completion import rule_of
from courses.rules.knowledge import is_passed


@dataclass(frozen=True)
class TaskLine:
    """Somebody on the run with the mark that counts; None while she is still to be marked."""

    place: Enrollment
    mark: TaskMark | None
    is_passed: bool


@dataclass(frozen=True)
class TaskLines:
    waiting: list[TaskLine]
    marked: list[TaskLine]

    @property
    def people(self) -> int:
        return len(self.waiting) + len(self.marked)

    @property
    def passed(self) -> int:
        return sum(line.is_passed for line in self.marked)


def task_lines(run: CourseRun) -> TaskLines:
    """Everybody enrolled, in reading order. Two queries, whatever the number of people."""
    places = run.enrollments.enrolled().select_related("person", "employer")
    places = list(places.order_by("person__sort_key", "person_id"))
    marks = TaskMark.objects.current().filter(enrollment__in=places)
    found = {mark.enrollment_id: mark for mark in marks}
    lines = [_line(run, place, found.get(place.pk)) for place in places]
    return TaskLines(
        waiting=[line for line in lines if line.mark is None],
        marked=[line for line in lines if line.mark],
    )


def _line(run: CourseRun, place: Enrollment, mark: TaskMark | None) -> TaskLine:
    return TaskLine(place, mark, is_passed=mark is not None and has_passed(run, mark))


def has_passed(run: CourseRun, mark: TaskMark) -> bool:
    """Whether the mark reaches the pass line of the run as it stands now."""
    return is_passed(mark.score, mark.max_score, rule_of(run).task_percent or 0)


def has_task_marks(run: CourseRun) -> bool:
    """Whether somebody is marked by the rubric of the run, or was before it was taken back."""
    return TaskMark.objects.filter(enrollment__run=run).exists()


def marks_of(place: Enrollment) -> QuerySet[TaskMark]:
    """The newest first, with who marked; earlier ones and those taken back are among them."""
    return place.task_marks.select_related("marked_by").order_by("-pk")


def count_to_mark(run: CourseRun) -> int:
    """How many people on the run are still to be marked. One query where it has a rubric."""
    if not run.is_task_marked:
        return 0
    marked = TaskMark.objects.current().order_by().values("enrollment")
    return run.enrollments.enrolled().exclude(pk__in=marked).count()


def next_to_mark(run: CourseRun, after: Enrollment) -> Enrollment | None:
    """Who comes next in reading order and is still to be marked, from the top after the last."""
    waiting = task_lines(run).waiting
    later = [line for line in waiting if _order(line.place) > _order(after)]
    return next((line.place for line in (*later, *waiting) if line.place.pk != after.pk), None)


def _order(place: Enrollment) -> tuple[str, int]:
    return place.person.sort_key, place.person_id


def marked_runs(runs: Iterable[int]) -> set[int]:
    """Those of these runs on which somebody is or was marked by a rubric."""
    marks = TaskMark.objects.filter(enrollment__run__in=list(runs)).order_by()
    return set(marks.values_list("enrollment__run", flat=True))
