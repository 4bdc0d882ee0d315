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

    def make_up_at(self, session: UUID) -> str:
        """Where somebody who missed a half-day on another run of the course is added there."""
        person = self.uuid_of(
            "select person.uuid from courses_attendance mark "
            "join courses_enrollment place on place.id = mark.enrollment_id "
            "join courses_person person on person.id = place.person_id "
            "join courses_courserun run on run.id = place.run_id "
            "join courses_session missed on missed.id = mark.session_id "
            "join courses_session here on here.run_id <> run.id "
            "join courses_courserun there on there.id = here.run_id "
            f"where here.uuid = '{session.hex}' and there.course_id = run.course_id "
            "and mark.credited_minutes = 0 and place.status = 'enrolled' "
            "and missed.status = 'held' and person.erased_at is null order by mark.id"
        )
        return f"/training/sessions/{session}/make-up/?person={person}"
