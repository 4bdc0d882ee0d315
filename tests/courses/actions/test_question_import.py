"""Questions of a file come into the draft of a lesson."""

from io import BytesIO

import pytest

from courses.actions.page_uploads import keep_upload
from courses.actions.question_import import add_questions
from courses.exceptions import Refused
from courses.models import LessonPage, PageUpload
from courses.queries.question_import import draft_body, quiz_of, stored_questions
from tests.courses.actions.authoring import world_of
from tests.courses.adapters.questions.ugly import GIFT, MOODLE
from tests.pages import QUIZ

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(trainer_user):
    return world_of(trainer_user)


def keep(lesson, text, by):
    file = BytesIO(text.encode())
    return keep_upload(lesson, "questions", file, filename="a.txt", by=by)


def questions(lesson):
    lesson = LessonPage.objects.get(pk=lesson.pk)
    return [each["value"]["question"] for each in stored_questions(quiz_of(draft_body(lesson)))]


def test_a_quiz_begins_with_the_questions_of_the_file(world, trainer_user):
    upload = keep(world.lesson, MOODLE, trainer_user)
    assert questions(world.lesson) == []

    count = add_questions(upload, by=trainer_user)

    world.lesson.refresh_from_db()
    kinds = [each["type"] for each in stored_questions(quiz_of(draft_body(world.lesson)))]
    assert count == len(kinds) == 8
    assert set(kinds) == {"choice", "true_false", "number", "match", "order", "written"}
    assert questions(world.lesson)[0] == "Where to?\nQuickly!"
    assert (world.lesson.live, PageUpload.objects.count()) == (False, 0)
    draft = world.lesson.get_latest_revision_as_object()
    assert draft.body.stream_block.clean(draft.body)


def test_importing_again_adds_nothing_and_keeps_what_was_there(world, trainer_user):
    world.lesson.body = [("text", "<p>Read</p>"), ("quiz", QUIZ)]
    world.lesson.save_revision()
    first = add_questions(keep(world.lesson, GIFT, trainer_user), by=trainer_user)
    after = questions(world.lesson)

    assert add_questions(keep(world.lesson, GIFT, trainer_user), by=trainer_user) == 0

    assert questions(world.lesson) == after
    assert after[:2] == ["Who may walk along?", "What do you write down?"]
    assert len(after) == 2 + first
    assert "<p>Read</p>" in str(draft_body(world.lesson)[0]["value"])
    assert world.lesson.revisions.count() == 2


def test_what_was_published_stays_until_it_is_published_again(world, trainer_user):
    world.lesson.save_revision().publish()

    add_questions(keep(world.lesson, GIFT, trainer_user), by=trainer_user)

    world.lesson.refresh_from_db()
    assert world.lesson.quiz is None
    assert world.lesson.has_unpublished_changes


def test_too_many_questions_change_nothing(world, trainer_user):
    many = "\n\n".join(f"Question {number} {{=a ~b}}" for number in range(101))

    with pytest.raises(Refused) as no:
        add_questions(keep(world.lesson, many, trainer_user), by=trainer_user)

    assert no.value.code == "too_many_questions"
    assert questions(world.lesson) == []
    assert PageUpload.objects.count() == 1


def test_a_file_of_a_page_that_is_no_longer_hers_is_refused(world, trainer_user):
    upload = keep(world.lesson, GIFT, trainer_user)
    trainer_user.groups.clear()

    with pytest.raises(Refused) as no:
        add_questions(upload, by=type(trainer_user).objects.get(pk=trainer_user.pk))
    assert no.value.code == "not_your_page"
