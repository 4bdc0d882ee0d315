"""A table as lines of text: one line a row, a bar between its cells."""

import re

_BETWEEN = re.compile(r"(?<!\\)\|")


def as_text(rows: tuple[tuple[str, ...], ...]) -> str:
    """Cells keep their words on one line; bars inside them are written with a backslash."""
    return "\n".join(
        " | ".join(" ".join(cell.split("\n")).strip().replace("|", r"\|") for cell in row)
        for row in rows
    )


def as_rows(text: str) -> tuple[tuple[str, ...], ...]:
    """Rows of equal length; lines without a word are left out."""
    split = ([cell.strip() for cell in _BETWEEN.split(line)] for line in text.splitlines())
    rows = [[cell.replace(r"\|", "|") for cell in row] for row in split if any(row)]
    width = max(map(len, rows), default=0)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)
