"""A person's own training."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from courses.actions.learning import mark_lesson_read
from courses.actions.quizzes import hand_in_quiz, keep_answers
from courses.choices import EnrollmentStatus
from courses.models import TakenTest
from courses.queries.my_training import my_training, own_enrollments, person_of
from tests import pages
from tests.every_kind import KINDS, quiz
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate()


@pytest.fixture
def person(participant_user):
    return participant_user.training_person


def enrolled(person, days, length=0, status=EnrollmentStatus.ENROLLED, **values):
    day = TODAY + timedelta(days=days)
    run = CourseRunFactory(starts_on=day, ends_on=day + timedelta(days=length), **values)
    return EnrollmentFactory(person=person, run=run, status=status)


def mine(person, language="en"):
    return my_training(person, NOW, language)


def test_a_login_leads_to_its_person(person, participant_user, staff_user):
    assert person_of(participant_user) == person
    assert person_of(staff_user) is None
    assert person_of(AnonymousUser()) is None


def test_there_may_be_nothing_yet(person):
    assert mine(person).is_empty


def test_the_next_half_day_comes_first(person):
    later, sooner = enrolled(person, 9), enrolled(person, 2)
    SessionFactory(run=later.run)
    SessionFactory(run=sooner.run, day_offset=1)
    SessionFactory(run=sooner.run)
    my = mine(person)
    assert my.next_date.run.run == sooner.run
    assert timezone.localdate(my.next_date.half_day.starts) == sooner.run.starts_on
    assert [each.run for each in my.current] == [sooner.run, later.run]
    assert all(each.may_withdraw for each in my.current)


def test_runs_stand_where_they_belong(person):
    done = enrolled(person, -9, min_attendance_percent=None)
    AttendanceFactory(
        session=SessionFactory(run=done.run, status="held", closed_at=NOW), enrollment=done
    )
    missed = enrolled(person, -5)
    SessionFactory(run=missed.run)
    EnrollmentFactory(run=(waiting := enrolled(person, 3, status="waitlisted")).run)
    request = enrolled(person, 4, status="requested")
    called_off = enrolled(person, 5, status="enrolled")
    called_off.run.status = "cancelled"
    called_off.run.save()
    enrolled(person, 6, status="withdrawn")
    my = mine(person)
    assert [each.run for each in my.earlier] == [missed.run, done.run]
    assert [each.standing.met_on for each in my.earlier] == [None, done.run.starts_on]
    assert [each.run for each in my.waiting] == [waiting.run, request.run]
    assert [each.run for each in my.cancelled] == [called_off.run]
    assert (my.current, my.is_empty) == ([], False)
    assert not my.earlier[1].may_withdraw


def test_the_place_on_the_waiting_list_is_counted(person):
    row = enrolled(person, 3, status="waitlisted")
    for minutes in (-2, -1, 1):
        EnrollmentFactory(
            run=row.run,
            status="waitlisted",
            status_since=row.status_since + timedelta(minutes=minutes),
        )
    assert mine(person).waiting[0].position == 3


def test_what_is_missing_online_is_counted_in_every_language(person, participant_user):
    course = CourseFactory(needs_lessons=True, min_quiz_percent=80)
    english = pages.course_page(pages.home_page(), course=course)
    khmer = pages.course_page(pages.home_page("km"), course=course)
    first = pages.lesson_page(english, title="First", quiz=pages.QUIZ)
    twin = pages.lesson_page(khmer, title="ទីមួយ", translation_key=first.translation_key)
    pages.lesson_page(english, title="Second", quiz=pages.QUIZ)
    enrolled(person, 2, course=course, needs_lessons=True, min_quiz_percent=80)
    mark_lesson_read(person, twin, by=participant_user)
    hand_in_quiz(person, first, [[0], [2]], attempt=uuid.uuid4(), by=participant_user)
    my = mine(person)
    missing = {
        each["code"]: (each["have"], each["need"]) for each in my.current[0].standing.missing
    }
    assert (missing["lessons"], missing["quizzes"]) == ((1, 2), (0, 2))
    hand_in_quiz(person, first, [[0], [0, 1]], attempt=uuid.uuid4(), by=participant_user)
    missing = {
        each["code"]: (each["have"], each["need"])
        for each in mine(person).current[0].standing.missing
    }
    assert missing["quizzes"] == (1, 2)


def test_lessons_to_go_on_with_are_in_the_language_of_the_screen(person, participant_user):
    course = CourseFactory()
    english = pages.course_page(pages.home_page(), course=course)
    first = pages.lesson_page(english, title="First")
    second = pages.lesson_page(english, title="Second")
    mark_lesson_read(person, first, by=participant_user)
    (reading,) = mine(person).reading
    assert (reading.page, reading.next_lesson, reading.read, reading.total) == (
        english, second, 1, 2,
    )  # fmt: skip
    assert mine(person, "km").reading == []
    mark_lesson_read(person, second, by=participant_user)
    assert mine(person).reading == []


def test_a_lesson_whose_questions_are_begun_is_one_to_go_on_with(person):
    course_page = pages.course_page(pages.home_page())
    pages.lesson_page(course_page)
    lesson = pages.lesson_page(course_page, quiz=quiz(KINDS[0]))
    assert mine(person).reading == []
    keep_answers(person, lesson, [[0]], attempt=uuid.uuid4())
    (reading,) = mine(person).reading
    assert (reading.next_lesson, reading.read, reading.total) == (lesson, 0, 2)


def test_a_run_leads_to_the_page_of_its_course(person):
    row = enrolled(person, 2)
    assert mine(person).current[0].page is None
    page = pages.course_page(pages.home_page(), course=row.run.course)
    assert mine(person, "km").current[0].page == page


@pytest.mark.parametrize("number", [1, 30])
def test_a_long_history_asks_as_little_as_a_short_one(person, number, django_assert_num_queries):
    home = pages.home_page()
    for n in range(number):
        row = enrolled(person, n - 15)
        SessionFactory(run=row.run)
        pages.lesson_page(pages.course_page(home, title=f"Course {n}", course=row.run.course))
    with django_assert_num_queries(7):
        my = mine(person)
    assert len(my.current) + len(my.earlier) == number


def test_own_enrolments_are_those_that_hold(person):
    kept, gone = enrolled(person, 1), enrolled(person, 2, status="declined")
    EnrollmentFactory()
    assert list(own_enrollments(person)) == [kept]
    assert gone not in own_enrollments(person)


def test_a_post_test_below_the_mark_is_told_with_both_numbers(person):
    row = enrolled(person, 2, min_test_percent=60)
    enrolled(person, 3, min_test_percent=60)
    TakenTest.objects.create(
        enrollment=row, moment="post", form="A", way="paper", score=11, max_score=20,
        taken_at=timezone.now(),
    )  # fmt: skip

    told = [
        [each for each in mine_one.standing.missing if each["code"].startswith("test")]
        for mine_one in mine(person).current
    ]

    assert told == [
        [{"code": "test_result", "have": 55, "need": 60}],
        [{"code": "test", "have": 0, "need": 60}],
    ]
