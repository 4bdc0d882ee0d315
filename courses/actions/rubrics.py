"""Give a course a rubric to begin with."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import TaskKind
from courses.exceptions import Refused
from courses.models import Course
from courses.rules.rubric import DEFAULT_PASS_PERCENT
from courses.rules.starting_rubrics import STARTING, TASKS, starting_rubric


@transaction.atomic
def begin_rubric(course: Course, kind: TaskKind | str, *, by: AbstractBaseUser) -> Course:
    """The course asks for a task of this kind, marked by a ready rubric that can be changed. What
    is said of the task and its pass line stays where it is said already; runs that are planned keep
    theirs.

    Locks the course. Raises Refused: `no_kind`, `has_rubric`.
    """
    if kind not in STARTING:
        raise Refused(_("Choose a project or an observed practice."), code="no_kind")
    course = Course.objects.select_for_update().get(pk=course.pk)
    if course.task_rubric:
        raise Refused(_("This course has a rubric already. Change that one."), code="has_rubric")
    course.needs_task, course.task_kind = True, kind
    course.task_rubric = starting_rubric(kind)
    if not course.task_en:
        course.task_en, course.task_km = TASKS[kind]
    course.task_pass_percent = course.task_pass_percent or DEFAULT_PASS_PERCENT
    course.save()
    record(course, "rubric_begun", by=by, kind=str(kind))
    return course
