"""Whom a message is for, and how each of them is reached."""

from collections.abc import Iterable
from dataclasses import dataclass

from courses import conf
from courses.models import CourseRun, Enrollment, PersonPhone
from courses.rules.recipients import Contact, contact_for, language_for

AT_ONCE = 500


@dataclass(frozen=True)
class Recipient:
    enrollment_id: int
    person_id: int
    name: str
    card_code: str
    language: str
    contact: Contact


def recipients_of(run: CourseRun, enrollments: Iterable[Enrollment]) -> list[Recipient]:
    """The people of these enrolments of the run, without those who are erased. One query for every
    five hundred, and another one for their phones."""
    ids = [enrollment.pk for enrollment in enrollments]
    found: list[Recipient] = []
    for first in range(0, len(ids), AT_ONCE):
        found += _recipients(run, ids[first : first + AT_ONCE])
    return found


def _recipients(run: CourseRun, ids: list[int]) -> list[Recipient]:
    rows = Enrollment.objects.filter(pk__in=ids, person__erased_at=None)
    rows = rows.select_related("person").only(
        "run_id",
        "person__card_code",
        "person__name_km",
        "person__family_name_latin",
        "person__given_name_latin",
        "person__known_as",
        "person__email",
        "person__reads_khmer",
        "person__erased_at",
    )
    rows = list(rows.order_by("pk"))
    phones: dict[int, list[tuple[str, bool]]] = {}
    told = PersonPhone.objects.filter(person__in=[row.person_id for row in rows])
    for person, number, is_shared in told.values_list("person_id", "e164", "is_shared"):
        phones.setdefault(person, []).append((number, is_shared))
    return [_recipient(run, row, phones.get(row.person_id, [])) for row in rows]


def _recipient(run: CourseRun, enrollment: Enrollment, phones: list[tuple[str, bool]]) -> Recipient:
    person = enrollment.person
    language = language_for(
        person.reads_khmer, has_khmer_name=bool(person.name_km), spoken=run.delivery_language
    )
    return Recipient(
        enrollment_id=enrollment.pk,
        person_id=person.pk,
        name=person.called_in(language),
        card_code=person.card_code,
        language=language,
        contact=contact_for(
            person.email,
            phones,
            by_email=conf.get("COURSES_MESSAGES_BY_EMAIL"),
            by_sms=bool(conf.get("COURSES_SMS_GATEWAY")),
        ),
    )
