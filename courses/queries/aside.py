"""What phones handed in and could not be taken, and phones that still hold marks."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from courses.choices import QuarantineState
from courses.models import Device, Enrollment, QuarantinedEvent, Session, SessionEvidence
from courses.queries.quality import unmatched_walk_ins
from courses.queries.runs import number_of

MOST = 100


@dataclass(frozen=True)
class Aside:
    """A tap that was kept aside, with whom it is about where that is known."""

    event: QuarantinedEvent
    name: str

    @property
    def presence(self) -> str:
        return str(self.event.payload.get("presence", ""))


def open_ones(rows: QuerySet[QuarantinedEvent]) -> QuerySet[QuarantinedEvent]:
    return rows.filter(state=QuarantineState.OPEN)


def to_decide(rows: QuerySet[QuarantinedEvent]) -> list[Aside]:
    """Those that wait for a decision, the oldest first. Two queries."""
    events = open_ones(rows).select_related("device__user", "session__run__course")
    found = list(events.order_by("received_at", "pk")[:MOST])
    places = Enrollment.objects.filter(uuid__in=_rows_in(found)).select_related("person")
    names = {str(place.uuid): place.person.name for place in places}
    return [Aside(event, _name(event, names)) for event in found]


def _rows_in(events: list[QuarantinedEvent]) -> list[UUID]:
    found = []
    for event in events:
        try:
            found.append(UUID(str(event.payload.get("row"))))
        except ValueError:
            continue
    return found


def _name(event: QuarantinedEvent, names: dict[str, str]) -> str:
    person = event.payload.get("person")
    told = person if isinstance(person, dict) else {}
    own = told.get("name_km") or told.get("name_latin") or ""
    return names.get(str(event.payload.get("row")), str(own))


def unsent_phones(phones: QuerySet[Device]) -> QuerySet[Device]:
    """Phones that held marks at their last contact, the longest first."""
    rows = phones.filter(unsent__gt=0, revoked_at=None, user__isnull=False)
    return rows.select_related("user", "user__training_person").order_by("unsent_since", "pk")


def to_close_with(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """The sessions with what a checklist before closing asks: how many `sheets` there are, `aside`
    marks wait, walk-ins are `unmatched`, and whether a phone `holds_marks`."""
    phones = Device.objects.filter(unsent__gt=0, revoked_at=None)
    hers = phones.filter(user__training_person__run_trainings__run=OuterRef("run"))
    return sessions.annotate(
        sheets=number_of(SessionEvidence.objects.all(), "session"),
        aside=number_of(open_ones(QuarantinedEvent.objects.all()), "session"),
        unmatched=number_of(unmatched_walk_ins(), "run", "run"),
        holds_marks=Exists(hers),
    )
