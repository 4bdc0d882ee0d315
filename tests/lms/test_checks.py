"""The checks of the deployment."""

import pytest
from django.conf import settings

from lms import checks
from lms.settings import SQLITE_OPTIONS

SQLITE = "django.db.backends.sqlite3"


def problems(monkeypatch, engine, options):
    """The ids of what the check finds in a database of this kind."""
    monkeypatch.setitem(settings.DATABASES, "default", {"ENGINE": engine, "OPTIONS": options})
    return [error.id for error in checks.sqlite_keeps_every_write(None)]


def test_the_options_of_the_house_pass(monkeypatch):
    assert problems(monkeypatch, SQLITE, SQLITE_OPTIONS) == []


@pytest.mark.parametrize(
    "changed",
    [
        {"transaction_mode": "DEFERRED"},
        {"init_command": "PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL;"},
        {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"},
    ],
)
def test_options_that_lose_writes_are_refused(monkeypatch, changed):
    assert problems(monkeypatch, SQLITE, SQLITE_OPTIONS | changed) == ["lms.E001"]


def test_postgresql_needs_no_options(monkeypatch):
    assert problems(monkeypatch, "django.db.backends.postgresql", {}) == []


def test_dropped_letters_are_told(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert [warning.id for warning in checks.letters_leave_the_house(None)] == ["lms.W001"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    assert checks.letters_leave_the_house(None) == []
