"""What phones tell of lessons is taken in once, in whatever order it comes."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.erasing import erase_person
from courses.actions.lesson_events import take_seen
from courses.actions.merging import merge_people
from courses.actions.quizzes import hand_in_quiz
from courses.models import LessonEvent, LessonProgress
from tests import pages
from tests.factories import CourseFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return pages.course_page(pages.home_page(), course=CourseFactory(min_quiz_percent=80))


@pytest.fixture
def lesson(course):
    return pages.lesson_page(course, body=[("text", "<p>One</p>"), ("text", "<p>Two</p>")])


def take(person, lesson, number, parts=2, **values):
    seen = pages.part_seen(lesson, number, parts, **values)
    return take_seen(person, lesson, seen, clock_offset=0, by=None)


def test_a_lesson_is_read_at_its_last_part_and_nobody_goes_back(lesson):
    person = PersonFactory()
    taken = [take(person, lesson, number) for number in (1, 2, 1)]
    progress = LessonProgress.objects.get()
    assert [(each.status, each.is_read) for each in taken] == [
        ("created", False), ("created", True), ("created", True),
    ]  # fmt: skip
    assert (progress.part, progress.number, progress.parts) == ("part-2", 2, 2)


def test_the_same_event_twice_is_kept_once(lesson):
    person, event = PersonFactory(), uuid.uuid4()
    taken = [take(person, lesson, 2, event=event).status for _time in range(3)]
    assert taken == ["created", "duplicate", "duplicate"]
    assert LessonEvent.objects.count() == LessonProgress.objects.count() == 1


def test_what_comes_late_from_another_phone_counts_from_the_day_it_was_read(lesson):
    person, now = PersonFactory(), timezone.now()
    take(person, lesson, 2, at=now - timedelta(hours=1))
    take(person, lesson, 2, at=now - timedelta(days=3))
    assert LessonProgress.objects.get().read_at == now - timedelta(days=3)


def test_a_lesson_with_wanted_questions_is_read_when_they_are_answered(course):
    lesson, person = pages.lesson_page(course, quiz=pages.QUIZ), PersonFactory()
    assert not take(person, lesson, 1, parts=1).is_read
    hand_in_quiz(person, lesson, [[1], [0]], attempt=uuid.uuid4(), by=None)
    assert LessonProgress.objects.get().read_at is None
    hand_in_quiz(person, lesson, [[0], [0, 1]], attempt=uuid.uuid4(), by=None)
    assert LessonProgress.objects.get().read_at


def test_a_merge_keeps_the_further_place_and_the_first_day(lesson):
    kept, absorbed, now = PersonFactory(), PersonFactory(), timezone.now()
    take(kept, lesson, 1)
    take(absorbed, lesson, 2, at=now - timedelta(days=2))
    merge_people(kept, absorbed, by=UserFactory())
    progress = LessonProgress.objects.get(person=kept)
    assert (progress.number, progress.read_at) == (2, now - timedelta(days=2))
    assert set(LessonEvent.objects.values_list("person", flat=True)) == {kept.pk}


def test_erasing_a_person_forgets_what_her_phone_told(lesson):
    person = PersonFactory()
    take(person, lesson, 2)
    erase_person(person, "asked", by=UserFactory())
    assert not LessonEvent.objects.exists()
    assert LessonProgress.objects.get().read_at
