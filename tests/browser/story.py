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
