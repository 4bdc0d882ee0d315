"""Rows that are really committed, for tests with several connections; wiped by hand afterwards.

Django's own transactional tests flush every table, and with them what the migrations wrote.
"""

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, connections, transaction
from wagtail.models import ModelLogEntry, Page

from courses.models import ConsentNotice, MessageTemplate, Province

OURS = ("courses", "certificates")
#: What the migrations wrote.
KEPT = (ConsentNotice, MessageTemplate, Province)


def prepare():
    """Make sure that this is the database of the tests: where no collected test has the mark of
    pytest-django, it is not made, and a single test of this kind would write elsewhere."""
    creation = connection.creation
    if connection.settings_dict["NAME"] != creation._get_test_db_name():
        creation.create_test_db(verbosity=0, autoclobber=True, serialize=False, keepdb=True)


def wipe():
    """Delete the rows of our own tables, users and history; keep pages, groups and
    what the migrations wrote."""
    left = _tables()
    while left:
        stuck = [model for model in left if not _emptied(model)]
        if len(stuck) == len(left):
            raise AssertionError(f"These tables cannot be emptied: {stuck}")
        left = stuck
    connections.close_all()


def _tables():
    users = get_user_model()
    return [
        *(
            model
            for label in OURS
            if apps.is_installed(label)
            for model in apps.get_app_config(label).get_models(include_auto_created=True)
            if not issubclass(model, Page) and model not in KEPT
        ),
        ModelLogEntry,
        users.groups.through,
        users,
    ]


def _emptied(model) -> bool:
    rows = model._base_manager.all()
    try:
        with transaction.atomic():
            rows._raw_delete(rows.db)
    except IntegrityError:
        return False
    return True
