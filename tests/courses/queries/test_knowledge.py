"""What is asked of the tests of a run."""

import pytest
from django.utils import timezone

from courses.actions.knowledge_scores import Scored, keep_scores
from courses.queries.knowledge import Outcome, current_test_of, lines, post_results
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


def test_the_results_of_the_post_test_are_told_by_enrolment(run, django_assert_num_queries):
    one, other, away = EnrollmentFactory.create_batch(3, run=run)
    score(run, "pre", (away.pk, (20, "A")))
    score(run, "post", (one.pk, (12, "B")), (other.pk, (11, "A")))

    with django_assert_num_queries(2):
        found = post_results(run)

    today = timezone.localdate()
    assert found == {one.pk: Outcome(6000, True, today), other.pk: Outcome(5500, False, today)}
    assert found[one.pk].percent == 60


def test_a_run_without_a_test_has_no_results():
    assert post_results(CourseRunFactory()) == {}


def test_who_left_has_no_result(run):
    place = EnrollmentFactory(run=run)
    score(run, "post", (place.pk, (12, "B")))
    run.enrollments.update(status="withdrawn")
    assert post_results(run) == {}


def test_a_run_shows_the_test_that_it_would_take(run):
    assert current_test_of(run).max_score == 20
    assert current_test_of(CourseRunFactory()) is None


def test_at_the_end_somebody_gets_the_form_that_she_has_not_had(run):
    first, second = EnrollmentFactory.create_batch(2, run=run)
    score(run, "pre", (first.pk, (3, "B")))

    forms = {line.row.pk: line.form for line in lines(run, "post")}

    assert forms == {first.pk: "A", second.pk: "A"}
