"""Messages as trainers and staff look at them: what was told whom, what failed, what to paste."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Min, Q, QuerySet, Value, When
from wagtail import hooks

from courses.choices import TROUBLED_MESSAGES, MessageKind, MessageStatus
from courses.models import CourseRun, Message
from courses.queries.message_words import everyone
from courses.rules.messages import for_everyone, with_secrets

#: Another app says what stands for a mark of its kind in a text: `fn(kind, key)` returns an
#: address, or "" for a mark that is not its own.
SECRETS_HOOK = "courses_message_secrets"
#: These say something about one person that others of her group must not read.
OF_ONE = (MessageKind.CERTIFICATE, MessageKind.FOLLOW_UP)
#: What a person should look at comes first.
FIRST = (*TROUBLED_MESSAGES, MessageStatus.TO_PASTE, MessageStatus.QUEUED, MessageStatus.SENDING)


def troubled_first(rows: QuerySet[Message]) -> QuerySet[Message]:
    """Failed ones, doubtful ones, what waits, then the others; the newest first."""
    order = Case(
        *(When(status=status, then=Value(place)) for place, status in enumerate(FIRST)),
        default=Value(len(FIRST)),
        output_field=IntegerField(),
    )
    return rows.annotate(urgency=order).order_by("urgency", "-pk")


def messages_of(run: CourseRun) -> QuerySet[Message]:
    """The messages of a run with their people."""
    return troubled_first(run.messages.select_related("person"))


def revealed(text: str) -> str:
    """The text as it leaves the house, with addresses that are stored nowhere."""
    hooked = hooks.get_hooks(SECRETS_HOOK)
    return with_secrets(text, lambda kind, key: "".join(say(kind, key) for say in hooked))


def veiled(text: str) -> str:
    """The text as others may read it later."""
    return with_secrets(text, lambda _kind, _key: "…")


@dataclass(frozen=True)
class MessageCounts:
    sent: int
    waiting: int
    ready: int
    troubled: int

    @property
    def all(self) -> int:
        return self.sent + self.waiting + self.ready + self.troubled


def message_counts(run: CourseRun) -> MessageCounts:
    """How many messages of the run are where. One query."""

    def number(*statuses: str) -> Count:
        return Count("pk", filter=Q(status__in=statuses))

    return MessageCounts(
        **run.messages.order_by().aggregate(
            sent=number(MessageStatus.SENT, MessageStatus.PASTED),
            waiting=number(MessageStatus.QUEUED, MessageStatus.SENDING),
            ready=number(MessageStatus.TO_PASTE),
            troubled=number(*TROUBLED_MESSAGES),
        )
    )


@dataclass(frozen=True)
class GroupText:
    """One text that tells everybody of a group the same, by the `uuid` of the message it was made
    from."""

    uuid: UUID
    kind: str
    language: str
    people: int
    body: str

    @property
    def label(self) -> str:
        return str(MessageKind(self.kind).label)


def group_texts(run: CourseRun) -> list[GroupText]:
    """The ready texts of a run for a whole group, one for each kind, session and language in which
    more than one person waits for it. Texts for shared phones are not for a group, nor are those
    about a paper of one person. Two queries."""
    ready = run.messages.ready().filter(is_discreet=False).exclude(kind__in=OF_ONE).order_by()
    groups = list(
        ready.values("kind", "session", "language")
        .annotate(people=Count("pk"), example=Min("pk"))
        .filter(people__gt=1)
        .order_by("example")
    )
    examples = Message.objects.select_related("person").in_bulk(
        [group["example"] for group in groups]
    )
    return [_group_text(examples[group["example"]], group["people"]) for group in groups]


def _group_text(example: Message, people: int) -> GroupText:
    body = for_everyone(
        example.body,
        name=example.person.called_in(example.language),
        card_code=example.person.card_code,
        everyone=everyone(example.language),
    )
    return GroupText(example.uuid, example.kind, example.language, people, body)


def of_group(run: CourseRun, example: Message) -> QuerySet[Message]:
    """The ready texts that go with the group text made from a message."""
    rows = run.messages.ready().exclude(kind__in=OF_ONE)
    return rows.filter(
        kind=example.kind,
        session=example.session_id,
        language=example.language,
        is_discreet=False,
    )


def troubled_messages() -> QuerySet[Message]:
    """Messages that did not leave, or of which nobody knows."""
    return Message.objects.troubled()


def messages_found(rows: QuerySet[Message], words: str) -> QuerySet[Message]:
    """Messages to people whose name holds the words, or of runs whose code does."""
    return rows.filter(
        Q(person__name_km__icontains=words)
        | Q(person__family_name_latin__icontains=words)
        | Q(person__given_name_latin__icontains=words)
        | Q(person__card_code__icontains=words)
        | Q(run__code__icontains=words)
    )
