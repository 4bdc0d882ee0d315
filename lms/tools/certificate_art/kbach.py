"""Khmer ornament: flame leaves, lotus petals, tendrils and vines."""

from math import atan2, cos, pi, radians, sin

from lms.tools.certificate_art.geometry import (
    circle,
    frame,
    group,
    move,
    n,
    path,
    ribbon,
    stamp,
    walk,
    xy,
)

LEAF_STEPS, TENDRIL_STEPS, VINE_STEPS = 2, 11, 3


def leaf(x, y, heading, length, width, curl, power=1.7):
    """One flame leaf: round belly near the root, tip that curls away."""
    spine = walk(x, y, heading, length, curl, power, LEAF_STEPS)

    def half(t):
        return width * (sin(pi * t**0.62) ** 0.9) * (1 - t) ** 0.25 if 0 < t < 1 else 0

    return ribbon(spine, half)


def petal(x, y, tilt, height, width):
    """Lotus petal: an ogee with a drawn-out tip, root at (x, y), upright when tilt is 0."""
    outline = [(0, 0), (-0.62, 0.04), (-0.72, 0.48), (-0.24, 0.74)]
    outline += [(-0.1, 0.83), (-0.03, 0.92), (0, 1)]
    outline += [(-u, v) for u, v in reversed(outline[:-1])]
    c, s = cos(tilt), sin(tilt)
    points = []
    for u, v in outline:
        across, up = u * width, v * height
        points.append(xy(x + across * c + up * s, y + across * s - up * c))
    curves = "".join("C" + " ".join(points[i : i + 3]) for i in range(1, len(points), 3))
    return f"M{points[0]}{curves}Z"


def bud(x, y, tilt, height, width):
    """A small petal of two curves, for places too small to see more."""
    c, s = cos(tilt), sin(tilt)
    outline = [(0, 0), (-0.8, 0.35), (-0.25, 0.75), (0, 1), (0.25, 0.75), (0.8, 0.35), (0, 0)]
    points = [
        xy(x + u * width * c + v * height * s, y + u * width * s - v * height * c)
        for u, v in outline
    ]
    return f"M{points[0]}C{' '.join(points[1:4])}C{' '.join(points[4:])}Z"


def carved_petal(x, y, tilt, height, width, colour, paper, line):
    """A petal with an inner rim and a heart, as in carved relief."""

    def up(k):
        return x + sin(tilt) * height * k, y - cos(tilt) * height * k

    rim = petal(*up(0.1), tilt, height * 0.68, width * 0.62)
    heart = petal(*up(0.18), tilt, height * 0.36, width * 0.28)
    return (
        path(petal(x, y, tilt, height, width), fill=colour, stroke=paper, stroke_width=line)
        + path(rim, fill="none", stroke=paper, stroke_width=n(line * 0.8))
        + path(heart, fill=paper)
    )


def lotus(x, y, size, colour, paper, line=0.18):
    parts = []
    for angle, k in ((66, 0.78), (36, 0.92)):
        for side in (-1, 1):
            tilt = side * radians(angle)
            parts.append(carved_petal(x, y, tilt, size * k, size * 0.4, colour, paper, line))
    parts.append(carved_petal(x, y, 0, size, size * 0.44, colour, paper, line))
    return "".join(parts)


def flower(x, y, r, colour, paper, petals=4, turn=0.0, line=0.12):
    width = r * (0.62 if petals < 6 else 0.4)
    parts = [
        carved_petal(x, y, turn + 2 * pi * i / petals, r, width, colour, paper, line)
        for i in range(petals)
    ]
    heart = circle(x, y, r * 0.2, fill=colour, stroke=paper, stroke_width=line)
    return "".join(parts) + heart


def tendril(cx, cy, radius, side, stem, leaves):
    """Outlines of a tendril that winds round (cx, cy): its leaves, itself, the small flower in it.

    `leaves` are (place, length).
    """
    points = []
    for i in range(TENDRIL_STEPS + 1):
        t = i / TENDRIL_STEPS
        angle, r = pi + side * 2 * pi * 1.32 * t, radius * (1 - 0.72 * t**0.85)
        points.append((cx + r * cos(angle), cy + r * sin(angle)))
    spine = [(x, y, _heading(points, i), i / TENDRIL_STEPS) for i, (x, y) in enumerate(points)]
    blades = ""
    for place, length in leaves:
        x, y, heading, _ = spine[round(place * TENDRIL_STEPS)]
        for turn, size, width, curl in ((0.25, 1, 0.2, 1.25), (0.55, 0.62, 0.14, 1.5)):
            towards = heading - side * turn
            blades += leaf(x, y, towards, length * size, length * width, -side * curl)
    outline = ribbon(spine, lambda t: stem * min(1, t / 0.2 + 0.15) * (1 - 0.5 * t))
    r = radius * 0.46
    eye = "".join(bud(cx, cy, pi / 4 + pi / 2 * i, r, r * 0.62) for i in range(4))
    return blades, outline, eye


def _heading(points, i):
    (x0, y0), (x1, y1) = points[max(0, i - 1)], points[min(len(points) - 1, i + 1)]
    return atan2(y1 - y0, x1 - x0)


def vine(bends, height, colour, paper, line=0.12, *, tip=False):
    """Running vine along x from 0, centred on y=0: a wave, in each bend a tendril with leaves.

    `bends` are the lengths of the half waves; `height` belongs to the first, the others follow in
    proportion.
    """
    style = {"fill": colour, "stroke": paper}
    blades, stems, eyes, wave, x0 = "", "", "", [], 0.0
    for i, half in enumerate(bends):
        up = -1 if i % 2 == 0 else 1
        h = height * half / bends[0]
        amp, r = h * 0.40, min(half, h) * 0.36
        blades += leaf(
            x0 + half * 0.02, -up * amp * 0.05, -up * 0.5, half * 0.5, h * 0.07, up * 1.9
        )
        leaves = ((0.34, r * 1.25), (0.46, r * 1.15), (0.58, r * 0.9))
        found = tendril(x0 + half * 0.5, up * amp * 0.22, r, -up, h * 0.042, leaves)
        blades, stems, eyes = blades + found[0], stems + found[1], eyes + found[2]
        for k in range(VINE_STEPS + (i == len(bends) - 1)):
            u = k / VINE_STEPS
            heading = atan2(up * amp * pi / half * cos(pi * u), 1)
            wave.append((x0 + half * u, up * amp * sin(pi * u), heading, h))
        x0 += half
    parts = [
        path(blades, **style, stroke_width=line),
        path(stems, **style, stroke_width=n(line * 0.7)),
        path(eyes, **style, stroke_width=n(line * 0.6)),
    ]
    if tip:
        parts.append(_tip(x0, 1 if len(bends) % 2 else -1, wave[-1][3], colour))
    parts.append(path(ribbon(wave, lambda h: h * 0.036), **style, stroke_width=line))
    return "".join(parts)


def _tip(x, up, h, colour):
    """Two leaves and three dots at the end of a vine."""
    parts = [
        path(leaf(x - 0.1, 0, up * 0.95, h * 0.85, h * 0.12, -up * 1.5), fill=colour),
        path(leaf(x - 0.1, 0, up * 0.5, h * 0.6, h * 0.09, -up * 1.3), fill=colour),
    ]
    parts += [
        circle(x + h * (0.95 + 0.32 * i), 0, h * (0.09 - 0.022 * i), fill=colour) for i in range(3)
    ]
    return "".join(parts)


def petal_row(x, y, length, count, height, colour, paper, line=0.1):
    step = length / count
    parts = [
        path(petal(x + step * i, y, 0, height * 0.62, step * 0.5), fill=colour)
        for i in range(1, count)
    ]
    for i in range(count):
        where = x + step * (i + 0.5)
        parts.append(carved_petal(where, y, 0, height, step * 0.66, colour, paper, line))
    return "".join(parts)


def corner(colour, paper, reach, line=0.13):
    """Corner piece for the top left: a quarter lotus, a vine that thins out along each edge."""
    k = reach / 46
    bends = [8.4 * k, 6.9 * k, 5.7 * k, 4.7 * k]
    turned = move(13.2 * k, 5.0 * k, "rotate(-4.2)")
    arm = group([vine(bends, 8.2 * k, colour, paper, line, tip=True)], transform=turned)
    parts = [arm, group([arm], transform="matrix(0 1 1 0 0 0)")]
    o, style = 2.9 * k, {"fill": colour, "stroke": paper}
    for i in range(4):
        length = (15.6 if i in (1, 2) else 13.4) * k
        thin = petal(o, o, pi / 2 + radians(11.25 + 22.5 * i), length, 2.1 * k)
        parts.append(path(thin, **style, stroke_width=line))
    for i, size in ((0, 11.4), (4, 11.4), (1, 13), (3, 13), (2, 15)):
        tilt = pi / 2 + radians(22.5 * i)
        parts.append(carved_petal(o, o, tilt, size * k, size * 0.27 * k, colour, paper, line))
    parts.append(circle(o, o, 3.3 * k, **style, stroke_width=line * 2))
    parts.append(flower(o, o, 2.7 * k, paper, colour, 4, pi / 4, line * 0.8))
    return "".join(parts)


def half_vines(x, y, w, h, height, colour, paper, gap, centre, half=8.7):
    """Eight vines on the edges of a rectangle, leaving `gap` at corners, `centre` in the middle."""

    def count(length):
        return max(1, round((length / 2 - gap - centre) / (2 * half)))

    across, down = count(w), count(h)
    unit = (w / 2 - gap - centre) / (2 * across)
    stretch = (h / 2 - gap - centre) / (2 * down) / unit
    bend = vine([unit, unit], height, colour, paper)
    row = stamp("bend", bend, [move(2 * unit * i, 0) for i in range(across)])
    places = [move(2 * unit * i * stretch, 0, f"scale({stretch:.4f} 1)") for i in range(down)]
    column = "".join(f'<use href="#bend" transform="{place}"/>' for place in places)
    signs = [(sx, sy) for sx in (1, -1) for sy in (1, -1)]
    rows = [
        f"matrix({sx} 0 0 {sy} {xy(x + gap if sx > 0 else x + w - gap, y if sy > 0 else y + h)})"
        for sx, sy in signs
    ]
    columns = [
        f"matrix(0 {sy} {sx} 0 {xy(x if sx > 0 else x + w, y + gap if sy > 0 else y + h - gap)})"
        for sx, sy in signs
    ]
    return stamp("row", row, rows) + stamp("column", column, columns)


def block(half, width, colour, fill, paper, petals):
    """A square with a flower, for the corner of a band."""
    square = frame(-half, -half, 2 * half, 2 * half, colour, width, fill=fill)
    return square + flower(0, 0, half * 0.92, colour, paper, petals, pi / petals)
