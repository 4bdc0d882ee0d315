"""Computing completions and telling of them."""

from datetime import date

import pytest

from courses.actions.completion import record_task, refresh_completions
from courses.actions.knowledge_answers import begin_test, hand_in_test, keep_test_answers
from courses.actions.knowledge_opening import close_test, open_test
from courses.actions.knowledge_scores import Scored, keep_scores
from courses.models import Completion, Course
from courses.signals import completions_met
from tests.factories import (
    AttendanceFactory,
    EnrollmentFactory,
    KnowledgeTestFactory,
    SessionFactory,
)
from tests.knowledge import asking

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """Completion ids that the signal announced."""
    ids = []

    def listen(sender, completion_ids, **kwargs):
        ids.extend(completion_ids)

    completions_met.connect(listen)
    yield ids
    completions_met.disconnect(listen)


def test_a_completion_is_told_once(told, django_capture_on_commit_callbacks, trainer_user):
    session = SessionFactory(status="held")
    enrollment = AttendanceFactory(session=session).enrollment
    EnrollmentFactory(run=session.run)

    with django_capture_on_commit_callbacks(execute=True):
        first = refresh_completions(session.run, by=trainer_user)
        again = refresh_completions(session.run, by=trainer_user)

    assert [completion.enrollment_id for completion in first] == [enrollment.pk]
    assert again == []
    assert told == [enrollment.completion.pk]
    assert Completion.objects.count() == 2


def test_the_task_is_the_last_requirement(trainer_user):
    session = SessionFactory(status="held", run__needs_task=True)
    enrollment = AttendanceFactory(session=session).enrollment
    refresh_completions(session.run, by=trainer_user)
    missing = Completion.objects.get().missing

    completion = record_task(enrollment, date(2030, 1, 2), by=trainer_user)
    taken_back = record_task(enrollment, None, by=trainer_user)

    assert missing == [{"code": "task", "have": 0, "need": 1}]
    assert (completion.is_met, completion.met_on) == (True, date(2030, 1, 2))
    assert not taken_back.is_met


@pytest.fixture
def tested():
    """Somebody who came to a run that asks for six of ten in the post-test."""
    session = SessionFactory(status="held", run__min_test_percent=60)
    KnowledgeTestFactory(course=session.run.course)
    return AttendanceFactory(session=session).enrollment


def verdict(place):
    found = Completion.objects.get(enrollment=place)
    return found.is_met, found.missing


def test_a_score_from_paper_completes_and_its_correction_takes_it_back(tested, trainer_user):
    row = Scored(tested.pk, (12, "B"))
    keep_scores(tested.run, "pre", [row], by=trainer_user)
    assert not Completion.objects.exists()

    keep_scores(tested.run, "post", [row], by=trainer_user)
    assert verdict(tested) == (True, [])

    lower = Scored(tested.pk, (11, "B"), seen=(12, "B"))
    keep_scores(tested.run, "post", [lower], by=trainer_user)
    assert verdict(tested) == (False, [{"code": "test_result", "have": 55, "need": 60}])

    gone = Scored(tested.pk, None, seen=(11, "B"))
    keep_scores(tested.run, "post", [gone], by=trainer_user)
    assert verdict(tested) == (False, [{"code": "test", "have": 0, "need": 60}])


def test_the_copy_of_the_run_stays_when_the_course_asks_for_more(tested, trainer_user):
    Course.objects.update(min_test_percent=90)
    keep_scores(tested.run, "post", [Scored(tested.pk, (12, "B"))], by=trainer_user)

    assert verdict(tested) == (True, [])


def test_what_is_handed_in_on_a_phone_counts_at_once_and_the_rest_at_the_close(trainer_user):
    session = SessionFactory(status="held", run__min_test_percent=50)
    asking(session.run.course)
    quick, slow = (mark.enrollment for mark in AttendanceFactory.create_batch(2, session=session))
    open_test(session.run, "post", by=trainer_user)
    for place in (quick, slow):
        place.refresh_from_db()
        begin_test(place, "post", way="phone")
    keep_test_answers(slow, "post", [[1], [0]], language="en")

    hand_in_test(quick, "post", [[0], [0]], language="en", by=None)
    assert verdict(quick) == (False, [{"code": "test_result", "have": 0, "need": 50}])

    close_test(session.run, "post", by=trainer_user)
    assert verdict(slow) == (True, [])
