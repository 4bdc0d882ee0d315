"""What speaks against somebody on a run, and how it is overruled."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.enrollment import JobAtTheTime, enroll, would_be
from courses.actions.objections import for_whom, known_beforehand, objections_of
from courses.actions.people import PersonDetails
from courses.actions.self_enrollment import enroll_oneself, enroll_without_account
from courses.exceptions import Refused
from courses.models import Completion, Employment, Enrollment
from courses.queries.eligibility import restrictions
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
DAY = timezone.localdate() + timedelta(days=90)


def in_words(day):
    return f"{day:%A} {day.day} {day:%B %Y}"


@pytest.fixture
def run(db):
    return CourseRunFactory(starts_on=DAY)


@pytest.fixture
def first(run):
    """A course to be completed before."""
    course = CourseFactory(title_en="Basic safety", code="BASIC")
    run.course.prerequisites.add(course)
    return course


def refusal(run, person, user, job=None):
    with pytest.raises(Refused) as no:
        enroll_oneself(run, person, job, by=user)
    return no.value.code, str(no.value)


def complete(course, person):
    place = EnrollmentFactory(run=CourseRunFactory(course=course), person=person)
    return Completion.objects.create(enrollment=place, is_met=True, met_on=timezone.localdate())


def test_another_role_is_told_which_roles_may_come(run, user):
    run.roles = ["worker_rep", "supervisor"]
    run.save()

    code, sentence = refusal(run, PersonFactory(), user, JobAtTheTime(role="worker"))

    assert code == "wrong_role"
    assert "Worker representative or shop steward · " in sentence
    assert enroll_oneself(run, PersonFactory(), JobAtTheTime(role="supervisor"), by=user)


def test_only_people_of_the_host_may_come_also_of_one_that_became_part_of_it(run, user):
    run.is_for_host_only = True
    run.save()
    small = OrganizationFactory(status="merged", merged_into=run.host)

    code, sentence = refusal(run, PersonFactory(), user)

    assert (code, run.host.name in sentence) == ("host_only", True)
    assert enroll_oneself(run, PersonFactory(), JobAtTheTime(employer=small), by=user)


def test_what_her_work_decides_is_said_beforehand_and_what_is_on_record_refuses(run, first, user):
    run.roles, run.is_for_host_only = ["manager"], True
    run.save()
    person = PersonFactory()
    Employment.objects.create(person=person, organization=run.host, role="worker")

    found = objections_of(would_be(run, person))

    assert for_whom(found) == [refusal(run, person, user)[1]]
    assert for_whom(restrictions(run))[1].startswith("This date is for people of ")
    job = JobAtTheTime(role="manager", employer=run.host)
    assert known_beforehand(found).sentence == refusal(run, person, user, job)[1]
    complete(first, person)
    assert known_beforehand(objections_of(would_be(run, person))) is None


def test_what_to_complete_first_and_when_it_is_held(run, first, user):
    person = PersonFactory()
    code, sentence = refusal(run, person, user)
    assert (code, sentence) == (
        "not_completed",
        "Complete Basic safety first. No date is planned yet; ask a trainer.",
    )

    before = CourseRunFactory(course=first, starts_on=DAY - timedelta(days=7)).starts_on
    assert f"It is held next on {in_words(before)}." in refusal(run, person, user)[1]

    complete(first, person)
    assert enroll_oneself(run, person, None, by=user).status == "enrolled"


def test_without_an_account_nothing_is_told_and_a_trainer_decides(run, first):
    def ask(number, **details):
        details = PersonDetails(name_km="កែវ សុភា", **details)
        form = f"00000000-0000-0000-0000-00000000000{number}"
        return enroll_without_account(run, details, JobAtTheTime(), form=form).enrollment

    new = ask(1, phone="012 345 678")
    complete(first, new.person)
    Enrollment.objects.filter(pk=new.pk).update(status="withdrawn")

    assert new.status == "requested"
    assert ask(2, phone="012 345 678").status == "requested"


def test_two_trainings_at_one_time(run, user):
    SessionFactory(run=run)
    other = SessionFactory(run__starts_on=DAY, hour=9).run
    person = EnrollmentFactory(run=other).person

    assert refusal(run, person, user) == (
        "clash",
        f"You are at Safety committee at that time: {in_words(DAY)}, 09:00–12:00. Choose another"
        " date, or give up your place there first.",
    )
    Enrollment.objects.filter(run=other).update(status="withdrawn")
    assert enroll_oneself(run, person, None, by=user)


def test_staff_overrule_with_a_reason_that_stays_in_the_history(run, first, staff_user):
    person = PersonFactory()
    with pytest.raises(Refused) as no:
        enroll(run, person, by=staff_user)
    assert no.value.code == "not_completed"

    place = enroll(run, person, by=staff_user, despite="Completed it abroad")

    entry = ModelLogEntry.objects.get(action="courses.enrolled_despite")
    assert entry.data == {
        "objections": ["not_completed"],
        "enrollment": place.pk,
        "reason": "Completed it abroad",
    }


def test_a_reason_without_an_objection_is_not_kept(run, staff_user):
    enroll(run, PersonFactory(), by=staff_user, despite="Just so")

    assert not ModelLogEntry.objects.filter(action="courses.enrolled_despite").exists()


def test_a_trainer_hears_of_another_training_only_where_she_sees_it(run, trainer_user):
    SessionFactory(run=run)
    other = SessionFactory(run__starts_on=DAY).run
    person = EnrollmentFactory(run=other).person

    def said():
        with pytest.raises(Refused) as no:
            enroll(run, person, by=trainer_user)
        return str(no.value)

    assert said() == "At another training at the same time."
    other.run_trainers.create(person=trainer_user.training_person)
    assert said() == f"At Safety committee at the same time: {in_words(DAY)}, 08:00–11:00."


def test_nobody_is_turned_away_at_the_door_or_taken_off_a_list(run, first, user):
    run.roles = ["manager"]
    run.save()

    for source in ("walk_in", "import", "nomination", "roster"):
        assert enroll(run, PersonFactory(), by=user, source=source).status == "enrolled"
