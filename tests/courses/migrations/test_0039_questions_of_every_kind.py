"""Questions of an older release keep everything and get their kind, also in revisions."""

import json
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from courses.models import LessonPage
from courses.rules.quiz import quiz_of
from tests import pages

migration = import_module("courses.migrations.0039_questions_of_every_kind")
OLD = json.dumps(
    [
        {"type": "text", "id": "t", "value": "<p>Read</p>"},
        {
            "type": "quiz",
            "id": "z",
            "value": {
                "title": "Old",
                "questions": [
                    {
                        "type": "item",
                        "id": "q1",
                        "value": {
                            "question": "Which?",
                            "feedback": "Because.",
                            "choices": [
                                {
                                    "type": "item",
                                    "id": f"c{n}",
                                    "value": {"text": str(n), "is_correct": n == 1},
                                }
                                for n in range(2)
                            ],
                        },
                    }
                ],
            },
        },
    ]
)


def body_in_database(table, column, pk_column, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"select {column} from {table} where {pk_column} = %s", [pk])
        return json.loads(cursor.fetchone()[0])


@pytest.mark.django_db
def test_old_questions_are_choices_in_pages_and_revisions_and_back():
    lesson = pages.lesson_page(pages.course_page(pages.home_page()))
    revision = lesson.save_revision()
    revision.content["body"] = OLD
    revision.save()
    table = LessonPage._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"update {table} set body = %s where page_ptr_id = %s", [OLD, lesson.pk])
    step = migration.Migration.operations[-1]
    name = ("courses", "0039_questions_of_every_kind")
    state = MigrationLoader(connection, replace_migrations=False).project_state(name)

    step.code(state.apps, None)

    expected = json.loads(OLD.replace('"type": "item", "id": "q1"', '"type": "choice", "id": "q1"'))
    assert body_in_database(table, "body", "page_ptr_id", lesson.pk) == expected
    revision.refresh_from_db()
    assert json.loads(revision.content["body"]) == expected
    (question,) = quiz_of(LessonPage.objects.get(pk=lesson.pk).quiz).questions
    assert (question.id, question.right, question.feedback) == ("q1", (1,), "Because.")
    assert revision.as_object().quiz["questions"][0]["type"] == "choice"

    step.reverse_code(state.apps, None)
    assert body_in_database(table, "body", "page_ptr_id", lesson.pk) == json.loads(OLD)
