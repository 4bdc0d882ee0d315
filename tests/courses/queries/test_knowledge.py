"""What is asked of the tests of a run."""

import pytest

from courses.actions.knowledge_scores import Scored, keep_scores
from courses.queries.knowledge import current_test_of, lines
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    KnowledgeTestFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    run = CourseRunFactory()
    KnowledgeTestFactory(course=run.course, pass_percent=60)
    return run


def score(run, moment, *rows):
    keep_scores(run, moment, [Scored(pk, result) for pk, result in rows], by=UserFactory())


def test_a_run_shows_the_test_that_it_would_take(run):
    assert current_test_of(run).max_score == 20
    assert current_test_of(CourseRunFactory()) is None


def test_at_the_end_somebody_gets_the_form_that_she_has_not_had(run):
    first, second = EnrollmentFactory.create_batch(2, run=run)
    score(run, "pre", (first.pk, (3, "B")))

    forms = {line.row.pk: line.form for line in lines(run, "post")}

    assert forms == {first.pk: "A", second.pk: "A"}
