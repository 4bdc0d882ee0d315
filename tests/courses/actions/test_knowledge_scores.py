"""Scores from paper: written down, corrected, taken back, never twice."""

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.knowledge_scores import Kept, Scored, keep_scores
from courses.exceptions import Refused
from courses.models import TakenTest
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
    KnowledgeTestFactory(course=run.course)
    return run


@pytest.fixture
def places(run):
    return EnrollmentFactory.create_batch(3, run=run)


@pytest.fixture
def user():
    return UserFactory()


def results():
    return list(TakenTest.objects.values_list("enrollment", "moment", "form", "score"))


def logged():
    rows = ModelLogEntry.objects.filter(action="courses.test_scores_kept").order_by("pk")
    return [line.data["rows"] for line in rows]


def test_the_same_sheet_twice_is_kept_once(run, places, user):
    rows = [Scored(places[0].pk, (12, "A")), Scored(places[1].pk, (20, "B"))]

    assert keep_scores(run, "pre", rows, by=user) == Kept(2)
    assert keep_scores(run, "pre", rows, by=user) == Kept(0)

    assert results() == [(places[0].pk, "pre", "A", 12), (places[1].pk, "pre", "B", 20)]
    kept = TakenTest.objects.first()
    assert (kept.max_score, kept.way, kept.entered_by) == (20, "paper", user)


def test_a_correction_is_logged_with_what_stood_there(run, places, user):
    pk = places[0].pk
    keep_scores(run, "post", [Scored(pk, (12, "A"))], by=user)

    keep_scores(run, "post", [Scored(pk, (13, "A"), seen=(12, "A"))], by=user)
    keep_scores(run, "post", [Scored(pk, None, seen=(13, "A"))], by=user)

    assert results() == []
    assert logged() == [
        [[pk, None, [12, "A"]]],
        [[pk, [12, "A"], [13, "A"]]],
        [[pk, [13, "A"], None]],
    ]


def test_what_somebody_else_wrote_meanwhile_stays_and_is_told(run, places, user):
    one, other = places[0].pk, places[1].pk
    keep_scores(run, "pre", [Scored(one, (12, "A"))], by=user)

    kept = keep_scores(run, "pre", [Scored(one, (9, "A")), Scored(other, (7, "B"))], by=user)

    assert kept == Kept(1, {one: (12, "A")})
    assert results() == [(one, "pre", "A", 12), (other, "pre", "B", 7)]


def test_nobody_has_more_points_than_there_are(run, places, user):
    with pytest.raises(Refused) as no:
        keep_scores(run, "pre", [Scored(places[0].pk, (21, "A"))], by=user)
    assert no.value.code == "too_many_points"
    assert results() == []


def test_who_is_on_another_run_has_no_row_here(run, user):
    with pytest.raises(Refused) as no:
        keep_scores(run, "pre", [Scored(EnrollmentFactory().pk, (2, "A"))], by=user)
    assert no.value.code == "not_enrolled"
