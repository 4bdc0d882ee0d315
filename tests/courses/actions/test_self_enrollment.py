"""People bring themselves onto a run, once."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.enrollment import JobAtTheTime, withdraw
from courses.actions.people import PersonDetails
from courses.actions.self_enrollment import Arrival, enroll_oneself, enroll_without_account
from courses.choices import EnrollmentSource, EnrollmentStatus
from courses.exceptions import Refused
from courses.models import Enrollment, Person, PersonPhone
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db
DETAILS = PersonDetails(
    name_km="ទេព សុវណ្ណារី", sex="female", birth_year=1992, phone="012 345 678", role="worker"
)
JOB = JobAtTheTime(role="worker", employer_text="Palm Shade Footwear")


@pytest.fixture
def run():
    return CourseRunFactory(
        starts_on=timezone.localdate() + timedelta(days=7),
        ends_on=timezone.localdate() + timedelta(days=8),
        capacity=2,
    )


def arrive(run, details=DETAILS, form=None):
    return enroll_without_account(run, details, JOB, form=form or uuid.uuid4())


def on_file(**values):
    person = PersonFactory(name_km="ទេព សុវណ្ណារី", **values)
    PersonPhone.objects.create(person=person, raw="012345678", e164="+85512345678")
    return person


def test_a_newcomer_is_registered_with_a_card_and_gets_a_seat(run):
    form = uuid.uuid4()
    arrival = arrive(run, form=form)
    enrollment = Enrollment.objects.get()
    assert arrival == Arrival(enrollment, is_known=False)
    assert (enrollment.uuid, enrollment.status, enrollment.source, enrollment.employer_text) == (
        form, EnrollmentStatus.ENROLLED, EnrollmentSource.SELF, "Palm Shade Footwear",
    )  # fmt: skip
    assert enrollment.person.card_code and enrollment.person.birth_year == 1992


def test_the_same_sheet_twice_is_one_enrolment(run):
    form = uuid.uuid4()
    first, second = arrive(run, form=form), arrive(run, form=form)
    assert first == second
    assert Person.objects.count() == 1


def test_the_same_phone_and_name_is_the_same_person(run):
    person = on_file()
    arrival = arrive(run)
    assert (arrival.is_known, arrival.enrollment.person) == (True, person)
    assert arrive(run).enrollment == arrival.enrollment
    assert Person.objects.count() == 1


def test_a_latin_name_is_recognised_in_any_order_of_its_words(run):
    person = on_file(family_name_latin="Tep", given_name_latin="Sovannary")
    details = PersonDetails(
        family_name_latin="SOVANNARY", given_name_latin="tep", phone="+855 12 345 678"
    )
    assert arrive(run, details).enrollment.person == person


def test_somebody_known_keeps_the_standing_she_had(run):
    enrollment = EnrollmentFactory(
        run=run, person=on_file(), status=EnrollmentStatus.WAITLISTED, employer_text="Old words"
    )
    assert arrive(run) == Arrival(enrollment, is_known=True)
    enrollment.refresh_from_db()
    assert (enrollment.status, enrollment.employer_text) == ("waitlisted", "Old words")


def test_another_name_on_a_shared_phone_is_another_person(run):
    on_file()
    sister = PersonDetails(name_km="ទេព សុភា", phone="012345678", phone_is_shared=True)
    assert not arrive(run, sister).is_known
    assert Person.objects.count() == 2


def test_two_on_file_who_look_the_same_are_not_guessed_between(run):
    on_file()
    on_file()
    assert not arrive(run).is_known


def test_a_name_alone_recognises_nobody(run):
    on_file()
    assert not arrive(run, PersonDetails(name_km="ទេព សុវណ្ណារី")).is_known


def test_a_full_run_has_a_waiting_list(run):
    for _ in range(2):
        EnrollmentFactory(run=run)
    assert arrive(run).enrollment.status == EnrollmentStatus.WAITLISTED


def test_a_run_by_invitation_adds_nobody(run):
    run.enrollment_policy = "invitation"
    run.save()
    with pytest.raises(Refused) as refused:
        arrive(run)
    assert refused.value.code == "by_invitation"
    assert not Person.objects.exists()


def test_with_an_account_one_enrols_once(run, participant_user):
    person = participant_user.training_person
    first = enroll_oneself(run, person, JOB, by=participant_user)
    assert enroll_oneself(run, person, JOB, by=participant_user) == first
    withdraw(first, by=participant_user)
    again = enroll_oneself(run, person, JOB, by=participant_user)
    assert (again.pk, again.status) == (first.pk, EnrollmentStatus.ENROLLED)
