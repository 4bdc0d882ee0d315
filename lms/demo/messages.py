"""Messages of the demo in every state: sent, waiting, failed, ready to paste. None ever leaves."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef
from django.utils import timezone

from courses.actions.messages import write_to_group
from courses.actions.queueing import Event, queue
from courses.choices import MessageChannel, MessageKind, MessageProblem, MessageStatus
from courses.models import CourseRun, Enrollment, Message, Person
from courses.queries.message_words import RunWords

#: By status of the place, what its people have heard.
TOLD = {
    "enrolled": MessageKind.CONFIRMATION,
    "waitlisted": MessageKind.WAITLISTED,
    "requested": MessageKind.REQUESTED,
    "offered": MessageKind.OFFER,
    "withdrawn": MessageKind.WITHDRAWAL,
}
#: What became of the first messages, then again and again of all.
FATES = ("failed", "sent", "unsure", "pasted", "sent", "sent", "to_paste", "sent", "sent", "sent")
DETAILS = {
    "failed": (MessageProblem.BAD_ADDRESS, "unknown subscriber"),
    "unsure": (MessageProblem.NO_ANSWER, ""),
}
NEWS = UUID("5a1a5a1a-0000-4000-8000-00000000000a")
NEWS_KM = "សូមយកវ៉ែនតាមកជាមួយ បើអ្នកត្រូវការសម្រាប់អាន។ អាហារថ្ងៃត្រង់មានឱ្យ។"
NEWS_EN = "Please bring your glasses if you need them to read. Lunch is provided."
REMINDED_AT = time(17)


def write_messages(today: date, trainers: Iterable[Person], *, by: AbstractBaseUser) -> None:
    """The next run of each trainer has told its people everything; reminders wait for their day."""
    runs = dict.fromkeys(run for trainer in trainers for run in _coming(today, trainer))
    fates = _fates()
    for run in runs:
        words = RunWords(run, timezone.now())
        for status, kind in TOLD.items():
            places = list(run.enrollments.filter(status=status).order_by("pk"))
            _settle(_told(kind, words, places), today, fates)
        _remind(run, words, today)
    if runs:
        write_to_group(next(iter(runs)), text_km=NEWS_KM, text_en=NEWS_EN, form=NEWS, by=by)


def _coming(today: date, trainer: Person) -> list[CourseRun]:
    """The next one that she leads, and the next on which people wait or are offered a seat."""
    runs = CourseRun.objects.filter(run_trainers__person=trainer, starts_on__gt=today)
    runs = runs.order_by("starts_on", "pk")
    hopes = Enrollment.objects.filter(run=OuterRef("pk"), status__in=("offered", "waitlisted"))
    return [run for run in (runs.first(), runs.filter(Exists(hopes)).first()) if run]


def _told(kind: MessageKind, words: RunWords, places: list[Enrollment]) -> list[Message]:
    event = Event(
        kind,
        words,
        mark=lambda each: f"{each.status_since.timestamp():.6f}",
        deadlines={each.pk: each.offer_ends_at for each in places if each.offer_ends_at},
    )
    return queue(event, places)


def _fates() -> Iterator[str]:
    for number in count():
        yield FATES[number % len(FATES)]


def _settle(messages: list[Message], today: date, fates: Iterator[str]) -> None:
    """As if they had gone out by SMS two days ago."""
    moment = timezone.make_aware(datetime.combine(today - timedelta(days=2), time(9, 30)))
    for message, fate in zip(messages, fates, strict=False):
        message.status, message.created_at = MessageStatus(fate), moment
        if fate not in ("to_paste", "pasted"):
            _by_sms(message)
        if fate in ("sent", "pasted"):
            message.sent_at = moment + timedelta(seconds=40)
        message.problem, message.problem_detail = DETAILS.get(fate, ("", ""))
        message.attempts = 0 if fate in ("to_paste", "pasted") else 1
    fields = ("status", "created_at", "channel", "address", "sent_at", "problem")
    Message.objects.bulk_update(messages, [*fields, "problem_detail", "attempts"])


def _remind(run: CourseRun, words: RunWords, today: date) -> None:
    """Wait for the evening two days before."""
    first = run.sessions.taking_place().order_by("starts_at").first()
    evening = datetime.combine(first.day - timedelta(days=2), REMINDED_AT)
    if evening.date() <= today:
        return
    event = Event(
        MessageKind.REMINDER,
        words,
        mark=lambda _each: f"{first.day:%Y%m%d}:2",
        not_before=timezone.make_aware(evening),
        session=first,
        useless_after=first.starts_at,
    )
    messages = queue(event, run.enrollments.enrolled().order_by("pk")[:12])
    for message in messages:
        message.status = MessageStatus.QUEUED
        _by_sms(message)
    Message.objects.bulk_update(messages, ["status", "channel", "address"])


def _by_sms(message: Message) -> None:
    message.channel = MessageChannel.SMS
    message.address = message.address or f"+85512700{message.enrollment_id % 1000:03}"
