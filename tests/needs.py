"""Which outside things the tests found; tests that need a missing one are skipped, said loudly.

In CI (CI=true) a missing one fails the run instead.
"""

import os
import shutil
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings

POSTGRES_URL = "postgres://postgres@127.0.0.1:5432/postgres"
REDIS_URL = "redis://127.0.0.1:6379/0"
#: The first takes two thirds of the time of the others for the same screens.
CHROMIUMS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MODULES = Path(__file__).parent.parent / "node_modules"
IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def answers(url, port):
    """Whether something listens where the address points."""
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname, parts.port or port), timeout=1).close()
    except OSError:
        return False
    return True


def database_url():
    """The PostgreSQL server that the tests may use."""
    url = os.environ.get("DATABASE_URL", "")
    return url if url.startswith("postgres") else POSTGRES_URL


def redis_url():
    return os.environ.get("REDIS_URL", REDIS_URL)


def chromium_path():
    """The system's Chromium, or None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)


def on_postgres():
    """Whether this run of the suite has PostgreSQL under it."""
    return "postgresql" in settings.DATABASES["default"]["ENGINE"]


def missing():
    """What is not there, by marker."""
    found = {}
    if not answers(database_url(), 5432):
        found["postgres"] = "PostgreSQL does not answer; start it or set DATABASE_URL"
    if not answers(redis_url(), 6379):
        found["redis"] = "Redis does not answer; start it or set REDIS_URL"
    if chromium_path() is None:
        found["browser"] = "Chromium is not installed; install it or set CHROMIUM"
    if shutil.which("pdftotext") is None:
        found["poppler"] = "pdftotext is not installed; install poppler-utils"
    if shutil.which("node") is None or not (MODULES / "@digitalbazaar" / "vc").is_dir():
        found["node"] = "Node or its packages are not there; install Node and run npm ci"
    return found


def pytest_configure(config):
    config.missing_needs = missing()


def pytest_collection_modifyitems(config, items):
    reasons = dict(config.missing_needs)
    if not on_postgres():
        reasons["postgres"] = "this run uses SQLite"
    for item in items:
        for marker, reason in reasons.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_sessionfinish(session, exitstatus):
    """In CI nothing may be left out because a tool is missing."""
    if IN_CI and session.config.missing_needs and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    lines = [f"NOT TESTED: {reason}." for reason in config.missing_needs.values()]
    if not on_postgres() and "postgres" not in config.missing_needs:
        lines.append(
            f"Tested on SQLite only. On PostgreSQL: DATABASE_URL={database_url()} make test"
        )
    if lines:
        terminalreporter.section("What this run left out", bold=True, red=True)
        for line in lines:
            terminalreporter.line(line, bold=True)
        if IN_CI and config.missing_needs:
            terminalreporter.line("CI needs all of them, so this run fails.", red=True)
