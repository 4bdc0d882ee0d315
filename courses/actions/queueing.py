"""Write messages about one event: one for each person, or new words for the one that waits."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from courses.choices import MessageChannel, MessageKind, MessageStatus
from courses.models import Enrollment, Message, Session
from courses.queries.message_words import RunWords, Words, words_for
from courses.queries.recipients import Recipient, recipients_of
from courses.rules.calendar_words import date_and_time
from courses.signals import messages_queued

AT_ONCE = 500
NEWS_DAYS = 7


@dataclass(frozen=True)
class Event:
    """What happened on a run. `mark` tells events of one kind apart for an enrolment: the same mark
    is the same message. `folds` are the kinds that take in the new words while they wait; `more`
    are values for the placeholders, `by_language` such in one language, `reasons` and `deadlines`
    those of single enrolments, as `singles` are for other values. A message is worth sending until
    its deadline or `useless_after`, else until the run ends; one about something that lasts
    (`is_for_good`) always."""

    kind: MessageKind
    words: RunWords
    mark: Callable[[Enrollment], str]
    not_before: datetime | None = None
    folds: tuple[str, ...] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    deadlines: Mapping[int, datetime] = field(default_factory=dict)
    singles: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    session: Session | None = None
    useless_after: datetime | None = None
    is_for_good: bool = False
    by_language: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@transaction.atomic(savepoint=False)
def queue(event: Event, enrollments: Iterable[Enrollment]) -> list[Message]:
    """Queue the message of the event for everybody who has not got it yet; returns the new ones.

    Belongs into the transaction of the verb. After the commit `messages_queued` tells which may
    leave now.
    """
    places = {each.pk: each for each in enrollments}
    if not places:
        return []
    run = event.words.run
    waiting = _fold(event, places) if event.folds else set()
    theirs = {pk: _key(event, each) for pk, each in places.items() if pk not in waiting}
    known = _known(list(theirs.values()))
    new = [places[pk] for pk, key in theirs.items() if key not in known]
    pen = _Pen(event)
    messages = [pen.message(each, theirs[each.enrollment_id]) for each in recipients_of(run, new)]
    Message.objects.bulk_create(messages, batch_size=AT_ONCE)
    ids = [each.pk for each in messages if _leaves_now(each)]
    if ids:
        send = partial(messages_queued.send_robust, sender=Message, ids=ids)
        transaction.on_commit(send)
    return messages


def in_parts(items: list) -> Iterator[list]:
    """The items in portions that every database takes as parameters of one query."""
    for first in range(0, len(items), AT_ONCE):
        yield items[first : first + AT_ONCE]


def _known(keys: list[str]) -> set[str]:
    return {
        key
        for part in in_parts(keys)
        for key in Message.objects.filter(key__in=part).values_list("key", flat=True)
    }


def _key(event: Event, enrollment: Enrollment) -> str:
    return f"{event.kind}:{enrollment.pk}:{event.mark(enrollment)}"


def _leaves_now(message: Message) -> bool:
    return message.status == MessageStatus.QUEUED and message.not_before <= timezone.now()


def _fold(event: Event, places: Mapping[int, Enrollment]) -> set[int]:
    """Write the plan of today into what waits; returns the enrolments that are told by that. The
    rows are taken out and put back with the same keys, which is quicker than changing each."""
    rows = event.words.run.messages.open().select_for_update().filter(kind__in=event.folds)
    waiting = {row.enrollment_id: row for row in rows if row.enrollment_id in places}
    pens = {kind: _Pen(event, kind) for kind in {row.kind for row in waiting.values()}}
    people = {
        each.enrollment_id: each
        for each in recipients_of(event.words.run, [places[pk] for pk in waiting])
    }
    told = [waiting[pk] for pk in people]
    for row in told:
        text = pens[row.kind].text(people[row.enrollment_id], is_discreet=row.is_discreet)
        row.subject, row.body = text.subject, text.body
        row.useless_after = event.words.ends_at
        if row.kind == event.kind and event.not_before:
            row.not_before = event.not_before
    for part in in_parts([row.pk for row in told]):
        Message.objects.filter(pk__in=part).delete()
    for row in told:
        row.pk = None
    Message.objects.bulk_create(told, batch_size=AT_ONCE)
    return {row.enrollment_id for row in told}


class _Pen:
    """Writes the messages of one event; the facts are put into words once for each language."""

    def __init__(self, event: Event, kind: str = "") -> None:
        self.event = event
        self.kind = MessageKind(kind or event.kind)
        self.words: Words = words_for(self.kind)
        self.now = timezone.now()
        self._values: dict[str, dict[str, str]] = {}

    def message(self, to: Recipient, key: str) -> Message:
        text = self.text(to, is_discreet=to.contact.is_discreet)
        is_pasted = to.contact.channel == MessageChannel.PASTE
        return Message(
            key=key,
            kind=self.kind,
            person_id=to.person_id,
            run=self.event.words.run,
            enrollment_id=to.enrollment_id,
            session=self.event.session,
            language=to.language,
            channel=to.contact.channel,
            address=to.contact.address,
            is_discreet=to.contact.is_discreet,
            subject=text.subject,
            body=text.body,
            status=MessageStatus.TO_PASTE if is_pasted else MessageStatus.QUEUED,
            not_before=self.event.not_before or self.now,
            useless_after=self._useless_after(to),
        )

    def text(self, to: Recipient, *, is_discreet: bool):
        own = {"name": to.name, "card": to.card_code}
        own |= self.event.singles.get(to.enrollment_id, {})
        if self.event.reasons:
            own["reason"] = self.event.reasons.get(to.enrollment_id, "")
        if ends := self.event.deadlines.get(to.enrollment_id):
            own["deadline"] = date_and_time(timezone.localtime(ends), to.language)
        values = {**self._of(to.language), **own}
        return self.words.text(to.language, values, is_discreet=is_discreet)

    def _of(self, language: str) -> dict[str, str]:
        if language not in self._values:
            day = self.event.session.day if self.event.session else None
            more = {**self.event.more, **self.event.by_language.get(language, {})}
            self._values[language] = self.event.words.values(language, day, **more)
        return self._values[language]

    def _useless_after(self, to: Recipient) -> datetime | None:
        if ends := self.event.deadlines.get(to.enrollment_id):
            return ends
        if self.event.is_for_good:
            return None
        if self.kind == MessageKind.NEWS:
            return self.now + timedelta(days=NEWS_DAYS)
        return self.event.useless_after or self.event.words.ends_at
