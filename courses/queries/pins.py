"""Who has a PIN, what a one-time code says, and at whom somebody guesses."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.crypto import salted_hmac

from courses import conf
from courses.choices import MessageKind
from courses.models import Enrollment, Person, Pin, PinGuess
from courses.rules import card_codes
from courses.rules.pins import CODE_DIGITS, HOUR

SALT, SECRET = "courses.pin-code", "pin"
#: How long the board shows that somebody guessed.
SHOWN = timedelta(days=14)


def code_of(key: str) -> str:
    """The one-time code that this key makes: six digits that nobody makes without the secret."""
    number = int.from_bytes(salted_hmac(SALT, key, algorithm="sha256").digest()[:8], "big")
    return f"{number % 10**CODE_DIGITS:0{CODE_DIGITS}}"


def code_in_message(kind: str, key: str) -> str:
    """Hook `courses_message_secrets`: the code in the place of its mark."""
    return code_of(key) if kind == SECRET else ""


def holder_of(typed: str) -> Person | None:
    """Whoever has the card, however its code was typed. The old card of somebody whose records were
    merged is hers. None where there is nobody."""
    code = card_codes.normalise(typed)
    found = Person.everybody.filter(card_code=code).select_related("merged_into") if code else ()
    person = next((each.canonical for each in found), None)
    return person if person and not person.erased_at else None


def pin_of_card(typed: str) -> Pin | None:
    """The PIN of whoever has the card, or None."""
    person = holder_of(typed)
    return Pin.objects.select_related("person").filter(person=person).first() if person else None


def place_to_write_to(person: Person) -> Enrollment | None:
    """The newest place of the person, by which she is reached."""
    rows = person.enrollments.standing().select_related("run")
    return rows.order_by("-run__starts_on", "-pk").first()


def codes_sent(person: Person, since: datetime) -> int:
    """How many codes left for the person by message."""
    return person.messages.filter(kind=MessageKind.PIN_CODE, created_at__gt=since).count()


def can_send_codes() -> bool:
    """Whether this site sends messages by itself at all."""
    ways = conf.get("COURSES_SMS_GATEWAY") or conf.get("COURSES_MESSAGES_BY_EMAIL")
    return bool(conf.get("COURSES_MESSAGES") and ways)


def holder_of_visit(person: str, version: str) -> Person | None:
    """The person of a visit by card, while the PIN is the one with which it began."""
    rows = Person.objects.filter(uuid=UUID(person), pin__version=UUID(version))
    return rows.exclude(pin__hash="").first()


def guesses_within_the_hour(pin: Pin, now: datetime) -> QuerySet[PinGuess]:
    return pin.guesses.filter(at__gt=now - HOUR)


def guessed_at(now: datetime) -> QuerySet[Pin]:
    """Those at which somebody guessed wrongly within the last hour."""
    wrong = PinGuess.objects.filter(pin=OuterRef("pk"), is_right=False, at__gt=now - HOUR)
    return Pin.objects.filter(Exists(wrong))


def enrollments_of_guessed(now: datetime) -> QuerySet[Enrollment]:
    """Enrolments of people at whose PIN somebody guessed lately."""
    told = Pin.objects.told(now - SHOWN).order_by().values("person")
    return Enrollment.objects.standing().filter(Q(person__in=told))


def old_guesses(moment: datetime) -> QuerySet[PinGuess]:
    return PinGuess.objects.filter(at__lt=moment)
