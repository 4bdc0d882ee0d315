"""Choosers offer, find and hand over only what the user may see."""

import pytest
from django.urls import reverse

from tests.factories import OrganizationFactory, PersonFactory, VenueFactory

pytestmark = pytest.mark.django_db


def choose(client, noun, **query):
    answer = client.get(reverse(f"training_choose_{noun}:choose_results"), query)
    return list(answer.context["results"])


def test_a_trainer_chooses_among_the_people_of_her_runs(trainer, trainer_user, own, foreign):
    assert set(choose(trainer, "people")) == {own.people, trainer_user.training_person}
    chosen = reverse("training_choose_people:chosen", args=[own.people.pk])
    assert trainer.get(chosen).json()["result"]["id"] == str(own.people.pk)


def test_a_foreign_person_is_not_handed_over(trainer, own, foreign):
    one = reverse("training_choose_people:chosen", args=[foreign.people.pk])
    many = reverse("training_choose_people:chosen_multiple")

    assert trainer.get(one, follow=True).status_code == 404
    both = trainer.get(many, {"id": [own.people.pk, foreign.people.pk]}).json()["result"]
    assert [row["id"] for row in both] == [str(own.people.pk)]


def test_words_find_organizations_in_any_script(staff):
    lotus = OrganizationFactory(name_en="Lotus Thread", name_km="រោងចក្រសរសៃឈូក")
    OrganizationFactory(name_en="River Stitch", name_km="រោងចក្រទន្លេ")

    assert choose(staff, "organizations", q="lotus") == [lotus]
    assert choose(staff, "organizations", q="ឈូក") == [lotus]


def test_closed_organizations_are_not_offered(staff):
    OrganizationFactory(status="closed")

    assert choose(staff, "organizations") == []


def test_venues_and_people_are_found_too(staff):
    hall, person = VenueFactory(name_en="Union hall"), PersonFactory(name_km="សុខ ដារា")
    VenueFactory(name_en="Canteen")
    PersonFactory()

    assert choose(staff, "venues", q="hall") == [hall]
    assert choose(staff, "people", q="ដារា") == [person]


def test_the_window_opens_without_a_form_to_add(staff):
    window = staff.get(reverse("training_choose_people:choose")).json()

    assert window["step"] == "choose"
    assert "Create" not in window["html"]


def test_strangers_find_nothing_to_choose(client, participant_user, own):
    client.force_login(participant_user)

    answer = client.get(reverse("training_choose_people:choose"))

    assert answer.status_code == 302


def test_forms_use_choosers_and_no_long_lists(staff, own):
    OrganizationFactory.create_batch(70)

    page = staff.get(reverse("training_enrolments:edit", args=[own.enrolments.pk]))

    assert reverse("training_choose_organizations:choose") in page.content.decode()
    assert page.content.decode().count("<option") < 60
