"""Writing a table of facts as Parquet files, whole or with the rows of some runs replaced."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from courses.adapters.facts.layout import Shape

PARQUET = "FORMAT parquet, COMPRESSION zstd"


@dataclass(frozen=True)
class Part:
    """A table in the staging database, to be written as that version."""

    staging: duckdb.DuckDBPyConnection
    folder: Path
    name: str
    shape: Shape
    version: int

    @property
    def columns(self) -> str:
        return ", ".join(f'"{column}"' for column in self.shape.types)

    @property
    def new_rows(self) -> str:
        return f'SELECT {self.columns} FROM "{self.name}"'


def whole_part(part: Part) -> list[str]:
    """The files of the table as it was handed over."""
    return _by_month(part, part.new_rows) if part.shape.month else _in_one(part, part.new_rows)


def changed_part(part: Part, files: list[str]) -> list[str]:
    """The files of the table with the rows of the changed runs from the staging database and all
    others from the files it had; files without such rows stay."""
    touched = _touched(part, files)
    kept = [file for file in files if file not in touched]
    old = f"SELECT {part.columns} FROM {_read(part, touched)} WHERE run NOT IN (FROM changed_run)"
    rows = f"{old} UNION ALL {part.new_rows}" if touched else part.new_rows
    return _by_month(part, rows, kept) if part.shape.month else _in_one(part, rows)


def _touched(part: Part, files: list[str]) -> list[str]:
    """Files that must be written again: those with rows of the runs, or of a month of new rows."""
    if not part.shape.month:
        return files
    found = part.staging.execute(
        f"SELECT DISTINCT filename FROM {_read(part, files, filename=True)}"
        " WHERE run IN (FROM changed_run)"
    ).fetchall()
    names = {Path(name).relative_to(part.folder).as_posix() for (name,) in found}
    months = {_month_folder(month) for (month,) in _months(part)}
    return [file for file in files if file in names or Path(file).parent.name in months]


def _months(part: Part) -> list[tuple[str]]:
    sql = f'SELECT DISTINCT {_month(part)} FROM "{part.name}"'
    return part.staging.execute(sql).fetchall()


def _month(part: Part) -> str:
    return f"coalesce(strftime(\"{part.shape.month}\", '%Y-%m'), 'none')"


def _month_folder(month: str) -> str:
    return f"month={month}"


def _read(part: Part, files: list[str], filename: bool = False) -> str:
    return read_parquet([part.folder / file for file in files], filename)


def read_parquet(paths: list[Path], filename: bool = False) -> str:
    """A table of SQL over these files, with the name of the file of each row where wanted."""
    names = ", ".join(quoted(path) for path in paths)
    return f"read_parquet([{names}], hive_partitioning = false, filename = {str(filename).lower()})"


def quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _in_one(part: Part, rows: str) -> list[str]:
    file = f"{part.name}/{part.version}.parquet"
    path = part.folder / file
    path.parent.mkdir(exist_ok=True)
    part.staging.execute(f"COPY ({rows}) TO {quoted(path)} ({PARQUET})")
    return [file]


def _by_month(part: Part, rows: str, kept: Iterable[str] = ()) -> list[str]:
    """The files that stay, and one or a few in a folder for each month of the rows; one without
    rows for a table that has none."""
    folder = part.folder / part.name
    folder.mkdir(exist_ok=True)
    part.staging.execute(
        f"COPY (SELECT *, {_month(part)} AS month FROM ({rows})) TO {quoted(folder)} ({PARQUET},"
        f" PARTITION_BY (month), FILENAME_PATTERN '{part.version}_{{i}}', OVERWRITE_OR_IGNORE)"
    )
    written = sorted(folder.glob(f"month=*/{part.version}_*.parquet"))
    files = [path.relative_to(part.folder).as_posix() for path in written]
    return [*kept, *files] or _in_one(part, f"{part.new_rows} LIMIT 0")
