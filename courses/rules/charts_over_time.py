"""Charts of months and quarters from left to right, over an axis with round numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, log10

from courses.rules.calendar_words import number
from courses.rules.charts import LARGE, SMALL, THINNEST, WIDTH, Chart, Value, drawn, said
from courses.rules.drawings import Drawing, box, label, line, text_width

HIGH, ABOVE, BELOW, LEAST_AXIS = 190.0, 22.0, 26.0, 34.0
STEPS = 4


@dataclass(frozen=True)
class Point:
    """A month or quarter: `name` in full for the table, `short` below the axis."""

    name: str
    short: str
    value: Value
    target: Value = None


def columns(points: Sequence[Point], heads: Sequence[str], language: str) -> Chart:
    """A column for each point over an axis with round numbers, and the targets as steps.

    `heads` are those of the names, the values and the targets.
    """

    def draw(at, step, base, scale):
        found = []
        for n, point in enumerate(points):
            if value := drawn(point.value):
                high = max(value * scale, THINNEST)
                width = min(step * 0.7, 40)
                found.append(box(at(n) - width / 2, base - high, width, high, "now"))
        return found, []

    return _upright(points, heads, language, draw, _above)


def trend(points: Sequence[Point], heads: Sequence[str], language: str) -> Chart:
    """A line from point to point, broken where a value is missing, with a mark for each."""

    def draw(at, step, base, scale):
        spots, lines, run = [], [], []
        for n, point in enumerate(points):
            value = drawn(point.value)
            if value is not None:
                run.append((at(n), base - value * scale))
                spots.append(box(run[-1][0] - 3, run[-1][1] - 3, 6, 6, "now"))
            if run and (value is None or n == len(points) - 1):
                lines.append(line("trend", *run))
                run = []
        return spots, lines

    return _upright(points, heads, language, draw, _beside)


def _upright(
    points: Sequence[Point], heads: Sequence[str], language: str, draw: Callable, aside: Callable
) -> Chart:
    """Points from left to right over a grid of round numbers."""
    known = [drawn(value) or 0 for point in points for value in (point.value, point.target)]
    top, ticks = round_scale(max(known, default=0))
    base, scale = HIGH - BELOW, (HIGH - BELOW - ABOVE) / top
    marks = [number(tick, language) for tick in ticks]
    axis = max([LEAST_AXIS, *(text_width(mark, LARGE, language) + 8 for mark in marks)])
    step = (WIDTH - axis) / max(len(points), 1)

    def at(n):
        return axis + step * (n + 0.5)

    grid = [line("grid", (axis, base - t * scale), (WIDTH, base - t * scale)) for t in ticks]
    labels = [
        label(axis - 6, base - tick * scale + 4, mark, "quiet", "end")
        for tick, mark in zip(ticks, marks, strict=True)
    ]
    every = _every([point.short for point in points], step, SMALL, language)
    labels += [
        label(at(n), HIGH - 8, point.short, "quiet", "middle")
        for n, point in enumerate(points)
        if n % every == 0
    ]
    labels += _values(points, at, base, scale, step, language, aside)
    boxes, lines = draw(at, step, base, scale)
    targets = [
        line("target", (at(n) - step / 2, y), (at(n) + step / 2, y))
        for n, point in enumerate(points)
        if drawn(point.target) is not None
        for y in [base - point.target * scale]
    ]
    has_target = bool(targets)
    return Chart(
        Drawing(WIDTH, HIGH, tuple(grid), tuple(boxes), (*lines, *targets), tuple(labels)),
        (("now", heads[1]), ("target", heads[2])) if has_target else (),
        tuple(heads) if has_target else tuple(heads[:2]),
        tuple(
            (
                point.name,
                said(point.value, language),
                *([said(point.target, language)] if has_target else []),
            )
            for point in points
        ),
    )


def _values(points, at, base, scale, step, language, aside) -> list:
    """The numbers over the points: all if they have room, else the largest and the last one, and
    what is missing."""
    told = [said(point.value, language) for point in points]
    heights = [drawn(point.value) for point in points]
    known = [n for n, height in enumerate(heights) if height is not None]
    shown = set(range(len(points)))
    every = _every(told, step, LARGE, language)
    if known and every > 1:
        highest = max(known, key=lambda n: heights[n])
        last = {known[-1]} if known[-1] - highest >= every else set()
        shown = {highest, *last, *(shown - set(known))}
    found = []
    for n in sorted(shown):
        y = base - (heights[n] or 0) * scale + aside(heights, n)
        found.append(label(at(n), y, told[n], "strong", "middle"))
    return found


def _above(heights: Sequence[int | float | None], n: int) -> float:
    return -6.0


def _beside(heights: Sequence[int | float | None], n: int) -> float:
    """How far from its point a number stands: below it in a deep valley, where the line would run
    through it, else above it."""
    around = [heights[m] for m in (n - 1, n + 1) if 0 <= m < len(heights)]
    if None in around or heights[n] is None or len(around) < 2:
        return -6.0
    return 17.0 if all(other > heights[n] * 1.15 for other in around) else -6.0


def _every(texts: Sequence[str], step: float, size: float, language: str) -> int:
    """Each which label has room, if labels stand so far apart."""
    widest = max((text_width(text, size, language) for text in texts), default=0)
    return max(1, -int(-(widest + 4) // step)) if step else 1


def round_scale(most: float) -> tuple[int, tuple[int, ...]]:
    """The top of an axis and its round numbers from 0 on: steps of 1, 2 or 5 of a power of ten."""
    rough = max(most, STEPS) / STEPS
    power = 10 ** floor(log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
    steps = max(1, -int(-most // step))
    return step * steps, tuple(step * n for n in range(steps + 1))
