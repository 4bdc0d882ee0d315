"""One migrated database for all workers of a run: who comes later waits and copies it."""

import fcntl
import os
import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", "")


def of_this_run() -> Path | None:
    """Where the migrated SQLite database of this run is kept; None where there is none to share."""
    if not RUN or connection.vendor != "sqlite":
        return None
    return Path(settings.VAR) / f"migrated-{RUN}.sqlite3"


class SqliteFile:
    """A copy beside the databases of the workers."""

    def __init__(self):
        self.kept = of_this_run()

    def exists(self):
        return self.kept.exists()

    def copy_to_worker(self):
        target = Path(connection.settings_dict["TEST"]["NAME"])
        for leftover in target.parent.glob(f"{target.name}*"):
            leftover.unlink()
        shutil.copyfile(self.kept, target)

    def keep(self):
        unfinished = self.kept.with_suffix(f".{os.getpid()}")
        target = connection.settings_dict["NAME"]
        with closing(sqlite3.connect(target)) as made, closing(sqlite3.connect(unfinished)) as copy:
            made.backup(copy)
        for old in self.kept.parent.glob("migrated-*.sqlite3"):
            old.unlink(missing_ok=True)
        unfinished.rename(self.kept)


class PostgresTemplate:
    """A database that the server copies; its comment says of which run it is."""

    def __init__(self):
        self.kept = f"migrated_sala_{zlib.crc32(str(settings.VAR).encode()):08x}"

    def exists(self):
        return self._comment() == RUN

    def copy_to_worker(self):
        self._copy(self.kept, connection.settings_dict["TEST"]["NAME"])

    def keep(self):
        connection.close()
        self._copy(connection.settings_dict["NAME"], self.kept)
        self._run(f"COMMENT ON DATABASE {self.kept} IS '{RUN}'")

    def _copy(self, source, target):
        self._run(f"DROP DATABASE IF EXISTS {target}")
        self._run(f"CREATE DATABASE {target} TEMPLATE {source}")

    def _comment(self):
        return self._run(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
            f"WHERE datname = '{self.kept}'"
        )

    def _run(self, statement):
        with connection._nodb_cursor() as cursor:
            cursor.execute(statement)
            return (cursor.fetchone() or [None])[0] if cursor.description else None


def shared():
    """What the workers of this run share; None where there is nobody to share it."""
    if not RUN:
        return None
    return SqliteFile() if connection.vendor == "sqlite" else PostgresTemplate()


@pytest.fixture(scope="session")
def django_db_createdb(request, django_db_modify_db_settings, django_db_blocker):
    """Whether to migrate from nothing: not where another worker has just done so."""
    wanted = request.config.getvalue("create_db")
    source = shared()
    if not (wanted and source):
        return wanted
    wait_for_turn(request.config)
    with django_db_blocker.unblock():
        if not source.exists():
            return wanted
        source.copy_to_worker()
    request.config.migrating.close()
    return False


def wait_for_turn(config):
    """Until no other worker migrates; others wait until `migrating` is closed or we are gone."""
    folder = Path(settings.VAR)
    folder.mkdir(parents=True, exist_ok=True)
    config.migrating = (folder / "migrating.lock").open("w")
    fcntl.flock(config.migrating, fcntl.LOCK_EX)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_createdb, django_db_blocker, pytestconfig):
    """Keeps a copy for the others before the first test writes."""
    if not (django_db_createdb and (source := shared())):
        return
    with django_db_blocker.unblock():
        source.keep()
    pytestconfig.migrating.close()
