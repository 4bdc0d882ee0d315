"""Send what is queued. A message is claimed, sent and settled one at a time, each step committed.

A worker that dies leaves at most one message `sending`. When its lease is over it goes back into
the queue where the gateway sends a key only once; elsewhere, and for e-mail, it becomes `unsure`:
nobody sends it a second time but a person who decides to.
"""

import logging
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from courses.adapters.calendars import Invitation, invitation
from courses.adapters.gateways import Gateway, GatewayError, Outcome, configured_gateway
from courses.adapters.letters import CalendarFile, Letter, Postbox
from courses.choices import MessageChannel, MessageProblem, MessageStatus
from courses.models import Message, Person
from courses.queries.calendars import entries_for_message
from courses.queries.messages import revealed

logger = logging.getLogger(__name__)
#: How long a worker may take for one message before it counts as dead.
LEASE = timedelta(minutes=5)
#: Minutes until the next attempt, by how many there were.
WAITS = (1, 5, 30, 120)


class Post:
    """The ways out of the house, opened when they are needed and closed at the end."""

    def __init__(self) -> None:
        self.postbox = Postbox()
        self.gateway: Gateway | None = configured_gateway()

    def __enter__(self) -> "Post":
        return self

    def __exit__(self, *_error: object) -> None:
        self.postbox.close()

    def repeats_safely(self, channel: str) -> bool:
        way = self.gateway if channel == MessageChannel.SMS else self.postbox
        return way is not None and way.repeats_safely

    def send(self, message: Message) -> str:
        """Returns the receipt. Raises GatewayError."""
        if message.channel == MessageChannel.EMAIL:
            return self.postbox.send(_letter(message))
        if self.gateway is None:
            raise GatewayError(Outcome.NEVER, MessageProblem.NOT_SET_UP)
        return self.gateway.send(message.address, revealed(message.body), message.key)


def send_waiting(
    ids: Collection[int] | None = None, *, seconds: float | None = None
) -> Counter[str]:
    """Send everything that is due, or those of `ids` that are; returns how many ended in which
    status. Several workers may do this at once. Stops after `seconds`; the rest waits."""
    told: Counter[str] = Counter()
    end = None if seconds is None else monotonic() + seconds
    with Post() as post:
        while (end is None or monotonic() < end) and (message := _claim(ids)):
            status = message.status
            if status == MessageStatus.SENDING:
                status = _deliver(message, post)
            told[status] += 1
    return told


@transaction.atomic
def _claim(ids: Collection[int] | None) -> Message | None:
    """The next message that is due, now ours; one that is not worth sending any more is put away
    on the way and comes back as `cancelled`."""
    now = timezone.now()
    rows = Message.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    message = rows.select_related("run", "person").first()
    if message is None:
        return None
    message.status, message.claimed_at = MessageStatus.SENDING, now
    if message.person.erased_at or (message.useless_after and message.useless_after < now):
        message.status = MessageStatus.CANCELLED
    else:
        message.attempts += 1
    message.save(update_fields=["status", "claimed_at", "attempts"])
    return message


def _deliver(message: Message, post: Post) -> str:
    try:
        receipt = post.send(message)
    except GatewayError as error:
        return _not_sent(message, error, post)
    except Exception as error:
        logger.exception("Message %s could not be sent", message.pk)
        broken = GatewayError(Outcome.UNKNOWN, MessageProblem.NO_ANSWER, type(error).__name__)
        return _not_sent(message, broken, post)
    return _settle(message, MessageStatus.SENT, sent_at=timezone.now(), receipt=receipt, problem="")


def _not_sent(message: Message, error: GatewayError, post: Post) -> str:
    said = {"problem": error.problem, "problem_detail": error.detail}
    if error.outcome == Outcome.UNKNOWN and not post.repeats_safely(message.channel):
        return _settle(message, MessageStatus.UNSURE, **said)
    if error.outcome == Outcome.NEVER or message.attempts > len(WAITS):
        return _settle(message, MessageStatus.FAILED, **said)
    wait = error.retry_after or 60 * WAITS[message.attempts - 1]
    later = timezone.now() + timedelta(seconds=wait)
    return _settle(message, MessageStatus.QUEUED, not_before=later, **said)


@transaction.atomic
def _settle(message: Message, status: str, **values: object) -> str:
    """Write what became of a message, unless somebody else has claimed it since."""
    mine = Message.objects.filter(
        pk=message.pk,
        claimed_at=message.claimed_at,
        status__in=(MessageStatus.SENDING, MessageStatus.UNSURE),
    )
    mine.update(status=status, **values)
    return status


@transaction.atomic
def settle_stuck(now: datetime | None = None) -> Counter[str]:
    """Look after messages whose worker died; returns how many went back into the queue and how many
    nobody can be sure about. Idempotent."""
    now = now or timezone.now()
    with Post() as post:
        safe = [each for each in MessageChannel.values if post.repeats_safely(each)]
    stuck = Message.objects.filter(status=MessageStatus.SENDING, claimed_at__lt=now - LEASE)
    again = stuck.filter(channel__in=safe).update(status=MessageStatus.QUEUED)
    unsure = stuck.update(status=MessageStatus.UNSURE, problem=MessageProblem.INTERRUPTED)
    return Counter({MessageStatus.QUEUED: again, MessageStatus.UNSURE: unsure})


@transaction.atomic
def put_away_useless(now: datetime | None = None) -> int:
    """Cancel what waits and is not worth sending or pasting any more; returns how many."""
    now = now or timezone.now()
    stale = Message.objects.open().filter(useless_after__lt=now)
    return stale.update(status=MessageStatus.CANCELLED)


@transaction.atomic
def forget_words(ids: Iterable[int]) -> None:
    """Empty words and addresses of messages; that they were sent stays."""
    Message.objects.filter(pk__in=ids).update(**EMPTY)


@transaction.atomic
def forget_messages(people: Collection[Person]) -> None:
    """Empty the messages of these people, and send nothing that waits."""
    theirs = Message.objects.filter(person__in=people)
    theirs.open().update(status=MessageStatus.CANCELLED)
    theirs.update(**EMPTY)


#: What says who was told what.
EMPTY = {"address": "", "subject": "", "body": "", "problem_detail": "", "receipt": ""}


def _letter(message: Message) -> Letter:
    zone = settings.TIME_ZONE
    to = Invitation(
        organizer=settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].strip(" >"),
        organizer_name=getattr(settings, "WAGTAIL_SITE_NAME", ""),
        attendee=message.address,
    )
    files = [
        CalendarFile(
            name=f"{message.run.code}-{number}.ics",
            method="CANCEL" if entry.is_cancelled else "REQUEST",
            text=invitation(entry, to, zone=zone).decode(),
        )
        for number, entry in enumerate(entries_for_message(message, timezone.now()), 1)
    ]
    text = revealed(message.body)
    return Letter(message.address, message.subject, text, str(message.uuid), files)
