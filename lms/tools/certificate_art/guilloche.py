"""Guilloche: fine interlaced line work, as on banknotes."""

from math import cos, pi, sin

from lms.tools.certificate_art.geometry import (
    frame,
    group,
    hermite,
    lobes,
    move,
    n,
    path,
    stamp,
    waves,
)
from lms.tools.certificate_art.kbach import block

STRANDS = 6


def braid(length, periods, height, colour, width=0.12):
    """Six waves that cross each other, along x from 0, centred on y=0."""
    half = length / periods / 2
    d = "".join(
        waves(0, length, 0, half, height / 2, 2 * half * k / STRANDS) for k in range(STRANDS)
    )
    return path(d, fill="none", stroke=colour, stroke_width=width)


def braided_frame(x, y, w, h, band, line_colour, braid_colour, periods):
    """Braids on four sides between two fine rules, a flower in each corner; in mid-band x, y."""
    rows = round(h / (w / periods))
    height = band * 0.76
    across = braid(w, periods, height, braid_colour)
    down = braid(h, rows, height, braid_colour)
    outer = frame(x - band / 2, y - band / 2, w + band, h + band, line_colour, 0.15)
    inner = frame(x + band / 2, y + band / 2, w - band, h - band, line_colour, 0.15)
    corners = [move(xx, yy) for xx in (x, x + w) for yy in (y, y + h)]
    knot = block(band / 2, 0.3, line_colour, "#ffffff", "#ffffff", 4)
    return "".join(
        [
            outer,
            inner,
            stamp("across", across, [move(x, y), move(x, y + h)]),
            stamp("down", down, [f"matrix(0 1 1 0 {n(xx)} {n(y)})" for xx in (x, x + w)]),
            stamp("block", knot, corners),
        ]
    )


def three_lobes(r, amp, per=4):
    """One closed curve of three lobes round the origin."""
    steps = 3 * per
    d = 2 * pi / steps
    points = []
    for i in range(steps + 1):
        a = i * d
        rad, drad = r + amp * cos(3 * a), -amp * 3 * sin(3 * a)
        tangent = (drad * cos(a) - rad * sin(a)) * d, (drad * sin(a) + rad * cos(a)) * d
        points.append((rad * cos(a), rad * sin(a), *tangent))
    return hermite(points)


def rosette(name, cx, cy, r, colour, width=0.14, copies=28):
    """Lace of one three-lobed curve turned many times, inside two rings of waves."""
    lace = path(three_lobes(r * 0.46, r * 0.24))
    outer = path(lobes(0, 0, r * 0.83, r * 0.075, 36))
    rim = path(lobes(0, 0, r * 0.955, r * 0.035, 60))
    parts = [
        stamp(name, lace, [f"rotate({n(120 * k / copies)})" for k in range(copies)]),
        stamp(name + "a", outer, [f"rotate({n(10 * k / 5)})" for k in range(5)]),
        stamp(name + "b", rim, [f"rotate({n(6 * k / 3)})" for k in range(3)]),
    ]
    style = {"fill": "none", "stroke": colour, "stroke_width": width}
    return group(parts, **style, transform=move(cx, cy))
