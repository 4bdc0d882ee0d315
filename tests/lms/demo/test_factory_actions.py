"""Of the demo's actions some are done, some are late, and one has a picture."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.models import ActionEvidence, FactoryAction
from lms.demo.factory_actions import write_actions
from tests.factories import CourseFactory, CourseRunFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_some_are_done_some_are_late_and_one_is_shown():
    today = timezone.localdate()
    for code in ("OSHC", "PICC"):
        course = CourseFactory(code=code)
        for days in (20, 200, 210, 220):
            day = today - timedelta(days=days)
            CourseRunFactory(course=course, starts_on=day, ends_on=day)

    write_actions(today, by=UserFactory())

    found = FactoryAction.objects.all()
    assert {row.state for row in found} >= {"open", "done"}
    assert found.overdue_on(today).exists()
    assert ActionEvidence.objects.get().action.is_done
    for row in found:
        assert row.agreed_on <= today
        assert not row.seen_on or row.agreed_on <= row.seen_on <= today
