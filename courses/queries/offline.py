"""What a trainer's phone takes along, and what it is told after it has handed in."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q

from courses import permissions
from courses.choices import EnrollmentSource, EnrollmentStatus, EventKind, Recording
from courses.models import AttendanceEvent, Device, Employment, Enrollment, Person, Session
from courses.queries.register import roster
from courses.queries.runs import in_their_run

#: How far ahead registers are taken along, and how far back those that are still open.
AHEAD, BACK = timedelta(days=7), timedelta(days=5)
MOST_SESSIONS, MOST_KNOWN = 60, 1000
#: A page on the phone may be older than what the phone remembers of its drawing.
OVERLAP = timedelta(days=1)
ENROLLED = EnrollmentStatus.ENROLLED
GAVE_UP = (
    EnrollmentStatus.DECLINED,
    EnrollmentStatus.WITHDRAWN,
    EnrollmentStatus.SUBSTITUTED,
)


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
    """By session the ids of the rows by card code: cards of records that were merged open the row
    of the person, and those of who gave the place up open none (""). Two queries."""
    runs = {session.run_id for session in sessions}
    places = Enrollment.objects.filter(run__in=runs, status__in=(ENROLLED, *GAVE_UP))
    rows: dict[int, dict[int, str]] = {}
    for run, person, status, row in places.order_by().values_list(
        "run", "person", "status", "uuid"
    ):
        rows.setdefault(run, {})[person] = str(row) if status == ENROLLED else ""
    cards = _cards_by_person({person for of_run in rows.values() for person in of_run})
    by_run = {
        run: {card: row for person, row in of_run.items() for card in cards.get(person, ())}
        for run, of_run in rows.items()
    }
    return {str(session.uuid): by_run.get(session.run_id, {}) for session in sessions}


def _cards_by_person(people: Collection[int]) -> dict[int, list[str]]:
    """All cards that were printed for people, those of merged records included."""
    records = Person.everybody.filter(Q(pk__in=people) | Q(merged_into__in=people)).order_by("pk")
    cards: dict[int, list[str]] = {}
    for pk, into, card in records.values_list("pk", "merged_into", "card_code"):
        cards.setdefault(into or pk, []).append(card)
    return cards


def known_people(sessions: Iterable[Session]) -> list[dict]:
    """People who may come to the door unannounced: who works at the hosts of these sessions and has
    a seat on none of their runs, and who gave a place on one up. No phones, no birth years. Two
    queries."""
    hosts = {session.run.host_id for session in sessions}
    runs = {session.run_id for session in sessions}
    places = Enrollment.objects.filter(run__in=runs).order_by()
    standing = Q(person__erased_at=None, person__merged_into=None)
    here = ~Q(person__in=places.enrolled().values("person"))
    left = places.filter(standing & here, status__in=GAVE_UP)
    jobs = Employment.objects.filter(standing & here, organization__in=hosts, ends_on=None)
    found: dict[int, dict] = {}
    for rows in (jobs, left):
        in_order = rows.select_related("person").order_by("person__sort_key", "person_id", "-pk")
        for each in in_order[:MOST_KNOWN]:
            found.setdefault(each.person_id, _known(each.person, each.role))
    return list(found.values())


def state_of(session: Session, device: Device, since: datetime | None = None) -> dict:
    """The register as a phone keeps it: every row by its id, also by the one that a phone made; who
    may be missing on the phone: who came unannounced, but by this phone, and who got a seat since
    its pages were drawn, or since they could be; who gave a seat up since then, as one whom a
    walk-in may name; and which row a merged one became. Three queries."""
    since = since - OVERLAP if since else session.starts_at - AHEAD
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
            {"row": str(row.uuid), "card": row.person.card_code, **_person(row.person, row.role)}
            for row in rows
            if row.pk not in shown
            and (row.source == EnrollmentSource.WALK_IN or row.status_since >= since)
        ],
        **_gone(session, by_pk, since),
    }


def _gone(session: Session, seated: dict[int, Enrollment], since: datetime) -> dict:
    """Who is off the list since a moment, and the rows that are others now. One query."""
    standing = Q(person__erased_at=None, person__merged_into=None)
    left = Q(status__in=GAVE_UP, status_since__gte=since) & standing
    gone = left | Q(status=EnrollmentStatus.MERGED)
    places = Enrollment.objects.filter(gone, run=session.run_id).select_related("person")
    places = list(places.order_by("pk"))
    return {
        "left": [_known(each.person, each.role) for each in places if not each.merged_into_id],
        "moved": {
            str(each.uuid): str(seated[each.merged_into_id].uuid)
            for each in places
            if each.merged_into_id in seated
        },
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
