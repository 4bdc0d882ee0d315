"""Charts that the office program draws itself from the cells of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from courses.adapters.spreadsheets.guard import writable

WIDE, HIGH = 640, 320
#: Fills that stay apart in grey: dark, pale, middle, white with an edge, then again with a pattern.
FILLS = ("#0A5660", "#A3CCCD", "#2F7A82", "#FFFFFF", "#E0A526", "#C9D2D0")
EDGE, GRID, TARGET = "#0A5660", "#D5DEDC", "#B3261E"


class Shape(StrEnum):
    """How a chart draws its series."""

    COLUMNS = "columns"
    STACKED = "stacked"
    BARS = "bars"
    STACKED_BARS = "stacked_bars"
    LINE = "line"


TYPES = {
    Shape.COLUMNS: {"type": "column"},
    Shape.STACKED: {"type": "column", "subtype": "stacked"},
    Shape.BARS: {"type": "bar"},
    Shape.STACKED_BARS: {"type": "bar", "subtype": "stacked"},
    Shape.LINE: {"type": "line"},
}


@dataclass(frozen=True)
class Chart:
    """Columns of the table by number: one with the names, some with figures, and one with targets,
    drawn as a dashed line over columns or lines. `told` is what somebody hears who sees no chart.
    """

    shape: Shape
    title: str
    told: str
    series: Sequence[int]
    names: int = 0
    target: int | None = None


def add_chart(book, worksheet, place: tuple[int, int], chart: Chart, rows, font: str) -> None:
    """Draws a chart at row and column `place`; `rows` are the name of the sheet and how many rows
    below the head it takes its figures from."""
    drawn = book.add_chart(TYPES[chart.shape])
    for number, column in enumerate(chart.series):
        drawn.add_series(series(chart, column, rows) | look(chart.shape, number))
    if chart.target is not None:
        line = book.add_chart({"type": "line"})
        dashes = {"color": TARGET, "width": 1.75, "dash_type": "dash"}
        line.add_series(series(chart, chart.target, rows) | {"line": dashes})
        drawn.combine(line)
    dress(drawn, chart, font)
    worksheet.insert_chart(*place, drawn, {"description": writable(chart.told)})


def series(chart: Chart, column: int, rows: tuple[str, int]) -> dict:
    name, count = rows
    return {
        "name": [name, 0, column],
        "categories": [name, 1, chart.names, count, chart.names],
        "values": [name, 1, column, count, column],
    }


def look(shape: Shape, number: int) -> dict:
    color = FILLS[number % len(FILLS)]
    if shape is Shape.LINE:
        line = EDGE if color == "#FFFFFF" else color
        mark = {"type": "circle", "size": 6, "border": {"color": line}, "fill": {"color": color}}
        return {"line": {"color": line, "width": 2.25}, "marker": mark}
    return {"fill": {"color": color}, "border": {"color": EDGE, "width": 0.75}, "gap": 60}


def dress(drawn, chart: Chart, font: str) -> None:
    words = {"name": font, "size": 9}
    drawn.set_title(
        {"name": writable(chart.title), "overlay": False, "name_font": {"name": font, "size": 12}}
    )
    drawn.set_legend({"position": "bottom", "font": words})
    lies = chart.shape in (Shape.BARS, Shape.STACKED_BARS)
    drawn.set_x_axis(
        {"num_font": words}
        | ({"reverse": True} if lies else {})
        | ({"line": {"color": EDGE}, "major_gridlines": {"visible": False}})
    )
    drawn.set_y_axis(
        {"num_font": words, "min": 0, "major_gridlines": {"visible": True, "line": {"color": GRID}}}
    )
    drawn.set_size({"width": WIDE, "height": HIGH})
