"""Bring people into the register of people, and keep their details."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.audit import record_each
from courses.actions.duplicates import compare_newcomers
from courses.choices import Sex
from courses.exceptions import Refused
from courses.models import Employment, Organization, Person, PersonPhone
from courses.rules import card_codes, khmer
from courses.rules.keys import person_keys
from courses.rules.phones import Phone, parse_phones

TRIES_FOR_A_FREE_CODE = 20
BATCH = 500


@dataclass(frozen=True)
class PersonDetails:
    """What somebody tells about a person. At least one name; everything else may be unknown."""

    name_km: str = ""
    family_name_latin: str = ""
    given_name_latin: str = ""
    title: str = ""
    sex: str = Sex.NOT_STATED
    birth_year: int | None = None
    birth_year_is_estimated: bool = False
    reads_khmer: str = ""
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
    (person,) = register_people([details], by=by)
    if isinstance(person, Refused):
        raise person
    return person


@transaction.atomic
def register_people(
    several: Sequence[PersonDetails], *, by: AbstractBaseUser | None
) -> list[Person | Refused]:
    """Add each of several people as `register_person` does, in few queries; in the place of
    somebody without a name stands the Refused. After the commit they are compared with everybody on
    record; work that is lost there is found by the command `find_duplicates`."""
    named = [_names(details) for details in several]
    codes = iter(free_card_codes(sum(map(any, map(dict.values, named)))))
    people = [
        _person(details, names, next(codes)) if any(names.values()) else _nameless()
        for details, names in zip(several, named, strict=True)
    ]
    added = [
        (person, details)
        for person, details in zip(people, several, strict=True)
        if isinstance(person, Person)
    ]
    Person.objects.bulk_create((person for person, _ in added), batch_size=BATCH)
    _add_phones(added)
    _add_jobs(added)
    record_each(((person, {}) for person, _ in added), "person_registered", by=by)
    transaction.on_commit(compare_newcomers, robust=True)
    return people


def _names(details: PersonDetails) -> dict[str, str]:
    return {
        "name_km": khmer.clean(details.name_km),
        "family_name_latin": khmer.clean(details.family_name_latin),
        "given_name_latin": khmer.clean(details.given_name_latin),
    }


def _nameless() -> Refused:
    return Refused(_("Give a Khmer name or a Latin name."), code="no_name")


def _person(details: PersonDetails, names: dict[str, str], card_code: str) -> Person:
    person = Person(
        card_code=card_code,
        title=details.title,
        sex=details.sex,
        birth_year=details.birth_year,
        birth_year_is_estimated=details.birth_year_is_estimated,
        reads_khmer=details.reads_khmer,
        **names,
    )
    for name, key in person_keys(person.name_km, person.name_latin).items():
        setattr(person, name, key)
    return person


def free_card_code() -> str:
    """A card code that nobody has. Called inside a transaction; the unique constraint decides."""
    return free_card_codes(1)[0]


def free_card_codes(number: int) -> list[str]:
    """Several card codes that nobody has, as `free_card_code`."""
    prefix = conf.get("COURSES_CARD_PREFIX")
    free: dict[str, None] = {}
    for _attempt in range(TRIES_FOR_A_FREE_CODE):
        codes = {
            card_codes.new_card_code(secrets.token_bytes, prefix=prefix)
            for _place in range(number - len(free))
        }
        taken = Person.everybody.filter(card_code__in=codes).values_list("card_code", flat=True)
        free |= dict.fromkeys(codes.difference(taken))
        if len(free) == number:
            return list(free)
    raise Refused(_("No free card code was found. Please try again."), code="no_card_code")


def _add_phones(people: Iterable[tuple[Person, PersonDetails]]) -> None:
    """Keep every number as written; one that cannot be read is kept without international form."""
    region = conf.get("COURSES_PHONE_REGION")
    PersonPhone.objects.bulk_create(
        (
            PersonPhone(
                person=person,
                raw=phone.raw,
                e164=phone.e164 or "",
                is_shared=details.phone_is_shared,
            )
            for person, details in people
            for phone in details.phones or parse_phones(details.phone, region)
        ),
        batch_size=BATCH,
        ignore_conflicts=True,
    )


def _add_jobs(people: Iterable[tuple[Person, PersonDetails]]) -> None:
    Employment.objects.bulk_create(
        (
            Employment(
                person=person,
                organization=details.employer,
                role=details.role,
                employee_number=details.employee_number,
                section=details.section,
            )
            for person, details in people
            if details.employer is not None
        ),
        batch_size=BATCH,
    )
