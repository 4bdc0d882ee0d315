"""Send a one-time code to somebody who asks for one without a trainer beside her."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from courses.actions.audit import record
from courses.actions.pins import locked_pin, renew_code
from courses.actions.queueing import Event, queue
from courses.choices import MessageChannel, MessageKind
from courses.models import Enrollment, Person, Pin
from courses.queries.message_words import RunWords
from courses.queries.pins import SECRET, can_send_codes, codes_sent, holder_of, place_to_write_to
from courses.queries.recipients import recipients_of
from courses.rules.messages import secret_mark

#: Messages cost money, and somebody else may ask for them.
CODES_A_DAY = 3


def send_code(card: str) -> bool:
    """Send a code to whoever has the card, by a number or address of her own that nobody else
    reads; returns whether one leaves, which is no answer for whoever asked.

    Her PIN stays until she uses the code. Nothing is sent beside a code that a trainer gave and
    that still holds, nor more than three times a day.
    """
    person = holder_of(card) if can_send_codes() else None
    return _send(person) if person else False


@transaction.atomic
def _send(person: Person) -> bool:
    pin, now, place = locked_pin(person), timezone.now(), place_to_write_to(person)
    is_given = bool(pin.code_by_id and pin.code_key) and pin.code_until > now
    if is_given or place is None or not _reaches_her_alone(place):
        return False
    if codes_sent(person, now - timedelta(days=1)) >= CODES_A_DAY:
        return False
    renew_code(pin, by=None)
    queue(_told(place, pin), [place])
    record(person, "pin_code_sent", by=None)
    return True


def _reaches_her_alone(place: Enrollment) -> bool:
    (to,) = recipients_of(place.run, [place])
    return to.contact.channel != MessageChannel.PASTE and not to.contact.is_discreet


def _told(place: Enrollment, pin: Pin) -> Event:
    return Event(
        MessageKind.PIN_CODE,
        RunWords(place.run, timezone.now()),
        mark=lambda _each: pin.code_key[:16],
        singles={place.pk: {"code": secret_mark(SECRET, pin.code_key)}},
        deadlines={place.pk: pin.code_until},
    )
