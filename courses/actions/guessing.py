"""The one door in front of every secret that people type: card and PIN, one-time codes.

Each guess is counted before anybody looks at it, in a transaction of its own that locks the row of
the person, so that neither many addresses nor many requests at once get more looks. What is not
looked at costs the same work and gets the same answer.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import cache

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.exceptions import Refused
from courses.models import Pin, PinGuess
from courses.queries.pins import code_of, guessed_at, guesses_within_the_hour, pin_of_card
from courses.rules.pins import PEOPLE_ARE_TOLD, WRONG_IS_TOLD, may_try_code, may_try_pin

logger = logging.getLogger(__name__)
NO_ENTRY = _(
    "This did not open. Look at your card again and type both once more. After some tries nothing"
    " opens for an hour; a trainer helps at once."
)


def guess_pin(card: str, typed: str) -> Pin:
    """The PIN, and by it the person, of whoever has this card, if it is the one that was typed.

    Raises Refused `no_entry` with the same words for an unknown card, a wrong PIN, somebody without
    one and somebody at whom was guessed too often.
    """
    return _guess(card, _admit_pin, lambda pin: check_password(typed, pin.hash))


def guess_code(card: str, typed: str) -> Pin:
    """As `guess_pin`, for a one-time code; what follows takes as long as looking at a PIN."""
    return _guess(
        card,
        _admit_code,
        lambda pin: constant_time_compare(code_of(pin.code_key), typed) or _waste(),
    )


def _guess(card: str, admit: Callable[[int], PinGuess | None], fits: Callable[[Pin], bool]) -> Pin:
    pin = pin_of_card(card)
    one = admit(pin.pk) if pin else None
    if pin is None or one is None:
        _waste()
        raise Refused(NO_ENTRY, code="no_entry")
    if not fits(pin):
        _note_wrong(one)
        raise Refused(NO_ENTRY, code="no_entry")
    _note_right(one)
    return pin


def _waste() -> bool:
    """As much work as looking at a PIN, and never right."""
    check_password("", _nobodys())
    return False


@cache
def _nobodys() -> str:
    return make_password("nobody")


@transaction.atomic
def _admit_pin(pk: int) -> PinGuess | None:
    """Count a guess; None where there is no PIN, or no more are looked at."""
    pin, now = Pin.objects.select_for_update().get(pk=pk), timezone.now()
    made = guesses_within_the_hour(pin, now).count()
    return _count(pin, now) if pin.hash and may_try_pin(made, pin.wrong_in_a_row) else None


@transaction.atomic
def _admit_code(pk: int) -> PinGuess | None:
    """As `_admit_pin`, where there is a code that holds."""
    pin, now = Pin.objects.select_for_update().get(pk=pk), timezone.now()
    made = guesses_within_the_hour(pin, now).count()
    holds = bool(pin.code_key) and pin.code_until > now
    return _count(pin, now) if holds and may_try_code(made) else None


def _count(pin: Pin, now: datetime) -> PinGuess:
    """As a wrong one, for it may be."""
    pin.wrong_in_a_row += 1
    pin.save(update_fields=["wrong_in_a_row"])
    return pin.guesses.create(at=now)


@transaction.atomic
def _note_right(one: PinGuess) -> None:
    PinGuess.objects.filter(pk=one.pk).update(is_right=True)
    Pin.objects.filter(pk=one.pin_id).update(wrong_in_a_row=0)


@transaction.atomic
def _note_wrong(one: PinGuess) -> None:
    """Tell staff of somebody, or of many people, at whom somebody guesses; once for each."""
    now = timezone.now()
    pin = Pin.objects.select_for_update().get(pk=one.pin_id)
    if pin.wrong_in_a_row >= WRONG_IS_TOLD and pin.alarm_at is None:
        _tell([pin], now)
        logger.warning("Somebody guesses the PIN of one person (person %s)", pin.person_id)
    many = guessed_at(now)
    if many.count() >= PEOPLE_ARE_TOLD and (fresh := list(many.filter(alarm_at=None))):
        _tell(fresh, now)
        logger.warning("Somebody guesses the PINs of many people (%s more)", len(fresh))


def _tell(pins: list[Pin], now: datetime) -> None:
    for pin in pins:
        Pin.objects.filter(pk=pin.pk).update(alarm_at=now)
        record(pin.person, "pin_guessed", by=None)
