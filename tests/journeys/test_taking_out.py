"""A site takes the apps out again: `migrate certificates zero`, then `migrate courses zero`."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import StateApps
from django.test.utils import CaptureQueriesContext

from certificates.receivers import prepare_after_migrate
from courses.receivers import make_facts_triggers, make_groups

RECEIVERS = [
    ("courses", make_groups),
    ("courses", make_facts_triggers),
    ("certificates", prepare_after_migrate),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("app", "receive"), RECEIVERS)
def test_nothing_is_written_into_tables_that_are_gone(app, receive, django_assert_num_queries):
    gone = StateApps([], {})
    with django_assert_num_queries(0):
        receive(apps.get_app_config(app), using="default", apps=gone)


@pytest.mark.django_db
@pytest.mark.parametrize(("app", "receive"), RECEIVERS)
def test_what_belongs_to_tables_that_are_there_is_made(app, receive):
    with CaptureQueriesContext(connection) as asked:
        receive(apps.get_app_config(app), using="default")
    assert asked.captured_queries
