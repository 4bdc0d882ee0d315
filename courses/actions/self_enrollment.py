"""People bring themselves onto a run: with an account, or with a form and no account at all."""

import uuid
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from courses import conf
from courses.actions.enrollment import JobAtTheTime, enroll
from courses.actions.people import PersonDetails, register_person
from courses.actions.seats import GONE
from courses.choices import BY_THEMSELVES, EnrollmentSource
from courses.models import CourseRun, Enrollment, Person
from courses.rules import khmer, names
from courses.rules.phones import parse_phones


@dataclass(frozen=True)
class Arrival:
    """An enrolment through the form. `is_known` says that the person was on file before, so that
    her card and her standing must not be shown to whoever filled in the form."""

    enrollment: Enrollment
    is_known: bool = False


@transaction.atomic
def enroll_oneself(
    run: CourseRun,
    person: Person,
    job: JobAtTheTime | None,
    *,
    by: AbstractBaseUser | None,
    source: EnrollmentSource = EnrollmentSource.SELF,
) -> Enrollment:
    """Enrol the person who says so herself; doing it twice returns the first enrolment.

    Raises Refused as `enroll`.
    """
    CourseRun.objects.select_for_update().get(pk=run.pk)
    return _standing(run, person) or enroll(run, person, job, by=by, source=source)


@transaction.atomic
def enroll_without_account(
    run: CourseRun,
    details: PersonDetails,
    job: JobAtTheTime,
    *,
    form: uuid.UUID,
    by: AbstractBaseUser | None = None,
    source: EnrollmentSource = EnrollmentSource.SELF,
) -> Arrival:
    """Enrol somebody by the form. `form` is made when the form is shown: the same form again (a
    double click) is the same enrolment. Somebody with the same phone and name as on file is that
    person, and is not added twice. Raises Refused as `enroll`.
    """
    CourseRun.objects.select_for_update().get(pk=run.pk)
    again = Enrollment.objects.filter(uuid=form, run=run, source__in=BY_THEMSELVES)
    if enrollment := again.select_related("person").first():
        return Arrival(enrollment)
    person = person_on_file(details)
    if person is not None:
        standing = _standing(run, person)
        standing = standing or enroll(run, person, job, by=by, source=source)
        return Arrival(standing, is_known=True)
    person = register_person(details, by=by)
    enrollment = enroll(run, person, job, by=by, source=source)
    enrollment.uuid = form
    enrollment.save(update_fields=["uuid"])
    return Arrival(enrollment)


def _standing(run: CourseRun, person: Person) -> Enrollment | None:
    rows = Enrollment.objects.filter(run=run, person=person).exclude(status__in=GONE)
    return rows.select_related("person").first()


def person_on_file(details: PersonDetails) -> Person | None:
    """The one person with one of these phones and the same name, or None."""
    phones = parse_phones(details.phone, conf.get("COURSES_PHONE_REGION"))
    numbers = [phone.e164 for phone in phones if phone.e164]
    people = Person.objects.filter(phones__e164__in=numbers).distinct()
    same = [person for person in people if _has_the_name(person, details)]
    return same[0] if len(same) == 1 else None


def _has_the_name(person: Person, details: PersonDetails) -> bool:
    latin = f"{details.family_name_latin} {details.given_name_latin}"
    key_km = khmer.match_key(details.name_km)
    return bool(key_km and key_km == person.key_km) or names.same_latin_name(
        latin, person.name_latin
    )
