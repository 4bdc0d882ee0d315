"""The words of messages in the admin: changed, seen with sample data, set back."""

import pytest
from django.urls import reverse

from courses.models import MessageTemplate

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


@pytest.fixture
def words():
    return MessageTemplate.objects.get(kind="reminder")


def address(name, words):
    return reverse(f"training_words:{name}", args=[words.pk])


def typed(words, **changes):
    names = [f"{part}_{code}" for part in ("subject", "body", "discreet") for code in ("en", "km")]
    return {name: getattr(words, name) for name in names} | changes


def test_the_form_says_which_names_may_stand_where(staff, words):
    page = staff.get(address("edit", words)).content.decode()
    assert "{place}: venue, host and province" in page
    assert "Others read that phone: name neither training nor place." in page


def test_new_words_are_kept_and_shown_with_sample_data(staff, words, staff_user):
    staff.post(address("edit", words), typed(words, body_en="{name}: come to {place} on {day}."))
    words.refresh_from_db()
    assert words.changed_by == staff_user
    page = staff.get(address("inspect", words)).content.decode()
    assert "Sreymom: come to Meeting hall, Kampong Speu on Tuesday 1 December 2026." in page


def test_unknown_names_in_braces_are_refused_on_their_field(staff, words):
    before = words.body_en
    changes = {"body_en": "{person.user.password}", "discreet_km": "{course}"}
    page = staff.post(address("edit", words), typed(words, **changes)).content.decode()
    assert "{person.user.password} cannot stand here." in page
    assert "{course} cannot stand here." in page
    words.refresh_from_db()
    assert words.body_en == before


def test_own_words_are_set_back(staff, words):
    shipped = words.subject_en
    MessageTemplate.objects.filter(pk=words.pk).update(subject_en="Mine")
    staff.post(address("reset", words))
    words.refresh_from_db()
    assert (words.subject_en, words.changed_by) == (shipped, None)
