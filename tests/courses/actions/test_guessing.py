"""Few guesses an hour are looked at, whatever is guessed and from wherever; guessing is told."""

import contextlib
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from unittest import mock

import pytest
from django.db import close_old_connections
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions import guessing
from courses.actions.guessing import NO_ENTRY
from courses.actions.pins import choose_pin, give_code, open_with_pin
from courses.exceptions import Refused
from courses.models import Pin, PinGuess
from courses.rules.pins import PEOPLE_ARE_TOLD
from tests.factories import PersonFactory, UserFactory


def with_pin(pin="5839"):
    person = PersonFactory()
    choose_pin(person.card_code, give_code(person, by=UserFactory()), pin)
    PinGuess.objects.all().delete()
    return person


def opens(card, typed):
    try:
        return bool(open_with_pin(card, typed))
    except Refused as no:
        assert (no.code, no.sentence) == ("no_entry", NO_ENTRY)
        return False


@pytest.mark.django_db
def test_after_seven_guesses_in_an_hour_not_even_the_right_pin_opens():
    person = with_pin()
    assert not any(opens(person.card_code, f"{n:04}") for n in range(7))
    assert not opens(person.card_code, "5839")
    assert PinGuess.objects.count() == 7
    PinGuess.objects.update(at=timezone.now() - timedelta(minutes=61))
    assert opens(person.card_code, "5839")


@pytest.mark.django_db
def test_a_trainer_helps_at_once_and_ten_guesses_are_the_end_of_it():
    person = with_pin()
    for n in range(20):
        assert not opens(person.card_code, f"{n:04}")
    choose_pin(person.card_code, give_code(person, by=UserFactory()), "7410")
    assert PinGuess.objects.count() == 8
    code = give_code(person, by=UserFactory())
    for n in range(5):
        with pytest.raises(Refused):
            choose_pin(person.card_code, f"{n:06}", "7410")
    with pytest.raises(Refused, match="did not open"):
        choose_pin(person.card_code, code, "7410")
    assert PinGuess.objects.count() == 10


@pytest.mark.django_db
def test_nobody_uses_up_the_guesses_at_codes_while_there_is_none():
    person = with_pin()
    for n in range(20):
        with pytest.raises(Refused):
            choose_pin(person.card_code, f"{n:06}", "7410")
    assert PinGuess.objects.count() == 0


@pytest.mark.django_db
def test_fifty_wrong_ones_in_a_row_close_the_door_until_there_is_a_new_code():
    person = with_pin()
    Pin.objects.update(wrong_in_a_row=50)
    assert not opens(person.card_code, "5839")
    choose_pin(person.card_code, give_code(person, by=UserFactory()), "7410")
    assert opens(person.card_code, "7410")


@pytest.mark.django_db
def test_an_unknown_card_and_somebody_without_a_pin_cost_the_same_work(monkeypatch):
    looked = []
    check = guessing.check_password
    monkeypatch.setattr(
        guessing, "check_password", lambda *args: looked.append(args) or check(*args)
    )
    nobody, without, person = "KH-2222-22", PersonFactory(), with_pin()
    looked.clear()
    for card in (nobody, "x", without.card_code, person.card_code):
        assert not opens(card, "0001")
        assert len(looked) == 1, card
        looked.clear()
    give_code(without, by=UserFactory())
    assert not opens(without.card_code, "0001")
    assert len(looked) == 1


@pytest.mark.django_db
def test_guessing_at_one_person_is_told_once_and_a_new_code_ends_it(caplog):
    person = with_pin()
    with caplog.at_level(logging.WARNING, "courses.actions.guessing"):
        for n in range(20):
            opens(person.card_code, f"{n:04}")
    assert len(caplog.records) == 1
    told = ModelLogEntry.objects.for_instance(person).filter(action="courses.pin_guessed")
    assert told.count() == 1
    assert Pin.objects.get().alarm_at
    give_code(person, by=UserFactory())
    assert Pin.objects.get().alarm_at is None


@pytest.mark.django_db
def test_a_few_guesses_at_many_people_are_told(caplog):
    people = [with_pin() for _each in range(PEOPLE_ARE_TOLD)]
    with caplog.at_level(logging.WARNING, "courses.actions.guessing"):
        for person in people[:-1]:
            opens(person.card_code, "0001")
        assert not Pin.objects.exclude(alarm_at=None).exists()
        opens(people[-1].card_code, "0001")
    assert Pin.objects.exclude(alarm_at=None).count() == PEOPLE_ARE_TOLD
    assert [record.getMessage() for record in caplog.records] == [
        f"Somebody guesses the PINs of many people ({PEOPLE_ARE_TOLD} more)"
    ]


@pytest.mark.usefixtures("committed_db")
def test_guesses_at_once_get_no_more_looks():
    person = with_pin()

    def one(n):
        close_old_connections()
        try:
            return opens(person.card_code, f"{n:04}")
        finally:
            close_old_connections()

    with ThreadPoolExecutor(16) as pool:
        assert not any(pool.map(one, range(64)))
    assert PinGuess.objects.count() == 7
    assert Pin.objects.get().wrong_in_a_row == 7


@pytest.mark.usefixtures("committed_db")
def test_of_many_who_use_one_code_at_once_one_chooses():
    person = PersonFactory()
    code = give_code(person, by=UserFactory())

    def one(n):
        close_old_connections()
        try:
            return choose_pin(person.card_code, code, f"74{n:02}").hash
        except Refused:
            return ""
        finally:
            close_old_connections()

    with ThreadPoolExecutor(8) as pool:
        kept = [each for each in pool.map(one, range(8)) if each]
    assert kept == [Pin.objects.get().hash]


def guess_everywhere(people, guesses, hours):
    """As many wrong guesses, spread over hours, people and both doors; returns the most that were
    looked at of one person within any hour."""
    began = timezone.now()
    for n in range(guesses):
        now = began + timedelta(hours=hours) * n / guesses
        with mock.patch.object(timezone, "now", return_value=now):
            card = people[n % len(people)].card_code
            if n % 3:
                opens(card, f"{n % 10_000:04}")
            else:
                with contextlib.suppress(Refused):
                    choose_pin(card, f"{n:06}", "7410")
    looks = {}
    for pin, at in PinGuess.objects.order_by("at").values_list("pin", "at"):
        looks.setdefault(pin, []).append(at)
    return max(
        sum(first <= at < first + timedelta(hours=1) for at in each)
        for each in looks.values()
        for first in each
    )


def everybody(number):
    """People of whom each third has a code instead of a PIN."""
    people = [with_pin("918273") for _each in range(number)]
    for person in people[::3]:
        give_code(person, by=UserFactory())
    return people


@pytest.mark.django_db
def test_many_guesses_over_people_and_hours_stay_below_the_limit_and_are_told():
    people = everybody(5)
    assert guess_everywhere(people, 400, 3) in range(7, 11)
    assert Pin.objects.exclude(alarm_at=None).count() >= 3


@pytest.mark.deep
@pytest.mark.slow
@pytest.mark.django_db
def test_ten_thousand_guesses_over_people_and_hours():
    people = everybody(40)
    assert guess_everywhere(people, 10_000, 5) in range(7, 11)
    assert Pin.objects.filter(alarm_at=None).count() == 0
