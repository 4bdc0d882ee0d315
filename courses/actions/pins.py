"""Give somebody a way in by her card: a one-time code, the PIN that she chooses, a lost one."""

import secrets
import uuid

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.guessing import guess_code, guess_pin
from courses.exceptions import Refused
from courses.models import Person, Pin
from courses.queries.pins import code_of
from courses.rules.pins import CODE_HOLDS, digits_of, why_not_pin

REFUSALS = {
    "length": _("Choose a PIN of four, five or six digits."),
    "too_easy": _("This PIN is too easy to guess. Choose digits that do not follow each other."),
    "birth_year": _("Your year of birth is easy to guess. Choose other digits."),
}


@transaction.atomic
def give_code(person: Person, *, by: AbstractBaseUser) -> str:
    """A new one-time code, by which she chooses a PIN with the trainer beside her.

    The PIN that she had, an earlier code and open visits end at once, and so does an alarm. The
    limits of the hour stay. Raises Refused `gone` for somebody who was merged or erased.
    """
    pin = locked_pin(person)
    pin.hash, pin.set_at, pin.version = "", None, uuid.uuid4()
    pin.wrong_in_a_row, pin.alarm_at = 0, None
    renew_code(pin, by=by)
    record(pin.person, "pin_code_given", by=by)
    return code_of(pin.code_key)


def choose_pin(card: str, code: str, new: str) -> Pin:
    """Keep the PIN that somebody chose who has the card and a one-time code for it. A code is used
    once.

    Raises Refused: `length`, `too_easy` before anything is guessed, `no_entry` as `guess_pin`, and
    `birth_year`, after which the same code can be used again.
    """
    new = digits_of(new)
    _check(new, None)
    pin = guess_code(card, digits_of(code))
    _check(new, pin.person.birth_year)
    return _keep(pin, make_password(new))


def open_with_pin(card: str, typed: str) -> Pin:
    """The PIN, and by it the person, of whoever has the card and knows it. Raises Refused
    `no_entry` as `guess_pin`."""
    return guess_pin(card, digits_of(typed))


def _check(new: str, birth_year: int | None) -> None:
    if code := why_not_pin(new, birth_year):
        raise Refused(REFUSALS[code], code=code)


@transaction.atomic
def _keep(pin: Pin, hashed: str) -> Pin:
    """Of several who use one code at once, the first is right."""
    now, version = timezone.now(), uuid.uuid4()
    used = Pin.objects.filter(pk=pin.pk, code_key=pin.code_key).update(
        hash=hashed, version=version, set_at=now, code_key="", code_until=None
    )
    if not used:
        raise Refused(_("This code was used already. Ask for a new one."), code="used")
    record(pin.person, "pin_chosen", by=None)
    pin.refresh_from_db()
    return pin


@transaction.atomic(savepoint=False)
def locked_pin(person: Person) -> Pin:
    """The row of the person, made where there was none; locks the person, then the row. Raises
    Refused `gone`."""
    person = Person.objects.select_for_update(of=("self",)).filter(pk=person.pk).first()
    if person is None:
        raise Refused(_("This record was merged or erased meanwhile."), code="gone")
    pin, _is_new = Pin.objects.select_for_update().get_or_create(person=person)
    return pin


@transaction.atomic(savepoint=False)
def renew_code(pin: Pin, *, by: AbstractBaseUser | None) -> None:
    """Another one-time code that holds from now; an earlier one ends."""
    pin.code_key, pin.code_by = secrets.token_hex(16), by
    pin.code_until = timezone.now() + CODE_HOLDS
    pin.save()
