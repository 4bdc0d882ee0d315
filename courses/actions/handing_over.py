"""Notes of a session, and a run that goes to another trainer."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Person, RunTrainer, Session
from courses.queries.people import newest_employers
from courses.rules.khmer import clean

LONGEST_NOTES = 2000
REFUSALS = {
    "too_long": _("These notes are too long. Keep what the next trainer needs."),
    "run_closed": _("This run is closed. Its record stays as it is."),
    "no_note": _("Say in a few words what the other trainer has to know."),
    "leads_already": _("This trainer leads the run already."),
    "takes_part": _("This person takes part in the run and cannot lead it."),
}


@transaction.atomic
def note_session(session: Session, notes: str, *, by: AbstractBaseUser) -> Session:
    """Keep what trainers tell each other about a session; the same again changes nothing.

    Raises Refused `too_long`.
    """
    session = Session.objects.select_for_update().get(pk=session.pk)
    notes = "\n".join(clean(line) for line in notes.strip().splitlines())
    if len(notes) > LONGEST_NOTES:
        raise _no("too_long")
    if notes != session.notes:
        session.notes = notes
        session.save(update_fields=["notes"])
        record(session, "session_noted", by=by)
    return session


@transaction.atomic
def hand_over_run(run: CourseRun, to: Person, note: str, *, by: AbstractBaseUser) -> CourseRun:
    """Let somebody else lead a run; whoever led it stays as a trainer and still sees it. Who is new
    on it trains for her employer. The note goes into the history of the run.

    Locks the run. Raises Refused: `no_note`, `run_closed`, `leads_already`, `takes_part`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if not note.strip():
        raise _no("no_note")
    if run.status != RunStatus.PLANNED:
        raise _no("run_closed")
    if run.enrollments.holding_seats().filter(person=to).exists():
        raise _no("takes_part")
    leads = run.run_trainers.filter(is_lead=True).select_related("person").first()
    if leads and leads.person_id == to.pk:
        raise _no("leads_already")
    run.run_trainers.filter(is_lead=True).update(is_lead=False)
    employer = newest_employers([to]).get(to.pk)
    RunTrainer.objects.update_or_create(
        run=run,
        person=to,
        defaults={"is_lead": True},
        create_defaults={"is_lead": True, "organization_id": employer},
    )
    former = leads.person.card_code if leads else ""
    record(run, "run_handed_over", by=by, former=former, to=to.card_code, note=note.strip())
    return run


def _no(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)
