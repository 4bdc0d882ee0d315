"""A trainer lets somebody of her run choose a PIN."""

import re

import pytest
from django.urls import reverse

from courses.actions.pins import choose_pin
from courses.models import Pin
from tests.courses.views.conftest import address
from tests.factories import EnrollmentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(run, enrollment):
    return address("person_pin", run, enrollment)


def code_on(response):
    return re.search(r">(\d{3} \d{3})</code>", response.content.decode())[1]


def test_two_taps_give_a_code_by_which_she_chooses(trainer, run, enrollment, url):
    assert url in trainer.get(address("run", run)).content.decode()
    shown = trainer.post(url)
    person = enrollment.person
    assert choose_pin(person.card_code, code_on(shown), "5839").hash
    assert "data:image" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]


def test_looking_gives_no_code_and_says_what_there_is(trainer, enrollment, url):
    assert "She has no PIN yet" in trainer.get(url).content.decode()
    assert not Pin.objects.exists()
    choose_pin(enrollment.person.card_code, code_on(trainer.post(url)), "5839")
    assert "She chose a PIN on" in trainer.get(url).content.decode()


def test_the_old_pin_ends_with_the_new_code(trainer, enrollment, url):
    choose_pin(enrollment.person.card_code, code_on(trainer.post(url)), "5839")
    trainer.post(url)
    assert Pin.objects.get().hash == ""


def test_a_trainer_gives_codes_to_people_of_her_runs_alone(trainer, run, foreign_run):
    foreign = EnrollmentFactory(run=foreign_run)
    for place in (foreign_run, run):
        url = reverse("courses:person_pin", args=[place.uuid, foreign.uuid])
        assert trainer.post(url).status_code == 404
    assert not Pin.objects.exists()


def test_that_somebody_guessed_is_told(trainer, enrollment, url):
    trainer.post(url)
    Pin.objects.update(alarm_at="2026-01-01T00:00Z")
    assert "Somebody guessed her PIN." in trainer.get(url).content.decode()
