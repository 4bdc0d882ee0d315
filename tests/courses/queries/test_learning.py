"""Course and lesson pages for one reader."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from courses.actions.learning import mark_lesson_read
from courses.models import Completion
from courses.queries.learning import course_screen, lesson_for, lesson_screen
from tests import pages
from tests.factories import AttendanceFactory, CourseRunFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def page():
    return pages.course_page(pages.home_page())


@pytest.fixture
def person(participant_user):
    return participant_user.training_person


def run_of(page, days=7, length=0, **values):
    day = timezone.localdate() + timedelta(days=days)
    return CourseRunFactory(
        course=page.course, starts_on=day, ends_on=day + timedelta(days=length), **values
    )


def test_a_stranger_sees_the_best_date_first(page):
    full = run_of(page, 1, capacity=1)
    EnrollmentFactory(run=full)
    run_of(page, 2, enrollment_policy="invitation")
    free = run_of(page, 3)
    screen = course_screen(page, AnonymousUser(), NOW)
    assert (screen.standing, screen.best.run_id) == (None, free.pk)
    assert [offer.run_id for offer in screen.others][0] == full.pk
    assert screen.languages == ["Khmer"]


def test_a_full_date_is_better_than_none(page):
    full = run_of(page, 1, capacity=1)
    EnrollmentFactory(run=full)
    assert course_screen(page, AnonymousUser(), NOW).best.run_id == full.pk


def test_a_participant_sees_her_own_run_apart(page, person, participant_user):
    run = run_of(page, -1, length=3)
    held = SessionFactory(run=run, status="held")
    SessionFactory(run=run, day_offset=2)
    enrollment = EnrollmentFactory(run=run, person=person)
    AttendanceFactory(session=held, enrollment=enrollment)
    lesson = pages.lesson_page(page)
    mark_lesson_read(person, lesson, by=participant_user)
    screen = course_screen(page, participant_user, NOW)
    standing = screen.standing
    assert (standing.run.pk, standing.status, standing.has_begun) == (run.pk, "enrolled", True)
    assert (standing.outlook.have, standing.outlook.planned) == (180, 360)
    assert standing.missing == ({"code": "minutes", "have": 180, "need": 288},)
    assert screen.read == {lesson.translation_key}


def test_her_own_date_is_not_offered_again(page, person, participant_user):
    run = run_of(page)
    EnrollmentFactory(run=run, person=person, status="waitlisted")
    screen = course_screen(page, participant_user, NOW)
    assert (screen.standing.status, screen.offers, screen.best) == ("waitlisted", (), None)


def test_what_is_still_to_do_is_told_before_what_is_done(page, person, participant_user):
    done = EnrollmentFactory(run=run_of(page, -30), person=person)
    Completion.objects.create(enrollment=done, is_met=True, met_on=timezone.localdate())
    assert course_screen(page, participant_user, NOW).standing.met_on
    ahead = EnrollmentFactory(run=run_of(page, 5), person=person)
    assert course_screen(page, participant_user, NOW).standing.run.pk == ahead.run_id


@pytest.mark.parametrize("values", [{"status": "withdrawn"}, {"run__status": "cancelled"}])
def test_what_does_not_hold_is_not_told(page, person, participant_user, values):
    EnrollmentFactory(run__course=page.course, person=person, **values)
    assert course_screen(page, participant_user, NOW).standing is None


def test_a_place_that_went_into_another_one_is_not_told(page, person, participant_user):
    stays = EnrollmentFactory(run=run_of(page, 9), person=person)
    EnrollmentFactory(run=run_of(page, 2), person=person, status="merged", merged_into=stays)
    assert course_screen(page, participant_user, NOW).standing.run.pk == stays.run_id


@pytest.mark.parametrize("number", [1, 30])
def test_a_long_history_asks_as_little_as_a_short_one(
    page, person, participant_user, number, django_assert_num_queries
):
    for n in range(number):
        run = run_of(page, n)
        SessionFactory(run=run)
        EnrollmentFactory(run=run, person=person)
    course_screen(page, participant_user, NOW)
    with django_assert_num_queries(3):
        assert course_screen(page, participant_user, NOW).standing


def test_a_lesson_knows_its_neighbours_and_the_best_answers(page, person, participant_user):
    first = pages.lesson_page(page, title="First", quiz=pages.QUIZ)
    second = pages.lesson_page(page, title="Second")
    mark_lesson_read(person, first, by=participant_user)
    screen = lesson_screen(first, participant_user, NOW)
    assert (screen.number, screen.before, screen.after.pk) == (1, None, second.pk)
    assert screen.is_read
    assert lesson_screen(second, AnonymousUser(), NOW).before.pk == first.pk


def test_a_lesson_that_has_no_place_yet_has_no_neighbours(page):
    assert lesson_screen(type(pages.lesson_page(page))(title="New"), AnonymousUser(), NOW) is None


def test_a_lesson_is_found_in_the_language_of_the_screen(page):
    english = pages.lesson_page(page)
    khmer_course = pages.course_page(pages.home_page("km"), course=page.course)
    khmer = pages.lesson_page(khmer_course, translation_key=english.translation_key)
    assert [lesson_for(english.pk, code) for code in ("en", "km", "fr")] == [
        english, khmer, english,
    ]  # fmt: skip
    assert lesson_for(0, "en") is None
