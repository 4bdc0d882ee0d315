"""Small geometry and SVG text. Lengths are millimetres, angles radians."""

import itertools
from collections.abc import Callable, Iterable
from math import cos, hypot, pi, sin

#: Handle of a Bézier curve that runs from a peak of a sine to its trough, as part of that length.
HALF_WAVE = 0.3642

Point = tuple[float, float]


def n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace("-0.", "-.").removeprefix("0") or "0"


def xy(*values: float) -> str:
    return " ".join(n(value) for value in values)


def smooth(points: list[Point], *, closed: bool = True) -> str:
    """Catmull-Rom spline through the points, as cubic Béziers."""
    count = len(points)

    def at(i: int) -> Point:
        return points[i % count] if closed else points[max(0, min(count - 1, i))]

    out = ["M" + xy(*points[0])]
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        first = p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6
        second = p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6
        out.append("C" + xy(*first, *second, *p2))
    return "".join(out) + ("Z" if closed else "")


def hermite(points: list[tuple[float, float, float, float]], *, handle: float = 1 / 3) -> str:
    """Curve through (x, y, dx, dy), the derivatives for a unit step."""
    out = ["M" + xy(*points[0][:2])]
    for a, b in itertools.pairwise(points):
        first = a[0] + a[2] * handle, a[1] + a[3] * handle
        second = b[0] - b[2] * handle, b[1] - b[3] * handle
        out.append("C" + xy(*first, *second, *b[:2]))
    return "".join(out)


def walk(
    x: float, y: float, heading: float, length: float, turn: float, power: float, steps: int
) -> list[tuple[float, float, float, float]]:
    """Points, headings and places 0 to 1 along a curve that turns by `turn` in all."""
    out, fine = [], steps * 4
    for i in range(fine + 1):
        t = i / fine
        angle = heading + turn * t**power
        if i % 4 == 0:
            out.append((x, y, angle, t))
        x, y = x + cos(angle) * length / fine, y + sin(angle) * length / fine
    return out


def ribbon(spine: Iterable[tuple], width: Callable[[float], float]) -> str:
    """Outline of a spine of (x, y, heading, place) whose half width is `width(place)`."""
    spine = list(spine)
    left = [(x - sin(a) * width(t), y + cos(a) * width(t)) for x, y, a, t in spine]
    right = [(x + sin(a) * width(t), y - cos(a) * width(t)) for x, y, a, t in reversed(spine)]
    back = smooth(right, closed=False)
    turn = "" if hypot(left[-1][0] - right[0][0], left[-1][1] - right[0][1]) < 0.01 else "L"
    back = back[1:] if turn else back[back.index("C") :]
    return smooth(left, closed=False) + turn + back + "Z"


def attributes(given: dict) -> str:
    return "".join(f' {k.replace("_", "-")}="{v}"' for k, v in given.items() if v is not None)


def path(d: str, **attrs) -> str:
    return f'<path d="{d}"{attributes(attrs)}/>'


def group(parts: Iterable[str], **attrs) -> str:
    return f"<g{attributes(attrs)}>" + "".join(parts) + "</g>"


def circle(x: float, y: float, r: float, **attrs) -> str:
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}"{attributes(attrs)}/>'


def bar(x: float, y: float, w: float, h: float, fill: str) -> str:
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" fill="{fill}"/>'


def frame(x, y, w, h, stroke, width, fill="none") -> str:
    where = f'x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}"'
    return f'<rect {where} fill="{fill}" stroke="{stroke}" stroke-width="{width}"/>'


def move(x: float, y: float, then: str = "") -> str:
    return f"translate({xy(x, y)}) {then}".strip()


def stamp(name: str, piece: str, transforms: Iterable[str]) -> str:
    """A piece drawn once and placed many times."""
    uses = "".join(f'<use href="#{name}" transform="{t}"/>' for t in transforms)
    return f'<defs><g id="{name}">{piece}</g></defs>{uses}'


def four(name: str, piece: str, x: float, y: float, w: float, h: float) -> str:
    """A corner piece in the four corners of a rectangle."""
    places = [
        f"matrix({sx} 0 0 {sy} {xy(x + w * (sx < 0), y + h * (sy < 0))})"
        for sx in (1, -1)
        for sy in (1, -1)
    ]
    return stamp(name, piece, places)


def sheet(w: float, h: float, parts: Iterable[str]) -> str:
    """The whole drawing. The group keeps it apart from the text of the page in the PDF."""
    head = f'width="{n(w)}mm" height="{n(h)}mm" viewBox="0 0 {xy(w, h)}"'
    body = group(parts, style="isolation:isolate")
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>\n'


def waves(x0: float, x1: float, y: float, half: float, amp: float, start: float) -> str:
    """A sine from x0 to x1 whose peaks and troughs are `half` apart, the first peak at `start`.

    One Bézier curve each half wave; the ends are cut where they fall.
    """
    k = int((x0 - start) // half)
    pieces = []
    while start + k * half < x1:
        a, b = start + k * half, start + (k + 1) * half
        up = amp if k % 2 == 0 else -amp
        curve = [(a, y + up), (a + half * HALF_WAVE, y + up)]
        curve += [(b - half * HALF_WAVE, y - up), (b, y - up)]
        pieces.append(_cut(curve, max(0, (x0 - a) / half), min(1, (x1 - a) / half)))
        k += 1
    return (
        "M"
        + xy(*pieces[0][0])
        + "".join("C" + xy(*(v for point in piece[1:] for v in point)) for piece in pieces)
    )


def _cut(curve: list[Point], t0: float, t1: float) -> list[Point]:
    """The part of a cubic Bézier between two places."""
    if t1 < 1:
        curve = [row[0] for row in _casteljau(curve, t1)]
    if t0 > 0:
        curve = [row[-1] for row in _casteljau(curve, t0 / t1)][::-1]
    return curve


def _casteljau(curve: list[Point], t: float) -> list[list[Point]]:
    rows = [curve]
    while len(rows[-1]) > 1:
        last = rows[-1]
        rows.append(
            [
                (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
                for a, b in itertools.pairwise(last)
            ]
        )
    return rows


def lobes(cx: float, cy: float, r: float, amp: float, count: int, phase: float = 0.0) -> str:
    """A ring that swings by `amp` round radius `r`, `count` times: one curve each half wave."""
    step = pi / count
    points = []
    for k in range(2 * count + 1):
        angle = k * step - phase / count
        rad = r + (amp if k % 2 == 0 else -amp)
        tangent = rad * step
        points.append(
            (
                cx + rad * cos(angle),
                cy + rad * sin(angle),
                -tangent * sin(angle),
                tangent * cos(angle),
            )
        )
    return hermite(points, handle=HALF_WAVE)
