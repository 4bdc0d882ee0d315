"""The screen that asks before a person is erased."""

import pytest
from django.urls import reverse

from courses.models import Person

pytestmark = pytest.mark.django_db


def address(person):
    return reverse("training_people:erase", args=[person.pk])


def test_it_tells_the_consequences_in_numbers_and_wants_the_card_code(staff, foreign):
    person = foreign.people
    page = staff.get(address(person)).content.decode()
    refused = staff.post(address(person), {"reason": "asked", "confirmed": "KH-AAAA-AA"})

    assert "This cannot be undone." in page
    assert "1 phone number is deleted." in page
    assert "enrolments 1, attendances 1, completions 1" in page
    assert "Nothing was erased." in refused.content.decode()
    assert Person.objects.filter(pk=person.pk).exists()


def test_the_right_card_code_erases_once_and_a_second_click_is_told_so(staff, foreign):
    person = foreign.people
    values = {"reason": "asked", "confirmed": f" {person.card_code.lower()} "}
    done = staff.post(address(person), values, follow=True)
    page = staff.get(reverse("training_people:inspect", args=[person.pk])).content.decode()

    assert "The person is erased." in done.content.decode()
    assert not Person.objects.filter(pk=person.pk).exists()
    assert "Sreymom" not in page
    again = staff.post(address(person), values, follow=True).content.decode()
    assert "you do not have permission" in again


def test_what_stands_in_the_way_is_said_before_anything_is_typed(staff, trainer_user):
    page = staff.get(address(trainer_user.training_person)).content.decode()

    assert "a login with rights of its own" in page


def test_a_trainer_erases_nobody(trainer, own):
    answer = trainer.post(address(own.people), {"reason": "asked"}, follow=True)

    assert "you do not have permission" in answer.content.decode()
    assert Person.objects.filter(pk=own.people.pk).exists()
