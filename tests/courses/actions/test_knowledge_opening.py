"""A run takes the test of its course, gives everybody a form, opens it and closes it."""

import pytest

from courses.actions.knowledge_opening import close_test, open_test
from courses.actions.runs import cancel_run
from courses.exceptions import Refused
from courses.models import KnowledgeTest, RunTest
from courses.queries.knowledge import firsts_of, lines
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    KnowledgeTestFactory,
    UserFactory,
)
from tests.knowledge import asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def run():
    run = CourseRunFactory()
    asking(run.course)
    EnrollmentFactory.create_batch(5, run=run)
    return run


def forms(run):
    return list(run.enrollments.order_by("pk").values_list("first_form", flat=True))


def test_opening_freezes_the_test_of_the_course(run):
    test = open_test(run, "pre", by=UserFactory())
    KnowledgeTest.objects.update(title_en="Another", max_score=50, pass_percent=90)

    again = open_test(run, "pre", by=UserFactory())

    assert (again.pk, again.title_en, again.max_score) == (test.pk, "What I know", 2)
    assert again.pre_opened_at == test.pre_opened_at
    assert again.is_open("pre")
    assert not again.is_open("post")


def test_everybody_gets_a_form_and_keeps_it(run):
    expected = firsts_of(run.enrollments.all())
    open_test(run, "pre", by=UserFactory())
    assert forms(run) == ["A", "B", "A", "B", "A"]
    assert list(expected.values()) == forms(run)

    run.enrollments.filter(first_form="A").first().delete()
    EnrollmentFactory.create_batch(2, run=run)
    EnrollmentFactory(run=run, status="withdrawn")
    open_test(run, "post", by=UserFactory())

    assert forms(run) == ["B", "A", "B", "A", "A", "B", ""]


def test_the_post_test_has_the_other_form(run):
    open_test(run, "pre", by=UserFactory())

    before = {line.row.pk: line.form for line in lines(run, "pre")}
    after = {line.row.pk: line.form for line in lines(run, "post")}

    assert {(before[pk], after[pk]) for pk in before} == {("A", "B"), ("B", "A")}


def test_a_closed_test_is_opened_again(run):
    user = UserFactory()
    open_test(run, "post", by=user)
    closed = close_test(run, "post", by=user)
    assert not closed.is_open("post")
    assert close_test(run, "post", by=user).post_closed_at == closed.post_closed_at

    assert open_test(run, "post", by=user).is_open("post")


def test_a_course_without_a_test_says_so():
    with pytest.raises(Refused) as no:
        open_test(CourseRunFactory(), "pre", by=UserFactory())
    assert no.value.code == "no_test"


def test_an_archived_test_is_not_taken(run):
    KnowledgeTest.objects.update(is_archived=True)
    with pytest.raises(Refused):
        open_test(run, "pre", by=UserFactory())
    assert not RunTest.objects.exists()


def test_a_cancelled_run_has_no_tests_any_more(run):
    cancel_run(run, "Flood", by=UserFactory())
    with pytest.raises(Refused) as no:
        open_test(run, "pre", by=UserFactory())
    assert no.value.code == "run_not_open"


def test_a_test_without_questions_is_answered_on_paper():
    run = CourseRunFactory()
    KnowledgeTestFactory(course=run.course)
    with pytest.raises(Refused) as no:
        open_test(run, "pre", by=UserFactory())
    assert no.value.code == "only_on_paper"
