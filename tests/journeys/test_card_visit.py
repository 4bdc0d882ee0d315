"""Everything that is a person's own, done in a visit by card: it is kept, and no login did it."""

import json
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.choices import ConsentKind
from courses.models import Enrollment, ExportLog, LessonProgress, QuizAttempt
from courses.queries.consents import questions_for
from courses.rules.questions import version_of
from courses.rules.quiz import quiz_of
from tests import pages
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PinFactory,
    SessionFactory,
    visit_by_card,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PinFactory().person


@pytest.fixture
def phone(client, person):
    visit_by_card(client, person.pin)
    return client


def url(name, *args):
    return reverse(f"courses:{name}", args=args)


def page(response):
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    return response.content.decode()


def nobody_signed():
    return set(ModelLogEntry.objects.values_list("user", flat=True)) <= {None}


def coming(person, **values):
    day = timezone.localdate() + timedelta(days=3)
    run = CourseRunFactory(starts_on=day, ends_on=day)
    SessionFactory(run=run)
    return EnrollmentFactory(run=run, person=person, **values)


def test_she_takes_part_and_gives_her_place_up(phone, person):
    day = timezone.localdate() + timedelta(days=3)
    run = CourseRunFactory(starts_on=day, ends_on=day, enrollment_policy="open")
    SessionFactory(run=run)
    assert "You take part as" in page(phone.get(url("take_part", run.uuid)))
    done = phone.post(url("take_part", run.uuid), {"role": "worker"}, follow=True)
    assert "You have a seat" in page(done)
    place = Enrollment.objects.get(person=person)

    phone.post(url("my_withdraw", place.uuid))

    place.refresh_from_db()
    assert place.status == "withdrawn" and nobody_signed()


def test_she_takes_the_seat_that_is_offered_and_its_calendar(phone, person):
    soon = timezone.now() + timedelta(hours=5)
    place = coming(person, status="offered", offer_ends_at=soon)
    phone.post(url("my_offer", place.uuid), {"answer": "accept"})
    place.refresh_from_db()
    assert place.status == "enrolled" and nobody_signed()
    assert b"BEGIN:VEVENT" in phone.get(url("my_calendar", place.uuid)).content
    foreign = coming(PinFactory().person)
    assert phone.get(url("my_calendar", foreign.uuid)).status_code == 404


def test_her_answers_about_consent_are_kept(phone, person):
    seen = {f"{each.kind}_version": each.version for each in questions_for(person)}
    phone.post(url("my_consents"), {ConsentKind.PHOTO: "no", **seen})
    told = person.consents.get(kind=ConsentKind.PHOTO)
    assert (told.is_given, told.manner, told.recorded_by) == (False, "themselves", None)


@pytest.mark.parametrize("name", ["my_record_file", "my_record_pdf"])
def test_she_takes_her_data_and_that_is_kept_in_her_history(phone, person, name):
    answer = phone.post(url(name))
    assert "attachment" in answer["Content-Disposition"]
    if name == "my_record_file":
        assert json.loads(answer.content)["pin"][0]["set_at"]
    assert ExportLog.objects.get().taken_by is None
    assert ModelLogEntry.objects.for_instance(person).get(action="courses.exported")


def test_lessons_and_quizzes_count_and_pages_know_her(phone, person):
    course = pages.course_page(pages.home_page(), course=CourseFactory())
    lesson = pages.lesson_page(course, quiz=pages.QUIZ)
    other = pages.lesson_page(course, title="Next walk")
    version = version_of(quiz_of(pages.STORED).drawn(""))
    answers = {"version": version, "attempt": str(uuid.uuid4())}
    told = page(phone.post(url("quiz", lesson.pk), pages.RIGHT | answers, follow=True))
    assert "Your result is kept." in told
    assert QuizAttempt.objects.get().person == person

    phone.post(url("read_lesson", other.pk))

    assert LessonProgress.objects.filter(person=person).count() == 2
    seen = page(phone.get(lesson.url))
    assert "Your best result so far: 100 %." in seen and "Not me" in seen
    assert "Not me" in page(phone.get(course.url))


def test_what_is_not_hers_stays_shut(phone):
    run = CourseRunFactory()
    for name, args in (("desk", ()), ("run", (run.uuid,)), ("claim_card", ())):
        assert "login" in phone.get(url(name, *args))["Location"]
