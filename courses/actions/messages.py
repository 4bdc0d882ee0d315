"""What trainers and staff do with messages: write to a group, note what went by hand, try again."""

import uuid
from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.queueing import Event, queue
from courses.adapters.shipped_words import shipped_words
from courses.choices import (
    TROUBLED_MESSAGES,
    MessageChannel,
    MessageKind,
    MessageStatus,
)
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, Message, MessageTemplate
from courses.queries.message_words import RunWords
from courses.rules.messages import placeholders, unknown_placeholders
from courses.rules.recipients import other_language

LONGEST_NEWS = 1_000


@transaction.atomic
def write_to_group(
    run: CourseRun, *, text_km: str, text_en: str, form: uuid.UUID, by: AbstractBaseUser
) -> list[Message]:
    """Queue a trainer's own words for everybody with a seat, each in her language where it was
    written in both. `form` is made when the form is shown: the same form again is the same message.

    On a phone that others use too stands only that there is news. Raises Refused: `no_text`,
    `too_long`, `nobody`.
    """
    texts = _texts(text_km, text_en)
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    people = run.enrollments.enrolled().order_by("pk")
    if not people.exists():
        raise Refused(_("Nobody has a seat on this run yet."), code="nobody")
    messages = queue(_news(run, texts, form), people)
    if messages:
        record(run, "group_written_to", by=by, people=len(messages))
    return messages


@transaction.atomic
def write_to_one(
    place: Enrollment, *, text_km: str, text_en: str, form: uuid.UUID, by: AbstractBaseUser
) -> list[Message]:
    """The same for one person on the run. Raises Refused: `no_text`, `too_long`, `not_enrolled`."""
    texts = _texts(text_km, text_en)
    if not place.run.enrollments.enrolled().filter(pk=place.pk).exists():
        raise Refused(_("This person is not on the run any more."), code="not_enrolled")
    messages = queue(_news(place.run, texts, form), [place])
    if messages:
        record(place.run, "person_written_to", by=by, enrollment=place.pk)
    return messages


def _texts(text_km: str, text_en: str) -> dict[str, str]:
    texts = {"km": text_km.strip(), "en": text_en.strip()}
    if not any(texts.values()):
        raise Refused(_("Write the message in Khmer or in English."), code="no_text")
    if max(map(len, texts.values())) > LONGEST_NEWS:
        raise Refused(_("This message is too long. Say it in fewer words."), code="too_long")
    return {code: text or texts[other_language(code)] for code, text in texts.items()}


def _news(run: CourseRun, texts: dict[str, str], form: uuid.UUID) -> Event:
    return Event(
        MessageKind.NEWS,
        RunWords(run, timezone.now()),
        mark=lambda _each: form.hex[:16],
        by_language={code: {"text": text} for code, text in texts.items()},
    )


@transaction.atomic
def note_pasted(run: CourseRun, messages: Iterable[Message], *, by: AbstractBaseUser) -> int:
    """Note that somebody sent these texts by hand; returns how many were still to do."""
    ready = run.messages.ready().filter(pk__in=[each.pk for each in messages])
    number = ready.update(status=MessageStatus.PASTED, sent_at=timezone.now())
    if number:
        record(run, "messages_pasted", by=by, people=number)
    return number


@transaction.atomic
def try_again(message: Message, *, by: AbstractBaseUser) -> Message:
    """Queue a message once more that failed, or that may have been sent; then it may come twice.

    Raises Refused: `not_failed`, `words_gone`, `useless`.
    """
    message = Message.objects.select_for_update(of=("self",)).select_related("run").get(
        pk=message.pk
    )  # fmt: skip
    if message.status not in TROUBLED_MESSAGES:
        raise Refused(_("This message did not fail."), code="not_failed")
    if not message.body:
        raise Refused(_("The words of this message are not kept any more."), code="words_gone")
    if message.useless_after and message.useless_after < timezone.now():
        raise Refused(_("It is too late for this message."), code="useless")
    message.status, message.attempts, message.not_before = MessageStatus.QUEUED, 0, timezone.now()
    message.problem = message.problem_detail = ""
    message.save(update_fields=["status", "attempts", "not_before", "problem", "problem_detail"])
    record(message.run, "message_tried_again", by=by, message=message.pk)
    return message


@transaction.atomic
def send_by_hand(message: Message, *, by: AbstractBaseUser) -> Message:
    """Make a ready text of a message that failed. Raises Refused as `try_again`."""
    message = try_again(message, by=by)
    message.channel, message.address = MessageChannel.PASTE, ""
    message.status = MessageStatus.TO_PASTE
    message.save(update_fields=["channel", "address", "status"])
    return message


@transaction.atomic
def change_words(template: MessageTemplate, *, by: AbstractBaseUser) -> MessageTemplate:
    """Keep new words; messages that wait keep theirs. Raises Refused `unknown_placeholder`."""
    for name in shipped_words()[template.kind]:
        check_words(template.kind, name, getattr(template, name))
    template.changed_at, template.changed_by = timezone.now(), by
    template.save()
    record(template, "words_changed", by=by)
    return template


def check_words(kind: str, field: str, text: str) -> None:
    """Raises Refused `unknown_placeholder` for anything in braces that may not stand in the
    field."""
    allowed = placeholders(kind, discreet=field.startswith("discreet"))
    unknown = unknown_placeholders(text, allowed)
    if unknown:
        raise Refused(
            _("%(unknown)s cannot stand here. Use only: %(allowed)s.")
            % {
                "unknown": unknown[0][:30],
                "allowed": ", ".join(f"{{{name}}}" for name in allowed),
            },
            code="unknown_placeholder",
        )


@transaction.atomic
def renew_words() -> None:
    """Words that nobody changed become those that came with this version. Idempotent."""
    for template in MessageTemplate.objects.filter(changed_at=None):
        words = shipped_words()[template.kind]
        if any(getattr(template, name) != text for name, text in words.items()):
            MessageTemplate.objects.filter(pk=template.pk).update(**words)


@transaction.atomic
def reset_words(template: MessageTemplate, *, by: AbstractBaseUser) -> MessageTemplate:
    """Go back to the words that came with this version."""
    for name, text in shipped_words()[template.kind].items():
        setattr(template, name, text)
    template.changed_at = template.changed_by = None
    template.save()
    record(template, "words_reset", by=by)
    return template
