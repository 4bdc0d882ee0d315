"""Bring people into the register of people, and keep their details."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.audit import record
from courses.choices import Sex
from courses.exceptions import Refused
from courses.models import Employment, Organization, Person, PersonPhone
from courses.rules import card_codes, khmer
from courses.rules.phones import Phone, parse_phones

TRIES_FOR_A_FREE_CODE = 20


@dataclass(frozen=True)
class PersonDetails:
    """What somebody tells about a person. At least one name; everything else may be unknown."""

    name_km: str = ""
    family_name_latin: str = ""
    given_name_latin: str = ""
    title: str = ""
    sex: str = Sex.NOT_STATED
    birth_year: int | None = None
    phone: str = ""
    phone_is_shared: bool = False
    employer: Organization | None = None
    role: str = ""
    employee_number: str = ""
    section: str = ""
    phones: tuple[Phone, ...] = field(default=())


@transaction.atomic
def register_person(details: PersonDetails, *, by: AbstractBaseUser | None) -> Person:
    """Add a person with a fresh card code. Raises Refused(`no_name`) without any name."""
    names = {
        "name_km": khmer.clean(details.name_km),
        "family_name_latin": khmer.clean(details.family_name_latin),
        "given_name_latin": khmer.clean(details.given_name_latin),
    }
    if not any(names.values()):
        raise Refused(_("Give a Khmer name or a Latin name."), code="no_name")
    person = Person.objects.create(
        card_code=free_card_code(),
        title=details.title,
        sex=details.sex,
        birth_year=details.birth_year,
        **names,
    )
    add_phones(person, details)
    if details.employer is not None:
        Employment.objects.create(
            person=person,
            organization=details.employer,
            role=details.role,
            employee_number=details.employee_number,
            section=details.section,
        )
    record(person, "person_registered", by=by)
    return person


def free_card_code() -> str:
    """A card code that nobody has. Called inside a transaction; the unique constraint decides."""
    prefix = conf.get("COURSES_CARD_PREFIX")
    for _attempt in range(TRIES_FOR_A_FREE_CODE):
        code = card_codes.new_card_code(secrets.token_bytes, prefix=prefix)
        if not Person.everybody.filter(card_code=code).exists():
            return code
    raise Refused(_("No free card code was found. Please try again."), code="no_card_code")


def add_phones(person: Person, details: PersonDetails) -> None:
    """Keep every number as written; one that cannot be read is kept without international form."""
    region = conf.get("COURSES_PHONE_REGION")
    phones: Iterable[Phone] = details.phones or parse_phones(details.phone, region)
    PersonPhone.objects.bulk_create(
        (
            PersonPhone(
                person=person,
                raw=phone.raw,
                e164=phone.e164 or "",
                is_shared=details.phone_is_shared,
            )
            for phone in phones
        ),
        ignore_conflicts=True,
    )
