"""Fifty processes at the same moment: seats are never oversold, and nobody is before her turn."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from django.db import connections

from courses.actions.enrollment import enroll, withdraw
from courses.actions.offers import accept_offer
from courses.choices import EnrollmentSource
from courses.exceptions import Refused
from courses.models import CourseRun, Employment, Enrollment, Person
from tests.factories import CourseRunFactory, EnrollmentFactory, OrganizationFactory, PersonFactory

pytestmark = [
    pytest.mark.usefixtures("committed_db"),
    pytest.mark.slow,
    pytest.mark.xdist_group("seat-races"),  # one after the other: each makes fifty processes wait
]
AT_ONCE = 50


def in_processes(jobs):
    """Each job (verb, id, id) in a process of its own, all let go together; their answers."""
    warm_up()
    context = get_context("fork")
    connections.close_all()
    with context.Manager() as manager:
        gate = manager.Barrier(len(jobs))
        with ProcessPoolExecutor(len(jobs), mp_context=context) as pool:
            return list(pool.map(do, jobs, [gate] * len(jobs)))


def warm_up():
    """What the first enrolment of a process reads, fifty processes need not read again."""
    enrol(CourseRunFactory().pk, PersonFactory().pk)


def do(job, gate):
    verb, *ids = job
    connections.close_all()
    gate.wait(timeout=120)
    try:
        return VERBS[verb](*ids).status
    except Refused as no:
        return no.code
    finally:
        connections.close_all()


def enrol(run, person):
    return enroll(
        CourseRun.objects.get(pk=run),
        Person.objects.get(pk=person),
        by=None,
        source=EnrollmentSource.SELF,
    )


def give_up(place):
    return withdraw(Enrollment.objects.get(pk=place), by=None)


def accept(place):
    return accept_offer(Enrollment.objects.get(pk=place), by=None)


VERBS = {"enrol": enrol, "give_up": give_up, "accept": accept}


def in_order(run):
    return list(run.enrollments.order_by("status_since", "pk"))


def test_ten_seats_for_fifty_processes():
    run = CourseRunFactory(capacity=10)
    people = PersonFactory.create_batch(AT_ONCE)

    answers = in_processes([("enrol", run.pk, person.pk) for person in people])

    assert sorted(answers) == ["enrolled"] * 10 + ["waitlisted"] * 40
    places = in_order(run)
    assert [place.status for place in places] == ["enrolled"] * 10 + ["waitlisted"] * 40
    assert [place.pk for place in places] == sorted(place.pk for place in places)


def test_ten_seats_of_which_four_are_kept():
    run, mill = CourseRunFactory(capacity=10), OrganizationFactory()
    run.reservations.create(organization=mill, seats=4)
    people = PersonFactory.create_batch(AT_ONCE)
    for person in people[::5]:
        Employment.objects.create(person=person, organization=mill, role="worker")

    answers = in_processes([("enrol", run.pk, person.pk) for person in people])

    assert sorted(answers) == ["enrolled"] * 10 + ["waitlisted"] * 40
    seats = run.enrollments.enrolled()
    assert seats.filter(reservation=None).count() == 6
    assert seats.filter(reservation__organization=mill, employer=mill).count() == 4


def test_seats_given_up_and_offered_while_others_enrol():
    run = CourseRunFactory(capacity=10, waiting_rule="offer")
    seats = EnrollmentFactory.create_batch(10, run=run)
    waiting = EnrollmentFactory.create_batch(20, run=run, status="waitlisted")
    people = PersonFactory.create_batch(20)

    answers = in_processes(
        [
            *(("give_up", place.pk) for place in seats),
            *(("accept", place.pk) for place in waiting),
            *(("enrol", run.pk, person.pk) for person in people),
        ]
    )

    assert answers[:10] == ["withdrawn"] * 10
    assert set(answers[10:30]) <= {"enrolled", "no_offer"}
    assert answers[30:] == ["waitlisted"] * 20
    holding = run.enrollments.holding_seats().values_list("pk", flat=True)
    assert sorted(holding) == [place.pk for place in waiting[:10]]
    assert run.enrollments.waiting().count() == 30
