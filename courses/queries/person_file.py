"""Everything that is on record about one person, as plain values for her or for whoever asks."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone
from wagtail import hooks

from courses.adapters.language import language
from courses.models import (
    Attendance,
    Enrollment,
    FollowUp,
    Need,
    Person,
    Pin,
    PinGuess,
    TakenTest,
    TaskMark,
)
from courses.rules.functioning import QUESTIONS
from courses.rules.rubric import with_levels

#: Another app adds sections to a person's file: `fn(person)` returns rows by the section's name.
FILE_HOOK = "courses_person_file"
FORMAT = "sala-person-1"
Rows = list[dict[str, Any]]
DETAILS = (
    "card_code",
    "name_km",
    "family_name_latin",
    "given_name_latin",
    "known_as",
    "title",
    "sex",
    "birth_year",
    "birth_year_is_estimated",
    "email",
    "reads_khmer",
    "created_at",
)


def file_of(
    person: Person, *, shows_contacts: bool = True, shows_confidential: bool = True
) -> dict[str, Rows]:
    """The record by section, each row with codes, names and ISO dates; with what other apps hold.
    Without phones and e-mail where the reader may not see them, and without what she told in
    confidence where she does not read it herself. Seventeen queries of this app."""
    details = [name for name in DETAILS if name != "email" or shows_contacts]
    phones = person.phones.all() if shows_contacts else ()
    record = {
        "person": _rows([person], **dict.fromkeys(details, "")),
        "phones": _rows(phones, raw="", e164="", is_shared=""),
        "jobs": _rows(
            person.employments.select_related("organization"),
            organization="organization.name",
            role="",
            employee_number="",
            section="",
            starts_on="",
            ends_on="",
        ),
        "pin": _rows(Pin.objects.filter(person=person), set_at="", alarm_at=""),
        "visits": _rows(PinGuess.objects.filter(pin__person=person), at="", is_right=""),
        "shares": _rows(
            person.passport_shares.all(),
            made_at="",
            expires_at="",
            revoked_at="",
            shows_private="",
            opened="",
            last_opened_at="",
        ),
        "consents": _rows(
            person.consents.select_related("notice", "recorded_by"),
            kind="",
            is_given="",
            version="notice.version",
            manner="",
            recorded_at="",
            recorded_by="recorded_by",
        ),
        "needs": _rows(Need.objects.filter(person=person), text="", told_at="", told_by="told_by"),
        **({"functioning": _functioning(person)} if shows_confidential else {}),
        "enrolments": _enrolments(person),
        "attendances": _attendances(person),
        "tests": _rows(
            TakenTest.objects.filter(enrollment__person=person, enrollment__merged_into=None)
            .select_related("enrollment__run__course")
            .order_by("taken_at", "pk"),
            run="enrollment.run.code",
            course="enrollment.run.course.title",
            moment="",
            form="",
            score="",
            max_score="",
            taken_at="",
        ),
        "task_marks": _task_marks(person),
        "follow_ups": _follow_ups(person),
        "messages": _rows(
            person.messages.select_related("run").order_by("pk"),
            run="run.code",
            kind="",
            channel="",
            body="",
            status="",
            sent_at="",
            **({"address": ""} if shows_contacts else {}),
        ),
        "trainings": _rows(
            person.run_trainings.select_related("run__course"),
            run="run.code",
            course="run.course.title",
            starts_on="run.starts_on",
            ends_on="run.ends_on",
        ),
        "sessions_led": _rows(
            person.session_trainings.select_related("session__run__course"),
            run="session.run.code",
            course="session.run.course.title",
            starts_at="session.starts_at",
        ),
        "rosters": _rows(
            person.roster_places.select_related("roster", "organization"),
            roster="roster.name",
            organization="organization.name",
            is_alternate="",
            starts_on="",
            ends_on="",
        ),
        "lessons": _rows(
            person.lesson_progress.select_related("course"),
            course="course.title",
            read_at="",
            seen_at="",
            number="",
            parts="",
        ),
        "lessons_seen": _rows(
            person.lesson_events.select_related("course"),
            course="course.title",
            tapped_at="",
            number="",
            parts="",
        ),
        "quizzes": _rows(
            person.quiz_attempts.select_related("course"),
            course="course.title",
            started_at="",
            kept_at="",
            submitted_at="",
            correct="",
            total="",
            asked="",
            answers="",
            shares="",
            remarks="",
        ),
    }
    for add in hooks.get_hooks(FILE_HOOK):
        record |= add(person)
    return record


def json_of(person: Person, **shows: bool) -> str:
    """The file as JSON for another program; see `file_of`."""
    head = {"format": FORMAT, "as_at": timezone.localtime().isoformat(timespec="minutes")}
    return json.dumps({**head, **file_of(person, **shows)}, ensure_ascii=False, indent=2)


def _functioning(person: Person) -> Rows:
    return _rows(person.functioning.all(), answered_on="", **dict.fromkeys(QUESTIONS, ""))


def _enrolments(person: Person) -> Rows:
    places = Enrollment.objects.standing().filter(person=person)
    return _rows(
        places.select_related("run__course", "employer", "province", "completion"),
        run="run.code",
        course="run.course.title",
        starts_on="run.starts_on",
        ends_on="run.ends_on",
        status="",
        source="",
        role="",
        organization="employer.name",
        employer_text="",
        sector="",
        province="province.name",
        completed_on="completion.met_on",
    )


def _attendances(person: Person) -> Rows:
    marks = Attendance.objects.standing().filter(enrollment__person=person)
    return _rows(
        marks.select_related("session__run", "make_up__session__run").order_by(
            "session__starts_at", "pk"
        ),
        run="session.run.code",
        starts_at="session.starts_at",
        made_up_run="make_up.session.run.code",
        made_up="make_up.session.starts_at",
        presence="",
        is_self_reported="",
        credited_minutes="",
        reason="",
    )


def _task_marks(person: Person) -> Rows:
    """Every mark, also those that were corrected or taken back since."""
    rows = TaskMark.objects.filter(enrollment__person=person, enrollment__merged_into=None)
    rows = list(rows.select_related("enrollment__run__course"))
    told = _rows(
        rows,
        run="enrollment.run.code",
        course="enrollment.run.course.title",
        task="enrollment.run.task",
        done_on="",
        score="",
        max_score="",
        note="",
        is_current="",
        marked_at="",
    )
    return [row | {"levels": _levels(mark)} for row, mark in zip(told, rows, strict=True)]


def _levels(mark: TaskMark) -> str:
    reached = with_levels(mark.enrollment.run.task_rubric, mark.levels, language())
    return " · ".join(f"{each.criterion.words}: {each.words}" for each in reached if each.words)


def _follow_ups(person: Person) -> Rows:
    """What she said some months after a course, or that somebody tried to ask her."""
    rows = FollowUp.objects.filter(enrollment__person=person)
    return _rows(
        rows.select_related("enrollment__run__course"),
        run="enrollment.run.code",
        course="enrollment.run.course.title",
        asked_on="",
        answered_on="",
        has_applied="",
        practice="",
        hindrance="",
        evidence="",
        evidence_note="",
    )


def _rows(rows: Iterable[Model], **paths: str) -> Rows:
    """The values by name; a path is followed, an empty one is the name itself."""
    return [
        {name: _plain(_value(row, path or name)) for name, path in paths.items()} for row in rows
    ]


def _value(row: Any, path: str) -> Any:
    for name in path.split("."):
        row = getattr(row, name, None)
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Model) else value
