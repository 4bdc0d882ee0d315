"""One migrated SQLite database for all workers of a run: who comes later waits and copies it."""

import fcntl
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")


def of_this_run() -> Path | None:
    """Where the migrated database of this run is kept; None where there is nobody to share it."""
    if not RUN or connection.vendor != "sqlite":
        return None
    return Path(settings.VAR) / f"migrated-{RUN}.sqlite3"


@pytest.fixture(scope="session")
def django_db_createdb(request, django_db_modify_db_settings):
    """Whether to migrate from nothing: not where another worker has just done so."""
    wanted = request.config.getvalue("create_db")
    source = of_this_run()
    if not (wanted and source):
        return wanted
    wait_for_turn(request.config)
    if not source.exists():
        return wanted
    request.config.migrating.close()
    target = Path(connection.settings_dict["TEST"]["NAME"])
    for leftover in target.parent.glob(f"{target.name}*"):
        leftover.unlink()
    shutil.copyfile(source, target)
    return False


def wait_for_turn(config):
    """Until no other worker migrates; others wait until `migrating` is closed or we are gone."""
    config.migrating = (Path(settings.VAR) / "migrating.lock").open("w")
    fcntl.flock(config.migrating, fcntl.LOCK_EX)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_createdb, django_db_blocker, pytestconfig):
    """Keeps a copy for the others before the first test writes."""
    source = of_this_run()
    if not (django_db_createdb and source):
        return
    unfinished = source.with_suffix(f".{os.getpid()}")
    target = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(target)) as made, closing(sqlite3.connect(unfinished)) as copy:
        made.backup(copy)
    for old in source.parent.glob("migrated-*.sqlite3"):
        old.unlink(missing_ok=True)
    unfinished.rename(source)
    pytestconfig.migrating.close()
