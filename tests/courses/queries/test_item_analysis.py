"""Answers to a test, question by question."""

import pytest

from courses.actions.knowledge_answers import begin_test, hand_in_test
from courses.actions.knowledge_opening import open_test
from courses.queries.item_analysis import figures_of_test
from tests.factories import CourseRunFactory, EnrollmentFactory, UserFactory
from tests.knowledge import asking

pytestmark = pytest.mark.django_db


def test_both_forms_and_both_languages_come_together(django_assert_num_queries):
    run = CourseRunFactory()
    test = asking(run.course)
    places = EnrollmentFactory.create_batch(10, run=run)
    open_test(run, "pre", by=UserFactory())
    for number, place in enumerate(places):
        place.refresh_from_db()
        begin_test(place, "pre", way="phone")
        given = [[1], [1 if number > 5 else 2]]
        language = "km" if number % 3 else "en"
        hand_in_test(place, "pre", given, language=language, by=None)

    with django_assert_num_queries(2):
        figures = figures_of_test(test)

    assert [(each.question.id, each.item.people) for each in figures] == [
        ("A1", 5),
        ("A2", 5),
        ("B1", 5),
        ("B2", 5),
    ]
    assert [each.item.difficulty for each in figures] == [1, 0.4, 1, 0.4]
    assert sum(map(sum, figures[1].item.chosen.values())) == 5


def test_results_from_paper_say_nothing_about_questions():
    run = CourseRunFactory()
    test = asking(run.course)
    assert [each.item for each in figures_of_test(test)] == [None] * 4
