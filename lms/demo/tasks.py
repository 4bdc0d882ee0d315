"""Marks of tasks in the demo: what trainers observed, and the plans that were handed in."""

from collections.abc import Iterable
from datetime import date
from random import Random

from django.contrib.auth.models import AbstractBaseUser

from courses.models import CourseRun, Enrollment, TaskMark
from courses.rules.rubric import most_points, points
from lms.demo.runs import EnrollmentSeed

#: What is said to some people, after good and after weak work.
GOOD = (
    "ល្អណាស់។ លើកក្រោយ សូមទុកពេលបន្ថែមសម្រាប់សំណួរ។",
    "Clear and calm. Next time let the quiet ones speak first.",
    "",
)
WEAK = (
    "មានចំណុចល្អ ប៉ុន្តែត្រូវហាត់ម្តងទៀត។ ខ្ញុំនឹងជួយអ្នក។",
    "A good beginning. Let us prepare the next one together.",
)


def write_task_marks(
    run: CourseRun,
    seeds: Iterable[tuple[Enrollment, EnrollmentSeed]],
    day: date,
    by: AbstractBaseUser | None,
) -> None:
    """Whose task is done is marked well; of the others some are marked low, some not yet."""
    rng = Random(run.code)
    marks = []
    for place, seed in seeds:
        if seed.task_is_done or (_has_come(seed) and rng.random() < 0.5):
            marks.append(_mark(run, place, day, by, rng, is_good=seed.task_is_done))
    TaskMark.objects.bulk_create(marks)


def _has_come(seed: EnrollmentSeed) -> bool:
    return any(presence == "present" for presence, _missed in seed.marks)


def _mark(run, place, day, by, rng: Random, *, is_good: bool) -> TaskMark:
    levels = {
        each["key"]: rng.choice((2, 2, 3) if is_good else (0, 1, 1, 2)) for each in run.task_rubric
    }
    if not is_good:
        levels[run.task_rubric[0]["key"]] = 0
    return TaskMark(
        enrollment=place,
        levels=levels,
        score=points(levels),
        max_score=most_points(run.task_rubric),
        done_on=day,
        note=rng.choice(GOOD if is_good else WEAK),
        marked_by=by,
    )
