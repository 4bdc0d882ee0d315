"""Places, waiting list, requests and walk-ins."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.enrollment import (
    JobAtTheTime,
    decide_request,
    enroll,
    enroll_people,
    withdraw,
)
from courses.choices import (
    EnrollmentPolicy,
    EnrollmentSource,
    EnrollmentStatus,
    OrganizationKind,
    RunStatus,
)
from courses.exceptions import Refused
from courses.models import Employment, Enrollment, RunTrainer
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


def refusal(action, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        action(*args, **kwargs)
    return refused.value.code


def test_the_job_is_kept_as_it_was_on_the_day_of_enrolment(trainer_user):
    factory = OrganizationFactory(sector="footwear", province_id="21")
    person = PersonFactory()
    job = Employment.objects.create(person=person, organization=factory, role="supervisor")

    enrollment = enroll(CourseRunFactory(), person, by=trainer_user)
    job.role = "manager"
    job.save()
    factory.sector = "garment"
    factory.save()

    enrollment.refresh_from_db()
    assert (enrollment.role, enrollment.employer, enrollment.sector, enrollment.province_id) == (
        "supervisor",
        factory,
        "footwear",
        "21",
    )


def test_a_union_is_not_a_factory(trainer_user):
    union = OrganizationFactory(kind=OrganizationKind.FEDERATION, sector="")

    enrollment = enroll(
        CourseRunFactory(), PersonFactory(), JobAtTheTime("union_leader", union), by=trainer_user
    )

    assert enrollment.sector == "not_a_factory"


def test_a_full_run_has_a_waiting_list(trainer_user):
    run = CourseRunFactory(capacity=1)

    statuses = [enroll(run, PersonFactory(), by=trainer_user).status for _ in range(2)]

    assert statuses == [EnrollmentStatus.ENROLLED, EnrollmentStatus.WAITLISTED]


def test_a_person_is_on_a_run_once(trainer_user):
    run, person = CourseRunFactory(capacity=1), PersonFactory()
    enroll(run, person, by=trainer_user)

    assert refusal(enroll, run, person, by=trainer_user) == "already_enrolled"
    assert Enrollment.objects.filter(run=run).count() == 1


def test_a_trainer_of_the_run_takes_no_seat(trainer_user):
    run = CourseRunFactory()
    RunTrainer.objects.create(run=run, person=trainer_user.training_person)

    assert refusal(enroll, run, trainer_user.training_person, by=trainer_user) == "is_trainer"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"status": RunStatus.CANCELLED}, "run_cancelled"),
        ({"enrollment_policy": EnrollmentPolicy.INVITATION}, "by_invitation"),
    ],
)
def test_a_refusal_says_why(values, code):
    run = CourseRunFactory(**values)

    assert refusal(enroll, run, PersonFactory(), by=None, source=EnrollmentSource.SELF) == code


def test_a_request_waits_for_the_trainer(trainer_user):
    run = CourseRunFactory(enrollment_policy=EnrollmentPolicy.REQUEST, capacity=1)
    first, second, third = (
        enroll(run, PersonFactory(), by=None, source=EnrollmentSource.SELF) for _ in range(3)
    )

    answers = [
        decide_request(first, True, by=trainer_user).status,
        decide_request(second, True, by=trainer_user).status,
        decide_request(third, False, by=trainer_user).status,
    ]

    assert first.status == EnrollmentStatus.REQUESTED
    assert answers == ["enrolled", "waitlisted", "declined"]
    assert refusal(decide_request, first, True, by=trainer_user) == "already_decided"


def test_a_free_seat_goes_to_the_first_who_waits(trainer_user):
    run = CourseRunFactory(capacity=1)
    first, second, third = (enroll(run, PersonFactory(), by=trainer_user) for _ in range(3))

    withdraw(first, "Sick child", by=trainer_user)

    for enrollment in (first, second, third):
        enrollment.refresh_from_db()
    assert [first.status, second.status, third.status] == ["withdrawn", "enrolled", "waitlisted"]
    assert first.status_reason == "Sick child"
    assert refusal(withdraw, first, by=trainer_user) == "already_withdrawn"


def test_somebody_who_withdrew_comes_back_at_the_end(trainer_user):
    run = CourseRunFactory(capacity=1)
    first, _second = (enroll(run, PersonFactory(), by=trainer_user) for _ in range(2))
    withdraw(first, by=trainer_user)

    again = enroll(run, first.person, by=trainer_user)

    assert (again.pk, again.status) == (first.pk, EnrollmentStatus.WAITLISTED)


def test_somebody_who_came_stays_in_the_record(trainer_user):
    session = SessionFactory(status="held")
    mark = AttendanceFactory(session=session)

    assert refusal(withdraw, mark.enrollment, by=trainer_user) == "has_attended"


def test_a_walk_in_is_never_stopped_by_a_full_run(trainer_user):
    run = CourseRunFactory(capacity=1)
    EnrollmentFactory(run=run)
    waiting = enroll(run, PersonFactory(), by=trainer_user)

    walk_in = enroll(run, waiting.person, by=trainer_user, source=EnrollmentSource.WALK_IN)

    assert (walk_in.pk, walk_in.status) == (waiting.pk, EnrollmentStatus.ENROLLED)


def test_a_run_that_is_over_takes_nobody_by_themselves():
    yesterday = timezone.localdate() - timedelta(days=1)
    run = CourseRunFactory(starts_on=yesterday)

    assert (
        refusal(enroll, run, PersonFactory(), by=None, source=EnrollmentSource.SELF) == "run_over"
    )


def test_several_people_are_enrolled_in_their_order(staff_user, django_assert_num_queries):
    run = CourseRunFactory(capacity=3)
    here, gone, trainer = PersonFactory.create_batch(3)
    EnrollmentFactory(run=run, person=here)
    EnrollmentFactory(run=run, person=gone, status=EnrollmentStatus.WITHDRAWN)
    RunTrainer.objects.create(run=run, person=trainer)
    others = PersonFactory.create_batch(8)
    people = [here, gone, trainer, others[0], *others]
    enroll(run, PersonFactory(), by=staff_user)
    run.enrollments.last().delete()
    with django_assert_num_queries(25):
        answers = enroll_people(
            run, [(person, JobAtTheTime(role="worker")) for person in people], by=staff_user
        )
    told = [getattr(each, "code", "") or each.status for each in answers]
    assert told == [
        *("already_enrolled", "enrolled", "is_trainer", "enrolled", "already_enrolled"),
        *["waitlisted"] * 7,
    ]
    assert run.enrollments.enrolled().count() == 3
    assert list(run.enrollments.waiting().values_list("person", flat=True)) == [
        person.pk for person in others[1:]
    ]
