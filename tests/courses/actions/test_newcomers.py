"""New people come with their seat, or not at all."""

import pytest

from courses.actions.enrollment import JobAtTheTime
from courses.actions.newcomers import add_newcomer_at_the_door, enroll_newcomer
from courses.actions.people import PersonDetails
from courses.choices import EnrollmentSource, Presence
from courses.exceptions import Refused
from courses.models import Person
from tests.factories import CourseRunFactory, SessionFactory

pytestmark = pytest.mark.django_db

SOKLIM = PersonDetails(name_km="គង់ សុខលីម", sex="female")
WORKER = JobAtTheTime(role="worker", employer_text="A workshop")


def test_a_newcomer_is_registered_and_enrolled(staff_user):
    enrollment = enroll_newcomer(CourseRunFactory(), SOKLIM, WORKER, by=staff_user)
    assert (enrollment.person.name_km, enrollment.employer_text) == ("គង់ សុខលីម", "A workshop")
    assert enrollment.source == EnrollmentSource.STAFF


def test_a_newcomer_at_the_door_is_marked_here(staff_user):
    session = SessionFactory()
    enrollment = add_newcomer_at_the_door(session, SOKLIM, WORKER, by=staff_user)
    assert enrollment.source == EnrollmentSource.WALK_IN
    assert session.attendances.get(enrollment=enrollment).presence == Presence.PRESENT


def test_nobody_is_registered_when_the_run_refuses(staff_user):
    with pytest.raises(Refused) as no:
        enroll_newcomer(CourseRunFactory(status="cancelled"), SOKLIM, WORKER, by=staff_user)
    assert no.value.code == "run_cancelled"
    assert not Person.objects.exists()


def test_nobody_is_registered_when_the_register_is_closed(staff_user):
    session = SessionFactory(day_offset=1)
    with pytest.raises(Refused) as no:
        add_newcomer_at_the_door(session, SOKLIM, WORKER, by=staff_user)
    assert no.value.code == "too_early"
    assert not Person.objects.exists()
