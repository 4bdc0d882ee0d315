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

    def of_actions(self) -> list[tuple[str, str, bool]]:
        """Name and path of the screens about actions of factories, and whether of the admin."""
        query = (
            "select action.id, action.uuid, run.uuid from courses_factoryaction action "
            "join courses_courserun run on run.id = action.run_id where action.state = '{}' "
            "order by (select count(*) from courses_actionevidence where action_id = action.id) "
            "desc, action.due_on"
        )
        done, shown, its_run = self.row(query.format("done"))
        _pk, late, run = self.row(query.format("open"))
        plan, one = f"/training/runs/{UUID(run)}/actions", f"{UUID(late)}"
        return [
            ("action-plan", f"{plan}/", False),
            ("action-write", f"{plan}/add/", False),
            ("action", f"/training/runs/{UUID(its_run)}/actions/{UUID(shown)}/", False),
            ("action-change", f"{plan}/{one}/change/", False),
            ("action-close", f"{plan}/{one}/close/", False),
            ("action-drop", f"{plan}/{one}/drop/", False),
            ("actions", "/admin/training/actions/", True),
            ("action-record", f"/admin/training/actions/inspect/{done}/", True),
            ("actions-behind", "/admin/training/reach/list/?figure=L6", True),
        ]

    def tasks(self) -> list[tuple[str, str, str]]:
        """Screens of a practice that is observed, and of a project: name, path, who opens it."""
        run, place = map(
            UUID,
            self.row(
                "select run.uuid, place.uuid from courses_taskmark mark "
                "join courses_enrollment place on place.id = mark.enrollment_id "
                "join courses_courserun run on run.id = place.run_id "
                f"where run.id in (select run.id {LED_BY_TRAINER}) "
                "and mark.score * 100 < mark.max_score * 60 order by mark.id desc"
            ),
        )
        mine = self.uuid_of(
            "select place.uuid from courses_enrollment place "
            "join courses_courserun run on run.id = place.run_id "
            "join courses_person person on person.id = place.person_id "
            "join auth_user login on login.id = person.user_id "
            "where login.username = 'participant1' and run.task_rubric <> '[]'"
        )
        return [
            ("tasks", f"/training/runs/{run}/task/", "trainer1"),
            ("mark-task", f"/training/runs/{run}/people/{place}/task/mark/", "trainer1"),
            ("my-task", f"/training/my/{mine}/task/", "participant1"),
        ]

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


def author_screens(story: Story, trainer: str, staff: str) -> list[tuple[str, str, str]]:
    """Name, path and login of the office, and its screens about the course that trainer1 writes."""
    lesson, branch, page, course = story.row(
        "select lesson.id, branch.id, page.id, course.course_id from wagtailcore_page lesson "
        "join wagtailcore_page page on lesson.path like page.path || '____' "
        "join wagtailcore_page branch on page.path like branch.path || '____' "
        "join courses_coursepage course on course.page_ptr_id = page.id "
        "where lesson.slug = 'the-walk' and lesson.url_path like '/courses/%'"
    )
    admin = "/admin/training"
    return [
        ("office", "/admin/", staff),
        ("questions", f"{admin}/questions/{lesson}/", trainer),
        ("translation", f"{admin}/translation/?page={lesson}", trainer),
        ("course-as-file", f"{admin}/course-as-file/?page={page}", trainer),
        ("course-from-file", f"{admin}/course-file/?page={branch}", trainer),
        ("course-rule", f"{admin}/courses/rule/{course}/", staff),
    ]
