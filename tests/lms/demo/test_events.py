"""The mass events of the demo are counted and reach nobody by name."""

from datetime import date, timedelta

import pytest

from courses.choices import OrganizationKind, SessionStatus
from courses.queries.reach import reach
from courses.rules.reach import Filters
from lms.demo.events import EVENTS, write_events
from tests.factories import OrganizationFactory, PersonFactory, TopicFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 21)


@pytest.fixture
def private_folder(settings, tmp_path):
    """The picture goes nowhere else."""
    backend = "django.core.files.storage.FileSystemStorage"
    place = {"BACKEND": backend, "OPTIONS": {"location": tmp_path}}
    settings.STORAGES = {**settings.STORAGES, "private": place}


def test_events_are_held_and_counted_without_names(private_folder):
    TopicFactory()
    OrganizationFactory.create_batch(3, kind=OrganizationKind.FACTORY)

    runs = write_events(TODAY, PersonFactory(), by=UserFactory())

    assert {run.sessions.get().status for run in runs} == {SessionStatus.HELD}
    report = reach(Filters(TODAY - timedelta(days=60), TODAY))
    expected = sum(each.total for _days, heads in EVENTS for each in heads)
    assert report.counted.without_names.total == expected
    assert report.is_empty
    assert report.counted.without_names_proven == sum(each.total for each in EVENTS[0][1])
