"""What a table of the read model is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A column with its type in SQL and what it holds."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """`by_run` tables are made anew run by run, the others as a whole. `month` names the day by
    which the files of a table are parted."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    by_run: bool = False
    month: str | None = None

    @property
    def types(self) -> dict[str, str]:
        return {column.name: column.type for column in self.columns}


def columns(text: str) -> tuple[Column, ...]:
    """One column a line: name, type, meaning."""
    rows = [line.split(maxsplit=2) for line in text.splitlines() if line.strip()]
    return tuple(Column(name, kind, meaning) for name, kind, meaning in rows)


def pairs(
    name: str, meaning: str, one: str, other: str, type_: str = "BIGINT", by_run: bool = False
) -> Table:
    """A table of two ids."""
    both = (Column(one, "BIGINT", f"the {one}"), Column(other, type_, f"the {other}"))
    return Table(name, meaning, both, by_run=by_run)
