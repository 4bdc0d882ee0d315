"""What a trainer's phone takes along, and what it is told after it has handed in."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser

from courses import permissions
from courses.choices import EnrollmentSource, EventKind, Recording
from courses.models import AttendanceEvent, Device, Employment, Enrollment, Person, Session
from courses.queries.register import roster
from courses.queries.runs import in_their_run

#: How far ahead registers are taken along, and how far back those that are still open.
AHEAD, BACK = timedelta(days=7), timedelta(days=5)
MOST_SESSIONS, MOST_KNOWN = 60, 1000


def sessions_to_take(user: AbstractBaseUser, now: datetime) -> list[Session]:
    """Registers of names that the user may keep: open ones of the last days and all of the next
    seven, the nearest first."""
    if not permissions.sessions.may(user, "change"):
        return []
    rows = permissions.sessions.rows_for(user).taking_place().filter(recording=Recording.NAMED)
    rows = rows.filter(closed_at=None, starts_at__gte=now - BACK, starts_at__lt=now + AHEAD)
    rows = in_their_run(rows).select_related("run__course", "run__host")
    return list(rows.order_by("starts_at", "pk")[:MOST_SESSIONS])


def cards_of(sessions: Iterable[Session]) -> dict[str, dict[str, str]]:
    """By session the ids of the rows by card code. One query."""
    runs = {session.run_id for session in sessions}
    by_run: dict[int, dict[str, str]] = {}
    places = Enrollment.objects.enrolled().filter(run__in=runs).order_by()
    for run, code, row in places.values_list("run", "person__card_code", "uuid"):
        by_run.setdefault(run, {})[code] = str(row)
    return {str(session.uuid): by_run.get(session.run_id, {}) for session in sessions}


def known_people(sessions: Iterable[Session]) -> list[dict]:
    """People who may come to the door unannounced: who works at the hosts of these sessions and is
    on none of their runs. No phones, no birth years. One query."""
    hosts = {session.run.host_id for session in sessions}
    runs = {session.run_id for session in sessions}
    jobs = (
        Employment.objects.filter(organization__in=hosts, ends_on=None)
        .filter(person__erased_at=None, person__merged_into=None)
        .exclude(person__enrollments__run__in=runs)
        .select_related("person")
        .order_by("person__sort_key", "person_id", "-pk")
    )
    found: dict[int, dict] = {}
    for job in jobs[:MOST_KNOWN]:
        found.setdefault(job.person_id, _known(job.person, job.role))
    return list(found.values())


def state_of(session: Session, device: Device) -> dict:
    """The register as a phone keeps it: every row by its id, also by the one that a phone made, and
    who came unannounced but by this phone. Two queries."""
    rows = list(roster(session))
    told = {str(row.uuid): _row(row) for row in rows}
    by_pk = {row.pk: row for row in rows}
    walk_ins = AttendanceEvent.objects.filter(
        enrollment__run=session.run_id, kind=EventKind.WALK_IN
    )
    shown = set()
    for row, place, phone in walk_ins.values_list("row", "enrollment", "device"):
        if place in by_pk:
            told[str(row)] = _row(by_pk[place])
            shown |= {place} if phone == device.pk else set()
    return {
        "closed": session.is_closed,
        "rows": told,
        "added": [
            {"row": str(row.uuid), **_person(row.person, row.role)}
            for row in rows
            if row.source == EnrollmentSource.WALK_IN and row.pk not in shown
        ],
    }


def _row(row) -> dict:
    return {
        "presence": row.presence or "",
        "minutes": row.minutes_missed or 0,
        "reason": row.mark_reason or "",
        "heads": row.heads or [],
        "disputed": bool(row.is_disputed),
        "self_reported": bool(row.is_self_reported),
    }


def _person(person: Person, role: str) -> dict:
    return {
        "name_km": person.name_km,
        "name_latin": person.name_latin,
        "sex": person.sex,
        "role": role,
    }


def _known(person: Person, role: str) -> dict:
    find = f"{person.key_km} {person.name_km} {person.name_latin}".lower()
    return {"key": str(person.uuid), **_person(person, role), "find": find}
