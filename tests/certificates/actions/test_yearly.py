"""Yearly statements: numbered, frozen, one valid of a person, year and course."""

import hashlib
from datetime import date

import pypdfium2
import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from certificates.actions.certificates import (
    catch_up_certificates,
    replace_certificate,
    revoke_certificate,
)
from certificates.actions.erasing import erase_certificates
from certificates.actions.names import confirm_names
from certificates.actions.yearly import issue_yearly_statement, issue_yearly_statements
from certificates.choices import RevocationReason
from certificates.models import Certificate, HeldCertificate, IssuerSettings, NumberSeries
from certificates.queries.years import years_of
from courses.models import Completion, Course, Person
from tests.certificates.actions.test_certificates import at_once, refusal
from tests.certificates.factories import YEAR, came
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)


@pytest.fixture
def person(db):
    return PersonFactory()


@pytest.fixture
def meetings(db):
    return CourseFactory(code="TUCG", title_en="Contact group", gives_certificate=False)


def in_order():
    rows = Certificate.objects.order_by("serial")
    return list(rows.values_list("person", "year", "course", "status"))


def test_a_statement_lists_what_was_attended_in_the_year(person, meetings, staff_user):
    came(person, 3, 10, course=meetings)
    came(person, 5, 5, course=meetings, minutes=90)
    other = came(person, 6, 2, course=CourseFactory(title_en="Fire safety"))
    Completion.objects.create(
        enrollment=other.enrollment, is_met=True, met_on=date(YEAR, 6, 2), credited_minutes=180
    )
    came(person, 7, 1, presence="absent", minutes=0)

    statement = issue_yearly_statement(person, YEAR, by=staff_user)

    assert statement.serial == f"SALA-{timezone.localdate().year}-000001"
    assert (statement.kind, statement.year, statement.course, statement.enrollment) == (
        "yearly", YEAR, None, None,
    )  # fmt: skip
    assert statement.expires_on is None
    assert [(row["course_en"], row["hours_en"], row["outcome_en"]) for row in
            statement.facts["rows"]] == [
        ("Contact group", "3", "Attended"),
        ("Contact group", "1.5", "Attended"),
        ("Fire safety", "3", "Completed"),
    ]  # fmt: skip
    assert (statement.facts["minutes"], statement.facts["sessions"]) == (450, 3)
    content = statement.file.open("rb").read()
    told = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    assert "Fire safety" in told and "Yearly Training Statement 2025".upper() in told.upper()
    assert hashlib.sha256(content).hexdigest() == statement.sha256
    assert ModelLogEntry.objects.filter(action="certificates.issued").count() == 1
    assert catch_up_certificates() == (1, 0), "the other course gives its certificate as before"


def test_of_one_course_and_of_all_stand_side_by_side(person, meetings, staff_user):
    came(person, 3, 10, course=meetings)
    came(person, 6, 2)

    of_all = issue_yearly_statement(person, YEAR, by=staff_user)
    of_one = issue_yearly_statement(person, YEAR, meetings, by=staff_user)

    assert len(of_all.facts["rows"]) == 2
    assert [row["course_en"] for row in of_one.facts["rows"]] == ["Contact group"]
    assert in_order() == [
        (person.pk, YEAR, None, "valid"),
        (person.pk, YEAR, meetings.pk, "valid"),
    ]


def test_twice_is_one_and_what_is_known_later_makes_a_successor(person, meetings, staff_user):
    came(person, 3, 10, course=meetings)

    first = issue_yearly_statement(person, YEAR, by=staff_user)
    again = issue_yearly_statement(person, YEAR, by=staff_user)
    came(person, 5, 5, course=meetings)
    second = issue_yearly_statement(person, YEAR, by=staff_user)

    first.refresh_from_db()
    assert again == first
    assert (first.status, first.replaced_by) == ("replaced", second)
    assert len(second.facts["rows"]) == 2
    assert NumberSeries.objects.get().last == 2


def test_a_statement_of_a_year_that_goes_on_says_until_when(person, staff_user):
    today = timezone.localdate()
    session = SessionFactory(status="held")
    AttendanceFactory(session=session, enrollment=EnrollmentFactory(run=session.run, person=person))
    year = session.day.year

    statement = issue_yearly_statement(person, year, by=staff_user)

    last = min(today, date(year, 12, 31))
    assert statement.facts["last_day"] == last.isoformat()
    (late,) = years_of([person], year, None, date(year + 1, 2, 1)).values()
    assert late.is_told_by(statement) == (last == date(year, 12, 31))


def test_why_there_is_none(person, meetings, staff_user):
    nobody = PersonFactory()
    came(person, 3, 10)
    statement = issue_yearly_statement(person, YEAR, by=staff_user)
    revoke_certificate(statement, RevocationReason.MISUSE, by=staff_user)
    erased = PersonFactory(erased_at=timezone.now())
    long_name = PersonFactory(name_km="", given_name_latin="M" * 100)
    came(long_name, 3, 10)
    to_come = timezone.localdate().year + 1

    def code(*args):
        return refusal(issue_yearly_statement, *args, by=staff_user)

    assert code(person, YEAR) == "was_revoked"
    assert code(nobody, YEAR) == "not_there_that_year"
    assert code(person, YEAR, meetings) == "not_there_that_year"
    assert code(erased, YEAR) == "erased"
    assert code(person, to_come) == "year_to_come"
    assert code(long_name, YEAR) == "does_not_fit"
    assert not HeldCertificate.objects.exists()


def test_many_have_an_outcome_each(monkeypatch, meetings, staff_user):
    monkeypatch.setattr("certificates.actions.yearly.AT_ONCE", 2)
    people = [PersonFactory() for _ in range(4)]
    for each in people[:3]:
        came(each, 3, 10, course=meetings)
    asked = [each.pk for each in people]

    outcomes = list(issue_yearly_statements([*asked, asked[0], 10**9], YEAR, by=staff_user))

    assert [each.asked for each in outcomes] == asked
    assert [each.refusal and each.refusal.code for each in outcomes] == [
        None, None, None, "not_there_that_year",
    ]  # fmt: skip
    assert NumberSeries.objects.get().last == 3


@pytest.mark.parametrize("number", [1, 15])
def test_many_ask_no_more_than_one(number, meetings, staff_user, django_assert_num_queries):
    people = [PersonFactory() for _ in range(number)]
    session = came(people[0], 3, 10, course=meetings).session
    for each in people[1:]:
        AttendanceFactory(
            session=session, enrollment=EnrollmentFactory(run=session.run, person=each)
        )
    issue_yearly_statement(came(PersonFactory(), 3, 10).enrollment.person, YEAR, by=staff_user)

    ContentType.objects.get_for_model(Certificate)
    with django_assert_num_queries(22):
        list(issue_yearly_statements([each.pk for each in people], YEAR, by=staff_user))


def test_where_names_are_confirmed_first_one_confirmed_paper_is_enough(person, staff_user):
    IssuerSettings.objects.update_or_create(pk=1, defaults={"needs_name_check": True})
    mark = came(person, 3, 10)
    before = refusal(issue_yearly_statement, person, YEAR, by=staff_user)
    confirm_names(mark.enrollment.run, [mark.enrollment_id], by=staff_user)

    assert before == "unchecked"
    assert issue_yearly_statement(person, YEAR, by=staff_user).status == "valid"


def test_a_corrected_name_makes_a_successor_of_the_same_year(person, staff_user):
    came(person, 3, 10)
    old = issue_yearly_statement(person, YEAR, by=staff_user)
    person.given_name_latin = "Sreymum"
    person.save()

    new = replace_certificate(old, by=staff_user)

    old.refresh_from_db()
    assert (old.status, old.replaced_by, new.year, new.revision) == (
        "replaced", new, YEAR, old.revision,
    )  # fmt: skip
    assert new.facts["name_en"] == "CHAN Sreymum"


def test_each_kind_has_exactly_its_fields(person, meetings, staff_user):
    came(person, 3, 10)
    statement = issue_yearly_statement(person, YEAR, by=staff_user)

    for change in ({"year": None}, {"kind": "completion"}, {"kind": "attendance", "year": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Certificate.objects.filter(pk=statement.pk).update(**change)
    with pytest.raises(ValidationError):
        Certificate(kind="yearly", person=person, facts={}).validate_constraints()


def test_two_valid_statements_of_a_year_cannot_be_kept(person, meetings, staff_user):
    came(person, 3, 10, course=meetings)
    for course in (None, meetings):
        row = issue_yearly_statement(person, YEAR, course, by=staff_user)
        row.pk, row.uuid, row.code, row.serial = None, None, f"X{course}", f"X-{course}"
        row.uuid = Certificate._meta.get_field("uuid").get_default()
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_twenty_tries_for_one_year_give_one(committed_db):
    person = PersonFactory()
    came(person, 3, 10)
    others = [PersonFactory() for _ in range(10)]
    for each in others:
        came(each, 3, 10)
    asked = [person.pk] * 20 + [each.pk for each in others]

    found = at_once(
        lambda pk: issue_yearly_statement(Person.objects.get(pk=pk), YEAR, by=None), asked
    )

    numbers = sorted({row.serial for row in found})
    year = timezone.localdate().year
    assert numbers == [f"SALA-{year}-{number:06d}" for number in range(1, 12)]
    assert Certificate.objects.filter(person=person).count() == 1


def test_an_erased_person_leaves_the_statement_without_her_name(person, staff_user, client):
    came(person, 3, 10)
    statement = issue_yearly_statement(person, YEAR, by=staff_user)

    erase_certificates([person.pk])

    statement.refresh_from_db()
    assert (statement.facts["name_km"], statement.facts["name_en"]) == ("", "")
    assert "CHAN" not in str(statement.facts) and statement.name_hashes
    page = client.get(f"/en/check/{statement.code}/", follow=True)
    assert "Valid, name withheld" in page.text


def test_courses_and_years_do_not_mix_with_other_papers(person, staff_user):
    """A yearly statement of a course stands beside its certificate, in every year."""
    course = Course.objects.get(pk=came(person, 3, 10).enrollment.run.course_id)
    first = issue_yearly_statement(person, YEAR, course, by=staff_user)
    session = SessionFactory(status="held", run__course=course)
    mark = AttendanceFactory(
        session=session, enrollment=EnrollmentFactory(run=session.run, person=person)
    )
    Completion.objects.create(
        enrollment=mark.enrollment, is_met=True, met_on=session.day, credited_minutes=180
    )
    assert catch_up_certificates() == (1, 0)
    second = issue_yearly_statement(person, session.day.year, course, by=staff_user)

    first.refresh_from_db()
    assert [first.status, second.status] == ["valid", "valid"]
    assert Certificate.objects.filter(person=person, status="valid").count() == 3
