"""Records are found by the words that people know them by, and carry their numbers."""

import pytest

from courses.models import Course, CourseRun, Enrollment, Organization, Person, Session, Topic
from courses.queries import records
from tests.courses.admin.world import make_world
from tests.factories import AttendanceFactory, EnrollmentFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def test_organizations_are_found_by_every_word_also_when_they_closed():
    lotus = OrganizationFactory(name_en="Lotus Thread", short_name="LTC", status="closed")
    OrganizationFactory(name_en="Lotus River")
    every = Organization.objects.all()

    assert list(records.organizations_found(every, "thread lotus")) == [lotus]
    assert list(records.organizations_found(every, "ltc")) == [lotus]


def test_sessions_and_enrolments_are_found_by_run_and_person():
    world, _other = make_world(), make_world()
    sessions, enrollments = Session.objects.all(), Enrollment.objects.all()

    assert list(records.sessions_found(sessions, world.runs.code)) == [world.sessions]
    assert list(records.enrollments_found(enrollments, world.runs.code, None)) == [world.enrolments]
    assert list(records.enrollments_found(enrollments, world.people.card_code, None)) == [
        world.enrolments
    ]


def test_numbers_count_rows_once():
    world = make_world()
    AttendanceFactory(session=world.sessions)
    AttendanceFactory(session=world.sessions, presence="absent", credited_minutes=0)
    EnrollmentFactory(person=world.people, status="withdrawn")

    session = records.with_presence(Session.objects.all()).get()
    person = records.with_runs(Person.objects.all()).get(pk=world.people.pk)
    enrollment = records.with_attendance(Enrollment.objects.all()).get(pk=world.enrolments.pk)
    course = records.with_offers(Course.objects.all()).get(pk=world.courses.pk)
    topic = records.with_courses(Topic.objects.all()).get(pk=world.courses.topics.get().pk)

    assert (session.enrolled, session.here) == (3, 2)
    assert (person.places, person.completed) == (1, 1)
    assert enrollment.attended == 1
    assert (course.runs_count, course.live_pages) == (1, 0)
    assert topic.courses_count == 1
    assert CourseRun.objects.count() == 2
