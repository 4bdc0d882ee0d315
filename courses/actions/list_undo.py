"""Take the people of an added list off its run again, but for what was built on them since."""

from collections import Counter
from dataclasses import asdict

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import call_off
from courses.actions.audit import record
from courses.actions.enrollment import fill_free_seats
from courses.actions.ledger import put_back
from courses.adapters.memory import forget
from courses.choices import ImportStatus, UndoReason
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, ImportBatch, Person
from courses.queries.list_undo import built_on_people, built_on_places
from courses.rules.erasure import without_samples
from courses.rules.participant_rows import ParsedRow

AT_ONCE = 500
UNDONE_PERSON, UNDONE_PLACE, UNDONE_NOTHING = "person", "place", "stays"


@transaction.atomic
def undo_participant_list(batch: ImportBatch, *, by: AbstractBaseUser) -> ImportBatch:
    """Remove the places and the people that the list made; put back places that it wrote over.

    What something was built on since stays. Every row says in `outcomes` what became of it:
    `undone` is `person` (she was new and is gone), `place` (she is off the run) or `stays`, with
    the `reason`, a code of `courses.choices.UndoReason`. Seats that become free go to the waiting
    list. Doing it twice changes nothing. Locks the run, its sessions, then the list. Raises Refused
    `not_added`, or `emptied` where its people are no longer kept.
    """
    run = CourseRun.objects.select_for_update().get(pk=batch.run_id)
    list(run.sessions.select_for_update().order_by("pk"))
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.status == ImportStatus.UNDONE:
        return batch
    if batch.status != ImportStatus.COMMITTED:
        raise Refused(_("The people of this list were not added."), code="not_added")
    if batch.emptied_at:
        raise Refused(
            _("The people of this list are no longer kept, so it cannot be taken back."),
            code="emptied",
        )
    for first in range(0, len(batch.made), AT_ONCE):
        _undo(batch, range(first, min(first + AT_ONCE, len(batch.made))))
    batch.status, batch.decided_at, batch.made = ImportStatus.UNDONE, timezone.now(), []
    batch.content = without_samples(batch.content)
    batch.save()
    counts = Counter(told["undone"] for told in batch.outcomes if "undone" in told)
    record(run, "list_undone", by=by, batch=batch.pk, counts=dict(counts))
    fill_free_seats(run, by=by)
    forget()
    transaction.on_commit(forget)
    return batch


def _undo(batch: ImportBatch, rows: range) -> None:
    """First the places, then the people who were new and have nothing left."""
    made = {row: batch.made[row] for row in rows if batch.made[row]}
    places = {each["enrollment"]: row for row, each in made.items()}
    stays = built_on_places(places, batch.decided_at)
    entries = [each["entry"] for each in made.values() if "entry" in each]
    stays |= {
        entry["pk"]: UndoReason.CHANGED
        for entry in entries
        if entry["pk"] not in stays and not put_back(entry)
    }
    call_off(batch.run, {entry["pk"] for entry in entries} - set(stays))
    new = set(places) - {entry["pk"] for entry in entries}
    Enrollment.objects.filter(pk__in=new - set(stays)).delete()
    people = {each["person"]: row for row, each in made.items() if "person" in each}
    built_on = built_on_people(people)
    Person.objects.filter(pk__in=set(people) - set(built_on)).delete()
    why = {people[pk]: reason for pk, reason in built_on.items()}
    why |= {places[pk]: reason for pk, reason in stays.items()}
    for row, each in made.items():
        is_gone = "person" in each and each["person"] not in built_on
        if each["enrollment"] in stays:
            undone = UNDONE_NOTHING
        else:
            undone = UNDONE_PERSON if is_gone else UNDONE_PLACE
        batch.outcomes[row] |= {"undone": undone, "reason": why.get(row, "")}
        if row not in why:
            _forget(batch, row)


def _forget(batch: ImportBatch, row: int) -> None:
    """Nothing of her stays in the list but the number of her row."""
    told = batch.content["rows"][row]
    blank = ParsedRow(sheet=told["sheet"], row_number=told["row_number"])
    batch.content["rows"][row] = asdict(blank)
