"""A branch of the catalogue with a course and a lesson, and a trainer who writes there."""

from dataclasses import dataclass

from courses.actions.courses import Branch, open_branch
from courses.models import CoursePage, LessonPage
from tests.factories import UserFactory
from tests.pages import course_page, home_page, lesson_page


@dataclass(frozen=True)
class World:
    branch: Branch
    course: CoursePage
    lesson: LessonPage
    foreign: LessonPage


def world_of(trainer) -> World:
    """The trainer may write in the branch; a second course stands outside of it."""
    home = home_page()
    home_page("km")
    branch = open_branch("Safety", home, [trainer], by=UserFactory(is_superuser=True))
    course = course_page(branch.page)
    other = course_page(home, "Elsewhere")
    return World(
        branch, course, lesson_page(course, live=False, minutes=1), lesson_page(other, "Foreign")
    )
