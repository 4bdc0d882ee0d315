"""Facts as Parquet files in a folder: made whole, or anew for some runs, and read in between.

A version is a list of files, written down in `manifest.json`; files are never changed, so readers
keep what they began with. Files of the version before stay until the next one is made.
"""

import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import duckdb

from courses.adapters.facts.files import Part, changed_part, read_parquet, whole_part
from courses.adapters.facts.layout import Handed, Layout
from courses.adapters.facts.loading import connect, create_all, load_all
from courses.adapters.facts.reading import Facts

MANIFEST, STAGING = "manifest.json", "staging.duckdb"
#: Bytes of Parquet up to which a process keeps the facts in memory, which answers several times
#: faster: about a million attendances.
HELD_IN_MEMORY = 16 * 1024 * 1024
#: Bytes up to which facts are few: about half a million attendances. Of three millions, questions
#: in one statement take twice as long and more memory than one after the other.
FEW = 8 * 1024 * 1024
#: Of DuckDB while facts are made, beside what reads the site; more would make it little quicker.
MEMORY_FOR_MAKING = "384MB"


class Busy(Exception):
    """Somebody else makes the facts of this folder just now."""


class Missing(Exception):
    """No facts have been made yet."""


@dataclass(frozen=True)
class Manifest:
    """A version: what it was made by, when, and its files by table, as paths within the folder."""

    layout: int
    version: int
    made_at: str
    files: dict[str, list[str]]
    before: dict[str, list[str]] = field(default_factory=dict)

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.made_at)


class Store:
    """The facts of one folder. `number` is that of the layout: files of another one are no use."""

    def __init__(self, folder: Path, layout: Layout, number: int):
        self.folder, self.layout, self.number = Path(folder), layout, number
        self.making = Lock()
        self.reading = Lock()
        self.database: duckdb.DuckDBPyConnection | None = None
        self.shown: int | None = None
        self.are_few = True

    @property
    def manifest(self) -> Manifest | None:
        """The present version; None where there is none that can be read."""
        try:
            found = Manifest(**json.loads((self.folder / MANIFEST).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return found if found.layout == self.number else None

    def make(self, handed: Handed) -> Manifest:
        """Everything anew. Raises Busy."""
        with self._staging() as staging:
            load_all(staging, self.layout, handed, self.folder)
            number = self._next()
            return self._keep(
                number,
                {
                    name: whole_part(Part(staging, self.folder, name, shape, number))
                    for name, shape in self.layout.tables.items()
                },
            )

    def change(self, runs: Collection[int], handed: Handed) -> Manifest:
        """What belongs to these runs anew, and the tables that belong to none, from what is handed
        over of them. Raises Busy."""
        with self._staging() as staging:
            load_all(staging, self.layout, handed, self.folder, but=self.layout.fixed)
            staging.execute("CREATE OR REPLACE TABLE changed_run (run BIGINT)")
            staging.execute("INSERT INTO changed_run SELECT unnest($runs)", {"runs": list(runs)})
            old, number = self.manifest, self._next()
            files = {}
            for name, shape in self.layout.tables.items():
                part = Part(staging, self.folder, name, shape, number)
                if name in self.layout.fixed:
                    files[name] = old.files[name]
                elif shape.by_run:
                    files[name] = changed_part(part, old.files[name])
                else:
                    files[name] = whole_part(part)
            return self._keep(number, files)

    @contextmanager
    def open(self) -> Iterator[Facts]:
        """The present version. Raises Missing where there is none."""
        facts = Facts(*self._cursor())
        try:
            yield facts
        finally:
            facts.close()

    def _cursor(self) -> tuple[duckdb.DuckDBPyConnection, datetime, bool]:
        with self.reading:
            manifest = self.manifest
            if manifest is None:
                raise Missing
            if self.database is None:
                self.database = connect()
                self.database.execute("SET parquet_metadata_cache = true")
            if self.shown != manifest.version:
                self._show(manifest)
            cursor = self.database.cursor()
            cursor.execute(f"USE v{self.shown}")
            self._hold(cursor)
            return cursor, manifest.moment, self.are_few

    def _hold(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Whoever reads keeps her version when the next one is shown meanwhile: that needs a
        transaction, which begins with the first table it looks at."""
        cursor.execute("BEGIN")
        cursor.execute(f'FROM "{next(iter(self.layout.tables))}" LIMIT 0')

    def _show(self, manifest: Manifest) -> None:
        """A schema with each table, or a view of its files where they are many; that of the last
        version goes."""
        schema = f"v{manifest.version}"
        paths = {
            name: [self.folder / file for file in files] for name, files in manifest.files.items()
        }
        size = sum(path.stat().st_size for files in paths.values() for path in files)
        kind = "TABLE" if size <= HELD_IN_MEMORY else "VIEW"
        self.database.execute(f"CREATE OR REPLACE SCHEMA {schema}")
        for name, shape in self.layout.tables.items():
            columns = ", ".join(f'"{column}"' for column in shape.types)
            self.database.execute(
                f'CREATE {kind} {schema}."{name}" AS SELECT {columns}'
                f" FROM {read_parquet(paths[name])}"
            )
        if self.shown is not None:
            self.database.execute(f"DROP SCHEMA v{self.shown} CASCADE")
        self.shown, self.are_few = manifest.version, size <= FEW

    @contextmanager
    def _staging(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A database on disk that only one process can have open, which is the lock as well."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / STAGING
        if not self.making.acquire(blocking=False):
            raise Busy
        try:
            with _alone(path) as staging:
                create_all(staging, self.layout)
                yield staging
            path.unlink(missing_ok=True)
        finally:
            self.making.release()

    def _next(self) -> int:
        manifest = self.manifest
        return manifest.version + 1 if manifest else int(datetime.now(UTC).timestamp())

    def _keep(self, number: int, files: dict[str, list[str]]) -> Manifest:
        """The new version is the present one from one moment to the next."""
        last = self.manifest
        made_at = datetime.now(UTC).isoformat()
        new = Manifest(self.number, number, made_at, files, last.files if last else {})
        draft = self.folder / f"{MANIFEST}.new"
        draft.write_text(json.dumps(vars(new)), encoding="utf-8")
        draft.replace(self.folder / MANIFEST)
        self._sweep(new)
        return new

    def _sweep(self, manifest: Manifest) -> None:
        kept = {
            file
            for files in (manifest.files, manifest.before)
            for names in files.values()
            for file in names
        }
        for path in self.folder.glob("*/**/*.parquet"):
            if path.relative_to(self.folder).as_posix() not in kept:
                path.unlink(missing_ok=True)


@contextmanager
def _alone(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        database = connect(path, MEMORY_FOR_MAKING)
    except duckdb.IOException as error:
        raise Busy from error
    with database:
        yield database
