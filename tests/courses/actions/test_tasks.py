"""A task is marked by the rubric of its run: it counts at once, and corrections keep history."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.completion import record_task
from courses.actions.tasks import mark_task, take_back_task_mark
from courses.exceptions import Refused
from courses.models import Completion, TaskMark
from courses.rules.starting_rubrics import starting_rubric
from tests.factories import AttendanceFactory, CourseRunFactory, SessionFactory, UserFactory

pytestmark = pytest.mark.django_db
LOW, WELL = (
    dict.fromkeys(["c1", "c2", "c3", "c4", "c5"], 1),
    dict.fromkeys(["c1", "c2", "c3", "c4", "c5"], 2),
)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def place():
    """Somebody who came, on a run whose practice is observed."""
    run = CourseRunFactory(
        min_attendance_percent=80,
        needs_task=True,
        task_kind="practice",
        task_rubric=starting_rubric("practice"),
        task_pass_percent=60,
    )
    session = SessionFactory(run=run, status="held")
    return AttendanceFactory(session=session, enrollment__run=run).enrollment


def missing(place):
    return [each["code"] for each in Completion.objects.get(enrollment=place).missing]


def test_a_mark_counts_for_completion_at_once(place, user, today):
    mark_task(place, LOW, done_on=today, by=user)
    assert missing(place) == ["task_result"]

    mark = mark_task(place, WELL, done_on=today, note=" Good. ", seen=_id(place), by=user)

    completion = Completion.objects.get(enrollment=place)
    assert (mark.score, mark.max_score, mark.note, mark.marked_by) == (10, 15, "Good.", user)
    assert (completion.is_met, completion.met_on) == (True, today)


def _id(place):
    return place.task_marks.current().get().pk


def test_the_same_again_changes_nothing_and_a_correction_keeps_what_was(place, user, today):
    first = mark_task(place, LOW, done_on=today, note="Slowly", by=user)
    assert mark_task(place, LOW, done_on=today, note="Slowly", by=user) == first

    mark_task(place, WELL, done_on=today, seen=first.pk, by=user)

    rows = place.task_marks.values_list("score", "note", "is_current")
    assert list(rows) == [(5, "Slowly", False), (10, "", True)]
    lines = ModelLogEntry.objects.filter(action="courses.task_marked").order_by("pk")
    assert [line.data["before"] for line in lines] == [None, LOW]
    assert [line.data["now"] for line in lines] == [LOW, WELL]
    assert "Slowly" not in str([line.data for line in lines])


def test_nothing_is_written_over_what_somebody_else_wrote_meanwhile(place, user, today):
    mark_task(place, LOW, done_on=today, by=user)

    for seen in (None, 0):
        with pytest.raises(Refused) as no:
            mark_task(place, WELL, done_on=today, seen=seen, by=user)
        assert no.value.code == "marked_meanwhile"
    with pytest.raises(Refused):
        take_back_task_mark(place, seen=None, by=user)
    assert place.task_marks.get().levels == LOW


def test_a_mark_that_is_taken_back_opens_the_task_again(place, user, today):
    mark = mark_task(place, WELL, done_on=today, by=user)

    for _twice in range(2):
        take_back_task_mark(place, seen=mark.pk, by=user)

    assert missing(place) == ["task_mark"]
    assert list(TaskMark.objects.values_list("score", "is_current")) == [(10, False)]
    assert ModelLogEntry.objects.filter(action="courses.task_mark_taken_back").count() == 1


@pytest.mark.parametrize(
    ("code", "run", "status"),
    [
        ("no_rubric", {"task_rubric": []}, "enrolled"),
        ("run_cancelled", {"status": "cancelled"}, "enrolled"),
        ("not_enrolled", {}, "withdrawn"),
        ("not_the_rubric", {"task_rubric": starting_rubric("project")[:4]}, "enrolled"),
    ],
)
def test_what_cannot_be_marked_is_refused(place, user, today, code, run, status):
    type(place.run).objects.update(**run)
    type(place).objects.update(status=status)

    with pytest.raises(Refused) as no:
        mark_task(place, WELL, done_on=today, by=user)

    assert no.value.code == code and not TaskMark.objects.exists()


def test_a_day_to_come_and_a_tick_are_refused(place, user, today):
    with pytest.raises(Refused) as no:
        mark_task(place, WELL, done_on=today + timedelta(days=1), by=user)
    assert no.value.code == "day_to_come"
    with pytest.raises(Refused) as no:
        record_task(place, today, by=user)
    assert no.value.code == "task_is_marked"


def test_a_closed_run_is_still_marked(place, user, today):
    """Projects are handed in and practice is observed long after the last session."""
    type(place.run).objects.update(status="closed")

    mark_task(place, WELL, done_on=today, by=user)

    assert Completion.objects.met().count() == 1
