"""Computing completions and telling of them."""

from datetime import date

import pytest

from courses.actions.completion import record_task, refresh_completions
from courses.models import Completion
from courses.signals import completions_met
from tests.factories import AttendanceFactory, EnrollmentFactory, SessionFactory

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
