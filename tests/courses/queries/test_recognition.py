"""Whom trainers and staff of provinces recognize, and what they see of people of others."""

from dataclasses import asdict

import pytest

from courses.actions.areas import assign_area
from courses.models import Employment, PersonPhone, Province
from courses.queries.recognition import Outline, found_by, like, may_ask_outside
from courses.rules.khmer import match_key
from courses.rules.traits import Traits
from tests.conftest import user_in
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def union():
    return OrganizationFactory(name_en="Sunrise Federation", kind="federation", province_id="12")


@pytest.fixture
def stranger(union):
    """She works in a factory and for a union, and came by the union."""
    person = PersonFactory(
        name_km="គង់ សុខលីម", family_name_latin="Kong", given_name_latin="Soklim", birth_year=1994
    )
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
    for employer in (OrganizationFactory(name_en="White River Bags"), union):
        Employment.objects.create(person=person, organization=employer, employee_number="E-77")
    EnrollmentFactory(run=CourseRunFactory(host=union), person=person, employer=union)
    return person


@pytest.fixture
def run(trainer_user):
    run = CourseRunFactory()
    run.run_trainers.create(person=trainer_user.training_person)
    return run


def cards(found):
    return [person.card_code for person in found.people]


def test_an_outline_holds_no_phone_employer_year_or_union(trainer_user, stranger):
    (seen,) = found_by("kong soklim", trainer_user, also_outside=True).people
    assert asdict(seen) == {
        "pk": stranger.pk,
        "uuid": stranger.uuid,
        "card_code": stranger.card_code,
        "name": "គង់ សុខលីម",
        "name_km": "គង់ សុខលីម",
        "name_latin": "Kong Soklim",
        "sex": "Woman",
        "place": "Factory · Kampong Speu",
        "reasons": [],
        "standing": None,
        "is_taken": False,
    }


def test_whoever_works_for_a_union_alone_has_no_place(trainer_user, stranger, union):
    Employment.objects.exclude(organization=union).delete()
    (seen,) = found_by("soklim", trainer_user, also_outside=True).people
    assert seen.place == ""


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("Soklim", True),
        ("សុខលីម", True),
        ("012 345 678", True),
        ("+855 12 345 678", True),
        ("2345678", False),
        ("345678", False),
        ("E-77", True),
        ("E-7", False),
    ],
)
def test_numbers_find_people_of_others_only_as_a_whole(trainer_user, stranger, query, is_found):
    found = found_by(query, trainer_user, also_outside=True)
    assert cards(found) == ([stranger.card_code] if is_found else [])


def test_a_part_of_a_phone_finds_the_people_of_the_own_runs(trainer_user, stranger, run):
    EnrollmentFactory(run=run, person=stranger)
    assert found_by("345678", trainer_user, also_outside=True).people == [stranger]


def test_without_a_look_outside_the_own_people_are_found(trainer_user, stranger, run):
    own = EnrollmentFactory(run=run, person=PersonFactory(given_name_latin="Sokha")).person
    assert found_by("sok", trainer_user, also_outside=False).people == [own]
    both = found_by("sok", trainer_user, also_outside=True)
    assert (both.people[0], cards(both)[1:], both.outside) == (own, [stranger.card_code], 1)


def test_own_people_are_found_among_many_namesakes(trainer_user, run):
    PersonFactory.create_batch(70)
    own = EnrollmentFactory(run=run, person=PersonFactory(name_km="អ៊ុំ ចាន់")).person
    found = found_by("chan", trainer_user, also_outside=True)
    assert (found.people[0], len(found.people), found.has_more) == (own, 6, True)


@pytest.mark.parametrize(
    ("query", "is_enough"), [("", False), ("so", False), (" s o ", False), ("sok", True),
                             ("សុ", False), ("សុខ", True)],
)  # fmt: skip
def test_three_letters_are_enough(query, is_enough):
    assert may_ask_outside(query) is is_enough


def test_staff_of_a_province_see_their_own_in_full_and_others_in_outline(staff_user, stranger):
    user = user_in("Provincial staff", username="kandal")
    assign_area(user, Province.objects.filter(pk="08"), by=staff_user)
    user = type(user).objects.get(pk=user.pk)
    here = PersonFactory(family_name_latin="Kong", given_name_latin="Sokha")
    EnrollmentFactory(run=CourseRunFactory(province_id="08"), person=here)
    mine, other = found_by("kong", user, also_outside=True).people
    assert (mine, type(other), other.card_code) == (here, Outline, stranger.card_code)


def told(stranger, **more):
    return Traits(key_km=match_key(stranger.name_km), name_latin="Kong Soklim", **more)


def test_who_may_be_known_is_told_by_what_she_said_and_never_by_her_union(
    trainer_user, staff_user, stranger, union
):
    guess = told(
        stranger,
        sex="female",
        birth_year=1994,
        phones=frozenset({"+85512345678"}),
        employer=union.pk,
        employee_number="E-77",
    )
    (seen,) = like(guess, trainer_user, also_outside=True).people
    assert (type(seen), seen.reasons) == (Outline, ["same name", "same sex", "same phone"])
    (known,) = like(guess, staff_user, also_outside=False).people
    assert {"same workplace", "same year of birth"} <= set(map(str, known.reasons))
    assert like(guess, trainer_user, also_outside=False).people == []


def test_a_trainer_does_not_learn_the_union_of_her_own_people(trainer_user, stranger, union, run):
    EnrollmentFactory(run=run, person=stranger)
    (known,) = like(told(stranger, employer=union.pk), trainer_user, also_outside=True).people
    assert known == stranger
    assert [job.organization.name_en for job in known.jobs] == ["White River Bags"]
    assert not {"same workplace", "other workplace"} & set(map(str, known.reasons))
    (found,) = found_by("soklim", trainer_user, also_outside=True).people
    assert [job.organization.name_en for job in found.jobs] == ["White River Bags"]


def test_a_trainer_of_the_unions_run_sees_it(trainer_user, stranger, union, run):
    EnrollmentFactory(run=run, person=stranger, employer=union)
    (found,) = found_by("soklim", trainer_user, also_outside=True).people
    assert found.jobs[-1].organization == union
