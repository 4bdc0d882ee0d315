"""The register of people."""

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.people import PersonDetails, register_people, register_person
from courses.exceptions import Refused
from courses.models import DuplicateCandidate, Person
from courses.rules import card_codes
from tests.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def test_a_person_is_registered_as_told(trainer_user):
    factory = OrganizationFactory()
    details = PersonDetails(
        name_km=" ទេព សុវណ្ណារី ",
        family_name_latin="Tep",
        given_name_latin="Sovannary",
        sex="female",
        birth_year=1992,
        phone="012 345 678 / 12 34",
        phone_is_shared=True,
        employer=factory,
        role="worker",
        employee_number="A-17",
        section="Line 4",
    )

    person = register_person(details, by=trainer_user)

    assert person.name_km == "ទេព សុវណ្ណារី"
    assert person.key_latin == "tepsovannary"
    assert card_codes.is_valid(person.card_code)
    assert [(p.e164, p.is_shared) for p in person.phones.all()][0] == ("+85512345678", True)
    job = person.employments.get()
    assert (job.organization, job.role, job.employee_number, job.section) == (
        factory,
        "worker",
        "A-17",
        "Line 4",
    )


def test_a_person_needs_a_name(trainer_user):
    with pytest.raises(Refused) as refused:
        register_person(PersonDetails(name_km=" \u200b"), by=trainer_user)

    assert refused.value.code == "no_name"


def test_several_people_are_registered_in_few_queries(staff_user, django_assert_num_queries):
    several = [PersonDetails(given_name_latin=f"Dara{n}", phone=f"01234567{n}") for n in range(9)]
    several.insert(3, PersonDetails(name_km="\u200b"))
    register_people(several[:1], by=staff_user)
    with django_assert_num_queries(6):
        people = register_people(several, by=staff_user)
    assert [getattr(each, "code", "") for each in people] == ["", "", "", "no_name", *[""] * 6]
    added = [each for each in people if isinstance(each, Person)]
    assert [each.given_name_latin for each in added] == [f"Dara{n}" for n in range(9)]
    assert [each.phones.get().raw for each in added] == [f"01234567{n}" for n in range(9)]
    assert len({each.card_code for each in added}) == 9
    assert {each.key_latin for each in added} == {f"dara{n}" for n in range(9)}
    assert ModelLogEntry.objects.for_instance(added[0]).get().user == staff_user


def test_who_is_registered_is_compared_after_the_commit(django_capture_on_commit_callbacks):
    many = [PersonDetails(name_km="ចាន់ ស្រីមុំ", phone="012 345 678") for _ in range(2)]
    with django_capture_on_commit_callbacks(execute=True):
        register_people(many, by=None)
    assert DuplicateCandidate.objects.undecided().count() == 1
