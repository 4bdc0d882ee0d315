"""Drop personal data whose time is over, as the register of personal data promises."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail import hooks

from courses import conf
from courses.actions.audit import record, record_each
from courses.actions.devices import forget_phones
from courses.actions.evidence import destroy_evidence
from courses.actions.factory_actions import destroy_action_files
from courses.actions.quarantine import forget_taps
from courses.actions.sending import forget_words
from courses.choices import ImportStatus
from courses.models import (
    CourseRun,
    ImportBatch,
    Invitation,
    Nomination,
    NominationState,
    Person,
    PersonMerge,
    PersonPhone,
)
from courses.queries import retention as queries
from courses.queries.pins import old_guesses
from courses.rules import retention as terms
from courses.rules.erasure import NO_NOMINEE, without_contacts, without_people
from courses.rules.participant_rows import ParsedList
from courses.rules.retention import Term

logger = logging.getLogger(__name__)
#: Another app or the site adds work for its own terms: `fn()` returns a list of Enforcer.
RETENTION_HOOK = "courses_retention"
AT_ONCE = 500


@dataclass(frozen=True)
class Enforcer:
    """The work behind a term: which rows are due at a moment, and what takes the data away from
    some of them. What was taken away once is not due again."""

    term: Term
    due: Callable[[datetime], QuerySet]
    forget: Callable[[list], None]

    def due_now(self, now: datetime) -> QuerySet | None:
        """The rows whose time is over; None where the programme keeps them without an end."""
        days = conf.get(self.term.setting) if self.term.setting else 0
        return None if days is None else self.due(now - timedelta(days=days))


def count_due(now: datetime | None = None) -> dict[str, int]:
    """How many rows each term would let go, by its code. Changes nothing."""
    now = now or timezone.now()
    return {each.term.code: _number(each.due_now(now)) for each in enforcers()}


def enforce_retention(now: datetime | None = None) -> dict[str, int]:
    """Take away what is due; returns how many rows, by the code of the term. Idempotent: what a
    crash left, the next night finds. The numbers, the terms and the reasons go into the log."""
    now = now or timezone.now()
    done = {}
    for each in enforcers():
        done[each.term.code] = number = sum(
            _forget(each, rows) for rows in _in_parts(each.due_now(now))
        )
        reason = each.term.told(conf.get(each.term.setting) if each.term.setting else None)
        logger.info("Retention %s: %d rows went. Kept: %s", each.term.code, number, reason)
    return done


def enforcers() -> list[Enforcer]:
    """Those of this app and of others, in a fixed order."""
    return [*OURS, *(each for add in hooks.get_hooks(RETENTION_HOOK) for each in add())]


def _number(rows: QuerySet | None) -> int:
    return 0 if rows is None else rows.order_by().count()


def _in_parts(rows: QuerySet | None) -> Iterator[list]:
    """The ids of the rows, some at a time; those that are due when it begins."""
    ids = [] if rows is None else list(rows.order_by("pk").values_list("pk", flat=True))
    for first in range(0, len(ids), AT_ONCE):
        yield ids[first : first + AT_ONCE]


@transaction.atomic
def _forget(enforcer: Enforcer, ids: list) -> int:
    enforcer.forget(ids)
    return len(ids)


def _put_lists_aside(ids: list[int]) -> None:
    for batch in _locked_lists(ids, queries.UNDECIDED):
        batch.status, batch.decided_at = ImportStatus.DISCARDED, timezone.now()
        batch.content, batch.file = ParsedList((), ()).as_data(), b""
        batch.save()
        record(batch.run, "list_put_aside", by=None, batch=batch.pk)


def _empty_lists(ids: list[int]) -> None:
    """What became of each row stays as a number; who it was goes. Nothing can be taken back."""
    for batch in _locked_lists(ids, queries.DECIDED):
        batch.content, batch.file, batch.made = without_people(batch.content), b"", []
        batch.outcomes = [
            {name: value for name, value in told.items() if name != "sentence"}
            for told in batch.outcomes
        ]
        batch.emptied_at = timezone.now()
        batch.save()
        record(batch.run, "list_emptied", by=None, batch=batch.pk, rows=len(batch.outcomes))


def _locked_lists(ids: list[int], statuses: Iterable[ImportStatus]) -> Iterator[ImportBatch]:
    """One list after the other, after its run is locked; those that moved on meanwhile stay."""
    rows = ImportBatch.objects.filter(pk__in=ids).order_by("run", "pk")
    for pk, run in rows.values_list("pk", "run"):
        run = CourseRun.objects.select_for_update().get(pk=run)
        found = ImportBatch.objects.select_for_update().filter(pk=pk, status__in=statuses)
        for batch in found:
            batch.run = run
            yield batch


def _forget_nominees(ids: list[int]) -> None:
    """Nobody decides about them any more; a number in the list of their organization stays."""
    rows = Nomination.objects.filter(pk__in=ids).exclude(state=NominationState.TAKEN)
    _tell_runs(rows)
    rows.filter(state=NominationState.LISTED).update(state=NominationState.REFUSED)
    rows.update(**NO_NOMINEE)


def _forget_details_of_nominees(ids: list[int]) -> None:
    rows = Nomination.objects.filter(pk__in=ids)
    _tell_runs(rows)
    rows.update(**queries.DETAILS)


def _tell_runs(nominations: QuerySet[Nomination]) -> None:
    people: dict[int, int] = {}
    for run in nominations.values_list("invitation__run", flat=True):
        people[run] = people.get(run, 0) + 1
    runs = CourseRun.objects.in_bulk(people)
    told = ((runs[pk], {"people": number}) for pk, number in people.items())
    record_each(told, "nominations_emptied", by=None)


def _forget_contacts_of_links(ids: list[int]) -> None:
    Invitation.objects.filter(pk__in=ids).update(contact_name="")


def _forget_contacts(ids: list[int]) -> None:
    """Phones and e-mails go, also out of what merges would put back."""
    people = list(Person.everybody.select_for_update(of=("self",)).filter(pk__in=ids))
    PersonPhone.objects.filter(person__in=people).delete()
    Person.everybody.filter(pk__in=ids).update(email="")
    for merge in PersonMerge.objects.touching(*people).exclude(changes=[]).distinct():
        PersonMerge.objects.filter(pk=merge.pk).update(changes=without_contacts(merge.changes))
    record_each(((person, {}) for person in people), "contacts_dropped", by=None)


def deleting(find: Callable[[datetime], QuerySet]) -> Callable[[list], None]:
    """The verb for rows that go as a whole."""

    def delete(ids: list[Any]) -> None:
        find(timezone.now()).model._base_manager.filter(pk__in=ids).delete()

    return delete


OURS = (
    Enforcer(terms.UNDECIDED_LIST, queries.undecided_lists, _put_lists_aside),
    Enforcer(terms.LIST, queries.old_lists, _empty_lists),
    Enforcer(terms.NOMINEE, queries.nominees_not_taken, _forget_nominees),
    Enforcer(terms.NOMINEE_DETAILS, queries.nominees_with_details, _forget_details_of_nominees),
    Enforcer(terms.LINK_CONTACT, queries.contacts_of_links, _forget_contacts_of_links),
    Enforcer(terms.CONTACT, queries.people_with_old_contacts, _forget_contacts),
    Enforcer(terms.WAITING_PAIR, queries.decided_pairs, deleting(queries.decided_pairs)),
    Enforcer(terms.UPLOAD, queries.old_uploads, deleting(queries.old_uploads)),
    Enforcer(terms.EVIDENCE, queries.old_evidence, destroy_evidence),
    Enforcer(terms.ACTION_EVIDENCE, queries.old_action_evidence, destroy_action_files),
    Enforcer(terms.MESSAGE, queries.old_messages, forget_words),
    Enforcer(terms.EXPORT, queries.old_exports, deleting(queries.old_exports)),
    Enforcer(terms.LOOK_UP, queries.old_look_ups, deleting(queries.old_look_ups)),
    Enforcer(terms.FEEDBACK_TICKET, queries.useless_tickets, deleting(queries.useless_tickets)),
    Enforcer(terms.GUESS, old_guesses, deleting(old_guesses)),
    Enforcer(terms.TAP, queries.old_taps, forget_taps),
    Enforcer(terms.LESSON_EVENT, queries.old_lesson_events, deleting(queries.old_lesson_events)),
    Enforcer(terms.SHARE, queries.old_shares, deleting(queries.old_shares)),
    Enforcer(terms.PHONE, queries.old_phones, forget_phones),
)
