"""Take in what phones hand in after a time without signal: each tap by itself, once, none lost."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses import permissions
from courses.actions.attendance import Mark, check_mark, open_session
from courses.actions.audit import record
from courses.actions.completion import refresh_after_session
from courses.actions.enrollment import JobAtTheTime, enroll
from courses.actions.events import Draft, Tapped, Told, append
from courses.actions.people import PersonDetails, register_person
from courses.actions.quarantine import Result, decide, keep_aside, told_again
from courses.choices import (
    EnrollmentSource,
    EventKind,
    MarkSource,
    QuarantineState,
    Role,
    Sex,
)
from courses.exceptions import Refused
from courses.models import (
    Attendance,
    AttendanceEvent,
    Device,
    Enrollment,
    Person,
    QuarantinedEvent,
    Session,
)
from courses.queries.register import MARKED, row_of_phone, rows_of_phone
from courses.rules import names
from courses.rules.convergence import Standing
from courses.rules.taps import Newcomer, Tap, id_of, read_tap

REFUSALS = {
    "unreadable": _("This mark could not be read. The office keeps it and decides."),
    "unknown_session": _("You have no register with this session. The office keeps the mark."),
    "unknown_row": _("This person is not on the list of the run any more."),
    "erased": _("This person's data were erased, so nobody can be marked."),
}


def take_taps(
    device: Device, taps: Sequence[object], *, clock_offset: int, by: AbstractBaseUser
) -> list[Result]:
    """Take taps as the phone sent them (JSON values), with a result for each in their order.

    One transaction for a session. A tap that came before is a `duplicate`; one that cannot be taken
    is kept aside with its reason, and the others go on.
    """
    results = _known_before(taps)
    fresh: dict[UUID, tuple[object, Tap | None]] = {}
    for raw in taps:
        event = id_of(raw)
        if event not in results and event not in fresh:
            fresh[event] = (raw, _readable(raw))
    sessions = _sessions(by, {tap.session for _raw, tap in fresh.values() if tap})
    batches: dict[UUID, list[tuple[object, Tap]]] = {}
    for event, (raw, tap) in fresh.items():
        if tap is None or tap.session not in sessions:
            code = "unknown_session" if tap else "unreadable"
            results[event] = keep_aside(device, raw, Refused(REFUSALS[code], code=code))
        else:
            batches.setdefault(tap.session, []).append((raw, tap))
    for uuid, batch in batches.items():
        taking = Taking(device, clock_offset=clock_offset, by=by)
        results |= taking.take(sessions[uuid], batch)
    return [results[id_of(raw)] for raw in taps]


class Taking:
    """Takes the taps of one session from one phone."""

    def __init__(self, device: Device, *, clock_offset: int, by: AbstractBaseUser):
        self.device, self.clock_offset, self.by = device, clock_offset, by

    @transaction.atomic
    def take(
        self,
        session: Session,
        batch: Sequence[tuple[object, Tap]],
        *,
        may_be_closed: bool = False,
    ) -> dict[UUID, Result]:
        """Results by the id of the event. A session that takes no marks keeps all of them aside."""
        try:
            session = open_session(session, may_be_closed=may_be_closed)
        except Refused as no:
            return {tap.event: self._refused(session, raw, tap, no) for raw, tap in batch}
        results, drafts = self._drafts(session, batch)
        if drafts:
            stand = append(session, drafts, self.told, by=self.by)
            results |= {draft.event: _result(draft, stand) for draft in drafts}
            about = {"marks": len(drafts), "device": str(self.device.uuid)}
            record(session, "register_marked", by=self.by, source="phone", **about)
        return results

    def _refused(self, session: Session, raw: object, tap: Tap, no: Refused) -> Result:
        """Kept aside; where a closed register says the same already, nobody needs to decide."""
        result = self._aside(session, raw, no)
        if no.code != "register_closed" or not _says_the_same(session, tap):
            return result
        kept = QuarantinedEvent.objects.get(uuid=tap.event)
        decide(kept, QuarantineState.ACCEPTED, "", by=self.by)
        return Result(tap.event, "duplicate", "says_the_same")

    def _aside(self, session: Session, raw: object, no: Refused) -> Result:
        return keep_aside(self.device, raw, no, session)

    def _drafts(
        self, session: Session, batch: Sequence[tuple[object, Tap]]
    ) -> tuple[dict[UUID, Result], list[Draft]]:
        results: dict[UUID, Result] = {}
        drafts: list[Draft] = []
        rows = rows_of_phone(session, (tap.row for _raw, tap in batch))
        for raw, tap in batch:
            try:
                place = rows.get(tap.row) or self._newcomer(session, tap)
                rows[tap.row] = rows[place.uuid] = place
                drafts.append(self._draft(session, place, tap))
            except Refused as no:
                results[tap.event] = self._aside(session, raw, no)
        events = [draft.event for draft in drafts]
        self.told = Told(session, {draft.enrollment.pk for draft in drafts}, events)
        for draft in drafts:
            if draft.event in self.told.known:
                results[draft.event] = Result(draft.event, "duplicate")
        return results, [draft for draft in drafts if draft.event not in self.told.known]

    @transaction.atomic
    def _newcomer(self, session: Session, tap: Tap) -> Enrollment:
        """The place of a walk-in: the one that she has, or a new one with the id of the phone."""
        row, told = tap.row, tap.newcomer
        if told is None or Enrollment.objects.filter(uuid=row).exists():
            raise Refused(REFUSALS["unknown_row"], code="unknown_row")
        person = _known_person(told) or register_person(_details(told), by=self.by)
        place = session.run.enrollments.filter(person=person).first()
        if place is None or place.status not in MARKED:
            is_new = place is None
            source = EnrollmentSource.WALK_IN
            job = JobAtTheTime(
                _one_of(Role, told.role),
                session.run.host if told.works_at_host else None,
                employer_text=told.workplace,
            )
            place = enroll(session.run, person, job, by=self.by, source=source)
            if is_new:
                place.uuid = row
                place.save(update_fields=["uuid"])
            record(session, "walk_in_added", by=self.by, enrollment=place.pk)
        return place

    def _draft(self, session: Session, place: Enrollment, tap: Tap) -> Draft:
        mark = Mark(place.pk, tap.presence, tap.minutes, event=tap.event)
        check_mark(session, mark, {place.pk})
        return Draft(
            place,
            tap.presence,
            tap.minutes,
            "" if place.person.erased_at else tap.reason,
            MarkSource.WALK_IN if tap.newcomer else MarkSource(tap.source),
            tap.event,
            Tapped(
                device=self.device,
                row=tap.row,
                at=tap.tapped_at,
                clock_offset=self.clock_offset,
                sequence=tap.sequence,
                supersedes=tap.supersedes,
                corrects=tap.corrects,
                kind=EventKind(tap.kind),
            ),
        )


class TakingAfterAll(Taking):
    """Takes a tap that was kept aside. Raises Refused where it still cannot be taken."""

    def _aside(self, session: Session, raw: object, no: Refused) -> Result:
        raise no


def accept_event(event: QuarantinedEvent, reason: str, *, by: AbstractBaseUser) -> Result:
    """Take a tap that was kept aside into the register after all, also into a closed one; it counts
    as a correction. Raises Refused: `no_reason`, `decided`, `unreadable`, or why it still cannot be
    taken."""
    if not reason.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    tap = _readable(event.payload)
    session = tap and _sessions(by, {tap.session}).get(tap.session)
    if session is None:
        code = "unknown_session" if tap else "unreadable"
        raise Refused(REFUSALS[code], code=code)
    return _accept(event, session, tap, reason, by=by)


@transaction.atomic
def _accept(
    event: QuarantinedEvent, session: Session, tap: Tap, reason: str, *, by: AbstractBaseUser
) -> Result:
    decide(event, QuarantineState.ACCEPTED, reason, by=by)
    taking = TakingAfterAll(event.device, clock_offset=event.device.clock_offset, by=by)
    corrects = replace(tap, corrects=True, supersedes=_heads(session, tap))
    result = taking.take(session, [(event.payload, corrects)], may_be_closed=True)[tap.event]
    if session.is_closed:
        refresh_after_session(session, by=by)
    return result


def _heads(session: Session, tap: Tap) -> tuple[str, ...]:
    mark = _mark_for(session, tap)
    return (*tap.supersedes, *mark.heads) if mark else tap.supersedes


def _says_the_same(session: Session, tap: Tap) -> bool:
    mark = _mark_for(session, tap)
    return bool(mark) and (mark.presence, mark.minutes_missed) == (tap.presence, tap.minutes)


def _mark_for(session: Session, tap: Tap) -> Attendance | None:
    place = row_of_phone(session, tap.row)
    return place and place.attendances.filter(session=session).first()


def _readable(raw: object) -> Tap | None:
    try:
        return read_tap(raw)
    except ValueError:
        return None


def _known_before(taps: Iterable[object]) -> dict[UUID, Result]:
    ids = {id_of(raw) for raw in taps}
    taken = AttendanceEvent.objects.filter(uuid__in=ids).values_list("uuid", flat=True)
    aside = QuarantinedEvent.objects.filter(uuid__in=ids)
    return {each.uuid: told_again(each) for each in aside} | {
        event: Result(event, "duplicate") for event in taken
    }


def _sessions(user: AbstractBaseUser, uuids: set[UUID]) -> dict[UUID, Session]:
    """The sessions whose register the user may keep, by id."""
    if not permissions.sessions.may(user, "change"):
        return {}
    rows = permissions.sessions.rows_for(user).filter(uuid__in=uuids)
    return {row.uuid: row for row in rows}


def _result(draft: Draft, stand: dict[int, Standing]) -> Result:
    is_disputed = stand[draft.enrollment.pk].is_disputed
    return Result(draft.event, "conflict" if is_disputed else "created")


def _known_person(told: Newcomer) -> Person | None:
    """The person on record whom the trainer chose at the door, as she stands today."""
    if told.known is None:
        return None
    person = Person.everybody.filter(uuid=told.known).select_related("merged_into").first()
    person = person and (person.merged_into or person)
    if person is None or person.erased_at:
        raise Refused(REFUSALS["erased"], code="erased")
    return person


def _details(told: Newcomer) -> PersonDetails:
    family, given = names.split_latin(told.name_latin)
    return PersonDetails(
        name_km=told.name_km,
        family_name_latin=family,
        given_name_latin=given,
        sex=_one_of(Sex, told.sex) or Sex.NOT_STATED,
    )


def _one_of(choices, value: str) -> str:
    return value if value in choices.values else ""
