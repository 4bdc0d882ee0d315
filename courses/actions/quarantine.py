"""Keep aside what a phone handed in and could not be taken, until somebody decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import QuarantineState
from courses.exceptions import Refused
from courses.models import Device, Enrollment, Person, QuarantinedEvent, Session
from courses.rules.taps import id_of

LONGEST = 2000
REVOKED = _("This phone was reported lost. The office keeps what it held and decides.")


@dataclass(frozen=True)
class Result:
    """What became of a tap: `created`, `duplicate`, `conflict` or `quarantined`, and why."""

    event: UUID
    status: str
    code: str = ""
    sentence: str = ""


def keep_aside(device: Device, raw: object, no: Refused, session: Session | None = None) -> Result:
    """Keep a tap as it came, once, with the reason why it could not be taken."""
    event = id_of(raw)
    payload = raw if isinstance(raw, dict) else {"raw": repr(raw)[:LONGEST]}
    values = {"device": device, "payload": payload, "code": no.code, "session": session}
    kept, _is_new = QuarantinedEvent.objects.get_or_create(uuid=event, defaults=values)
    return told_again(kept)


def told_again(kept: QuarantinedEvent) -> Result:
    """What became of a tap that was kept aside: perhaps somebody has taken it meanwhile."""
    if kept.state == QuarantineState.ACCEPTED:
        return Result(kept.uuid, "duplicate")
    return Result(kept.uuid, "quarantined", kept.code, str(kept.why))


@transaction.atomic
def take_nothing(device: Device, taps: Sequence[object]) -> list[Result]:
    """Keep all taps of a phone that was taken back aside: it may be in wrong hands."""
    no = Refused(REVOKED, code="revoked")
    sessions = {str(row.uuid): row for row in Session.objects.filter(uuid__in=_sessions_in(taps))}
    return [keep_aside(device, raw, no, sessions.get(_session_in(raw))) for raw in taps]


@transaction.atomic
def decide(
    event: QuarantinedEvent, state: QuarantineState, note: str, *, by: AbstractBaseUser
) -> QuarantinedEvent:
    """Keep what was decided. Raises Refused `decided` when somebody was quicker."""
    event = QuarantinedEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if event.state != QuarantineState.OPEN:
        raise Refused(_("Somebody has decided about this mark already."), code="decided")
    event.state, event.note = state, note.strip()[:200]
    event.decided_at, event.decided_by = timezone.now(), by
    event.save(update_fields=["state", "note", "decided_at", "decided_by"])
    record(event.session or event.device, f"tap_{state}", by=by, reason=event.note)
    return event


def set_aside(event: QuarantinedEvent, note: str, *, by: AbstractBaseUser) -> QuarantinedEvent:
    """Decide that a tap is not taken, with a note. Raises Refused: `no_reason`, `decided`."""
    if not note.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    return decide(event, QuarantineState.SET_ASIDE, note, by=by)


def forget_taps(ids: list[int]) -> None:
    """What was tapped goes; that something was handed in, and what was decided, stays."""
    QuarantinedEvent.objects.filter(pk__in=ids).update(payload={})


def forget_taps_about(people: Sequence[Person]) -> None:
    """Nobody can take in what was tapped about people who are erased."""
    places = Enrollment.objects.filter(person__in=people).values_list("uuid", flat=True)
    rows = QuarantinedEvent.objects.exclude(payload={}).filter(
        Q(payload__row__in=[str(uuid) for uuid in places])
        | Q(payload__person__known__in=[str(person.uuid) for person in people])
    )
    rows.filter(state=QuarantineState.OPEN).update(
        state=QuarantineState.SET_ASIDE, decided_at=timezone.now()
    )
    rows.update(payload={})


def _session_in(raw: object) -> str:
    return str(raw.get("session", "")) if isinstance(raw, dict) else ""


def _sessions_in(taps: Sequence[object]) -> list[UUID]:
    found = []
    for raw in taps:
        try:
            found.append(UUID(_session_in(raw)))
        except ValueError:
            continue
    return found
