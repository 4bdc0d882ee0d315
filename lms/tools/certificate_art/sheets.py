"""The five sheets and the two small pieces, ready to write."""

from math import pi

from lms.tools.certificate_art.geometry import (
    bar,
    circle,
    frame,
    group,
    lobes,
    move,
    n,
    path,
    sheet,
    stamp,
    xy,
)
from lms.tools.certificate_art.geometry import four as in_four_corners
from lms.tools.certificate_art.guilloche import braid, braided_frame, rosette
from lms.tools.certificate_art.kbach import (
    block,
    corner,
    flower,
    half_vines,
    leaf,
    lotus,
    petal_row,
    vine,
)

TEAL, TEAL_DEEP, TEAL_MID, TEAL_PALE = "#0f5257", "#0b3a40", "#4f8a8b", "#a9cbc8"
GOLD, GOLD_LIGHT, GOLD_BREATH = "#c08a2b", "#d8aa55", "#f8f1e0"
LACQUER, LACQUER_DEEP = "#5b1626", "#42101c"
SAFFRON, WHITE = "#d9901a", "#ffffff"


def completion():
    w, h = 297, 210
    parts = [
        rosette("lace", w / 2, 104, 66, "#e2edeb", 0.2),
        frame(8.4, 8.4, w - 16.8, h - 16.8, TEAL, 0.55),
        braided_frame(12.2, 12.2, w - 24.4, h - 24.4, 5.4, TEAL, TEAL_MID, 22),
        frame(15.9, 15.9, w - 31.8, h - 31.8, GOLD, 0.5),
        in_four_corners("corner", corner(GOLD, WHITE, 44), 17.7, 17.7, w - 35.4, h - 35.4),
    ]
    return sheet(w, h, parts)


def attendance():
    w, h = 210, 297
    x, y, bw, bh = 11, 11, 15, h - 22
    clip = '<clipPath id="page"><rect x="28" y="6.5" width="175.5" height="284"/></clipPath>'
    lace = group([rosette("lace", 116, 128, 84, "#e8f1f0", 0.2)], clip_path="url(#page)")
    parts = [clip, lace, bar(x, y, bw, bh, TEAL)]
    parts += [
        frame(x + 1, y + 1, bw - 2, bh - 2, "#9cc3c0", 0.15),
        bar(x + bw + 1, y, 0.5, bh, GOLD),
    ]
    mid, top, base = x + bw / 2, y + 20, y + bh - 20
    units, half = 7, (base - top) / 2 - 9
    bend = vine([half / units / 2] * 2, 10.4, TEAL_PALE, TEAL)
    row = stamp("bend", bend, [move(half / units * i, 0) for i in range(units)])
    ends = [f"matrix(0 1 1 0 {xy(mid, top)})", f"matrix(0 -1 1 0 {xy(mid, base)})"]
    parts.append(stamp("row", row, ends))
    centre = (top + base) / 2
    parts.append(flower(mid, centre, 6.4, TEAL_PALE, TEAL, 8))
    parts.append(flower(mid, centre, 3.2, TEAL, TEAL_PALE, 4, pi / 4))
    capital = lotus(0, 0.6, 8.6, TEAL_PALE, TEAL, 0.16)
    capital += petal_row(-6, 4.4, 12, 5, 3, TEAL_PALE, TEAL) + bar(-6, 4.9, 12, 0.5, TEAL_PALE)
    capitals = [f"matrix(1 0 0 {s} {xy(mid, yy + s * 13)})" for s, yy in ((1, y), (-1, y + bh))]
    parts.append(stamp("capital", capital, capitals))
    parts.append(frame(6.5, 6.5, w - 13, h - 13, TEAL, 0.25))
    return sheet(w, h, parts)


def trainer():
    w, h = 297, 210
    band, o = 13, 8
    i = o + band
    ring = f"M{o} {o}H{w - o}V{h - o}H{o}ZM{i} {i}V{h - i}H{w - i}V{i}Z"
    parts = [rosette("lace", w / 2, 108, 70, GOLD_BREATH, 0.22)]
    parts.append(path(ring, fill=LACQUER, fill_rule="evenodd"))
    rules = [(o - 1.2, GOLD, 0.4), (o + 1, GOLD_LIGHT, 0.22), (i - 1, GOLD_LIGHT, 0.22)]
    rules += [(i + 1.2, GOLD, 0.45), (i + 2.2, GOLD, 0.15)]
    parts += [frame(a, a, w - 2 * a, h - 2 * a, colour, width) for a, colour, width in rules]
    m = o + band / 2
    parts.append(half_vines(m, m, w - 2 * m, h - 2 * m, 9.4, GOLD_LIGHT, LACQUER, 8.5, 7.5))
    knot = block(5.6, 0.25, GOLD_LIGHT, LACQUER_DEEP, LACQUER_DEEP, 8)
    knot += flower(0, 0, 2.6, LACQUER_DEEP, GOLD_LIGHT, 4, pi / 4, 0.08)
    parts.append(stamp("block", knot, [move(x, y) for x in (m, w - m) for y in (m, h - m)]))
    bud = flower(0, 0, 5.4, GOLD_LIGHT, LACQUER, 8)
    bud += flower(0, 0, 2.7, LACQUER, GOLD_LIGHT, 4, pi / 4, 0.08)
    middles = [(w / 2, m), (w / 2, h - m), (m, h / 2), (w - m, h / 2)]
    parts.append(stamp("bud", bud, [move(*middle) for middle in middles]))
    a = i + 3.4
    parts.append(in_four_corners("corner", corner(GOLD, WHITE, 28), a, a, w - 2 * a, h - 2 * a))
    return sheet(w, h, parts)


def shield(cx, cy, k):
    """Outline of a shield, `k` times 39 mm high."""
    left = [(0, -19), (6, -15), (11, -14), (16, -14), (16.6, 3), (10, 14), (0, 20)]
    outline = left + [(-x, y) for x, y in reversed(left[:-1])]
    points = [xy(cx + x * k, cy + y * k) for x, y in outline]
    curves = "".join("C" + " ".join(points[i : i + 3]) for i in range(1, len(points), 3))
    return f"M{points[0]}{curves}Z"


def osh():
    w, h = 297, 210
    x, y, pw, ph = 10, 10, 74, h - 20
    inside = f'x="{x + 2}" y="{y + 2}" width="{pw - 4}" height="{ph - 4}"'
    lace = rosette("lace", x + pw / 2, 116, 78, "#1b5057", 0.2, 36)
    parts = [
        bar(x, y, pw, ph, TEAL_DEEP),
        f'<clipPath id="panel"><rect {inside}/></clipPath>',
        group([lace], clip_path="url(#panel)"),
        frame(x + 2, y + 2, pw - 4, ph - 4, GOLD_LIGHT, 0.25),
        bar(x + pw + 1.2, y, 0.6, ph, SAFFRON),
        rosette("pale", 226, 112, 46, "#eaf2f1", 0.2),
        frame(x + pw + 3, y, w - 2 * x - pw - 3, ph, TEAL, 0.3),
    ]
    right = w - x - 2
    places = [f"matrix(-1 0 0 {s} {xy(right, yy)})" for s, yy in ((1, y + 2), (-1, y + ph - 2))]
    parts.append(stamp("corner", corner(GOLD, WHITE, 36), places))
    cx, cy = x + pw / 2, 40
    parts += [
        path(shield(cx, cy, 1), fill=TEAL_DEEP, stroke=GOLD_LIGHT, stroke_width=0.7),
        path(shield(cx, cy, 0.9), fill="none", stroke=GOLD_LIGHT, stroke_width=0.2),
        lotus(cx, cy + 5, 15, GOLD_LIGHT, TEAL_DEEP, 0.2),
        bar(cx - 8.6, cy + 6.95, 17.2, 0.5, GOLD_LIGHT),
        bar(cx - 5.6, cy + 8.6, 11.2, 0.4, GOLD_LIGHT),
    ]
    return sheet(w, h, parts)


def yearly():
    w, h = 210, 297
    inner = w - 18.4
    unit = (w / 2 - 10.6 - 7) / 10
    bend = vine([unit, unit], 6.8, TEAL_PALE, TEAL, 0.1)
    row = stamp("bend", bend, [move(2 * unit * i, 0) for i in range(5)])
    parts = [
        frame(8, 8, w - 16, h - 16, TEAL, 0.5),
        frame(9.2, 9.2, inner, h - 18.4, GOLD, 0.2),
        bar(9.2, 9.2, inner, 9, TEAL),
        stamp("row", row, [move(10.8, 13.7), f"matrix(-1 0 0 1 {n(w - 10.8)} 13.7)"]),
        flower(w / 2, 13.7, 4.2, TEAL_PALE, TEAL, 8),
        flower(w / 2, 13.7, 2.1, TEAL, TEAL_PALE, 4, pi / 4, 0.08),
        bar(9.2, 18.8, inner, 0.4, GOLD),
        group([braid(inner, 20, 3.4, "#b9d2d0")], transform=move(9.2, h - 11.6)),
        rosette("lace", w / 2, 172, 74, "#ebf3f2", 0.2),
    ]
    return sheet(w, h, parts)


def divider(width=64, y=6.4):
    """A lotus between two thin leaves, to part title and text."""
    mid = width / 2
    blade = f"M5 0L9.5 -.26L{n(mid - 4)} -.06V.06L9.5 .26Z"
    side = [
        path(leaf(3.2, 0, -0.28, 7.5, 0.75, 0.55), fill=GOLD),
        path(leaf(3.0, 0.1, 0.0, 5, 0.5, 0.6), fill=GOLD),
        path(blade, fill=GOLD),
        circle(mid - 2.6, 0, 0.38, fill=GOLD),
        circle(mid - 1, 0, 0.26, fill=GOLD),
    ]
    sides = [group(side, transform=f"matrix({s} 0 0 1 {xy(mid, y - 0.4)})") for s in (-1, 1)]
    return sheet(width, 7, [lotus(mid, y, 5.6, GOLD, WHITE, 0.14), *sides])


def seal():
    r, c = 17, 18
    rings = [path(lobes(c, c, 13.1, 1.9, 30, 2 * pi * k / 4)) for k in range(4)]
    feet = f"M{n(c - 5.4)} {n(c + 5.4)}h10.8M{n(c - 3.4)} {n(c + 6.5)}h6.8"
    parts = [
        path(lobes(c, c, r, 0.55, 44) + "Z", fill=GOLD),
        circle(c, c, 15.6, fill="none", stroke=WHITE, stroke_width=0.25),
        group(rings, fill="none", stroke=WHITE, stroke_width=0.13),
        circle(c, c, 10.6, fill=LACQUER, stroke=WHITE, stroke_width=0.3),
        circle(c, c, 9.9, fill="none", stroke=GOLD, stroke_width=0.2),
        lotus(c, c + 3.8, 9.6, GOLD, LACQUER, 0.16),
        path(feet, stroke=GOLD, stroke_width=0.35),
    ]
    return sheet(36, 36, parts)


DRAWINGS = {
    "completion": completion,
    "attendance": attendance,
    "trainer": trainer,
    "osh": osh,
    "yearly": yearly,
    "divider-gold": divider,
    "seal": seal,
}
