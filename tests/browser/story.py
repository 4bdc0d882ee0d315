"""Rows of the demo story, read as they lie in its database."""

import sqlite3
from pathlib import Path
from uuid import UUID

LED_BY_TRAINER = """
    from courses_courserun run
    join courses_course course on course.id = run.course_id
    join courses_runtrainer lead on lead.run_id = run.id
    join courses_person person on person.id = lead.person_id
    join auth_user login on login.id = person.user_id and login.username = 'trainer1'
"""


class Story:
    """The demo whose data lie in `folder`."""

    def __init__(self, folder: Path):
        self.database = sqlite3.connect(folder / "sala.sqlite3")

    def row(self, query: str) -> tuple:
        """The first row; there must be one."""
        found = self.database.execute(query).fetchone()
        assert found, f"The demo story has no row for: {query}"
        return found

    def uuid_of(self, query: str) -> UUID:
        return UUID(self.row(query)[0])


def author_screens(story: Story, trainer: str, staff: str) -> list[tuple[str, str, str]]:
    """Name, path and login of the admin screens about the course that trainer1 writes."""
    lesson, branch, page, course = story.row(
        "select lesson.id, branch.id, page.id, course.course_id from wagtailcore_page lesson "
        "join wagtailcore_page page on lesson.path like page.path || '____' "
        "join wagtailcore_page branch on page.path like branch.path || '____' "
        "join courses_coursepage course on course.page_ptr_id = page.id "
        "where lesson.slug = 'the-walk' and lesson.url_path like '/courses/%'"
    )
    admin = "/admin/training"
    return [
        ("questions", f"{admin}/questions/{lesson}/", trainer),
        ("course-as-file", f"{admin}/course-as-file/?page={page}", trainer),
        ("course-from-file", f"{admin}/course-file/?page={branch}", trainer),
        ("course-rule", f"{admin}/courses/rule/{course}/", staff),
    ]
