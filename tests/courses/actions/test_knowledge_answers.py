"""Answering a test: begun once, kept on the way, handed in once, over at the end of the time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.knowledge_answers import begin_test, hand_in_test, keep_test_answers
from courses.actions.knowledge_opening import close_test, open_test
from courses.exceptions import Refused
from courses.models import RunTest, Sitting, TakenTest
from courses.queries.my_training import my_training
from tests.factories import CourseRunFactory, EnrollmentFactory, UserFactory
from tests.knowledge import asking

pytestmark = pytest.mark.django_db
RIGHT, WRONG = [[1], [1]], [[0], [0]]


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def place(user):
    run = CourseRunFactory()
    asking(run.course)
    place = EnrollmentFactory(run=run)
    open_test(run, "pre", by=user)
    place.refresh_from_db()
    return place


def hand_in(place, answers=RIGHT, moment="pre"):
    return hand_in_test(place, moment, answers, language="en", by=None)


def refused(act, *args, **kwargs):
    with pytest.raises(Refused) as no:
        act(*args, **kwargs)
    return no.value.code


def minutes_later(place, minutes):
    RunTest.objects.update(minutes=10)
    started = timezone.now() - timedelta(minutes=minutes)
    Sitting.objects.filter(enrollment=place).update(started_at=started)


def test_answers_are_graded_once_however_often_they_come(place):
    begin_test(place, "pre", way="phone")

    first, second = hand_in(place), hand_in(place, WRONG)

    assert (first.pk, first.score, first.max_score, first.form) == (second.pk, 2, 2, "A")
    assert first.answers == {"language": "en", "given": RIGHT}
    assert (first.way, first.entered_by) == ("phone", None)
    assert not Sitting.objects.exists()


def test_beginning_twice_goes_on(place):
    first = begin_test(place, "pre", way="phone")
    keep_test_answers(place, "pre", [[1], None], language="en")

    again = begin_test(place, "pre", way="passed")

    assert (again.pk, again.way, again.started_at) == (first.pk, "phone", first.started_at)
    assert again.answers["given"] == [[1], None]


def test_after_the_time_what_was_kept_counts(place):
    begin_test(place, "pre", way="phone")
    keep_test_answers(place, "pre", [[1], [0]], language="en")
    minutes_later(place, 12)

    assert refused(keep_test_answers, place, "pre", RIGHT, language="en") == "too_late"
    assert hand_in(place).score == 1


def test_after_the_time_nothing_kept_is_nothing(place):
    begin_test(place, "pre", way="phone")
    minutes_later(place, 12)
    assert refused(hand_in, place) == "too_late"


def test_a_slow_line_has_a_minute_more(place):
    begin_test(place, "pre", way="phone")
    minutes_later(place, 10.5)
    assert hand_in(place).score == 2


def test_closing_hands_in_what_was_kept(place, user):
    other = EnrollmentFactory(run=place.run)
    for each in (place, other):
        begin_test(each, "pre", way="phone")
    keep_test_answers(place, "pre", [[1], None], language="en")

    close_test(place.run, "pre", by=user)

    assert list(TakenTest.objects.values_list("enrollment", "score")) == [(place.pk, 1)]
    assert not Sitting.objects.exists()
    assert refused(begin_test, other, "pre", way="phone") == "test_closed"
    assert hand_in(place, WRONG).score == 1


def test_who_came_late_gets_a_form_when_she_begins(place):
    late = EnrollmentFactory(run=place.run)
    assert begin_test(late, "pre", way="phone").form == "B"


def test_the_post_test_asks_the_other_form(place, user):
    begin_test(place, "pre", way="phone")
    hand_in(place)
    open_test(place.run, "post", by=user)
    assert begin_test(place, "post", way="phone").form == "B"


def test_a_closed_test_lets_nobody_in(place, user):
    assert refused(begin_test, place, "post", way="phone") == "test_closed"
    begin_test(place, "pre", way="phone")
    hand_in(place)
    assert refused(begin_test, place, "pre", way="phone") == "handed_in"
    assert refused(keep_test_answers, place, "pre", RIGHT, language="en") == "handed_in"


def test_answers_to_other_questions_are_not_graded(place):
    begin_test(place, "pre", way="phone")
    assert refused(hand_in, place, [[1]]) == "answers_do_not_fit"
    assert Sitting.objects.exists()


def test_who_left_the_run_does_not_answer(place):
    place.status = "withdrawn"
    place.save()
    assert refused(begin_test, place, "pre", way="phone") == "not_enrolled"


def test_a_run_that_is_closed_asks_nobody_any_more(place):
    place.run.status = "closed"
    place.run.save()
    assert refused(begin_test, place, "pre", way="phone") == "test_closed"
    assert my_training(place.person, timezone.now(), "en").tests == []


def test_questions_that_change_later_change_nothing_here(place):
    source = place.run.course.knowledge_tests.get()
    source.questions_a_en = source.questions_a_km = []
    source.save()
    begin_test(place, "pre", way="phone")
    assert hand_in(place).score == 2
