"""Authors see how their questions do; nobody sees what few people answered."""

import uuid

import pytest
from django.urls import reverse

from courses.actions.courses import open_branch
from courses.actions.quizzes import hand_in_quiz
from courses.models import LessonPage
from tests import pages
from tests.every_kind import KINDS, quiz
from tests.factories import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
LIST = reverse("courses_questions")


@pytest.fixture
def lesson(trainer_user):
    """A lesson in a branch of the trainer's."""
    owner = UserFactory(is_superuser=True)
    branch = open_branch("Safety", pages.home_page(), [trainer_user], by=owner).page
    return pages.lesson_page(pages.course_page(branch), quiz=quiz(KINDS[0], KINDS[1]))


def answer(lesson, *shares):
    """Somebody new answers both questions, rightly (1) or not (0)."""
    person = PersonFactory()
    for right in shares:
        answers = [[0 if right else 1], [0 if right else 1]]
        hand_in_quiz(person, lesson, answers, attempt=uuid.uuid4(), by=None)


def of(lesson):
    return reverse("courses_questions_of", args=[lesson.pk])


def test_an_author_sees_figures_from_five_people_on(client, trainer_user, lesson):
    for right in (1, 1, 1, 0):
        answer(lesson, right)
    client.force_login(trainer_user)
    assert "Too few people have answered it." in client.get(of(lesson)).content.decode()
    answer(lesson, 0, 1)
    (first, second) = client.get(of(lesson)).context["rows"]
    item = first["figures"].item
    assert (item.people, item.difficulty, item.upper_lower) == (5, 0.6, 1.0)
    assert first["judgement"] == "It tells very well who knows more."
    assert [(each.words, each.is_right, each.counts) for each in first["choices"]] == [
        ("Left", True, (2, 1, 0)), ("Right", False, (0, 0, 2)),
    ]  # fmt: skip
    assert [each.words for each in second["choices"]] == ["It is true", "It is not true"]
    assert "people</a>" not in (page := client.get(LIST).content.decode()) and lesson.title in page


def test_questions_that_are_no_longer_asked_stand_last(client, trainer_user, lesson):
    for _n in range(5):
        answer(lesson, 1)
    lesson.body = [("quiz", quiz(KINDS[4]))]
    lesson.save()
    client.force_login(trainer_user)
    rows = client.get(of(LessonPage.objects.get())).context["rows"]
    assert [row["figures"].is_asked for row in rows] == [True, False, False]
    assert rows[1]["judgement"] == "" and rows[0]["choices"] == []


def test_who_may_not_change_the_lesson_finds_nothing(
    client, trainer_user, participant_user, lesson
):
    home = lesson.get_parent().get_parent().get_parent().specific
    elsewhere = pages.course_page(home, title="Elsewhere")
    foreign = pages.lesson_page(elsewhere, title="Foreign", quiz=quiz(KINDS[0], KINDS[1]))
    answer(foreign, 1)
    client.force_login(trainer_user)
    assert client.get(of(foreign), follow=True).status_code == 404
    assert "Foreign" not in client.get(LIST, follow=True).content.decode()
    client.force_login(participant_user)
    assert client.get(LIST).status_code == 302


@pytest.mark.parametrize("count", [1, 30])
def test_figures_ask_as_often_for_one_as_for_many(
    client, trainer_user, lesson, count, django_assert_max_num_queries
):
    for _n in range(count):
        answer(lesson, 1, 0)
    client.force_login(trainer_user)
    client.get(of(lesson))
    with django_assert_max_num_queries(25):
        client.get(of(lesson))
