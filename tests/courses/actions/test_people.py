"""The register of people."""

import pytest

from courses.actions.people import PersonDetails, register_person
from courses.exceptions import Refused
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
