"""The pen of the drawn pictures: palette, line weight, basic shapes and the frame that places a drawing."""

import re
from collections.abc import Iterable

WIDTH, HEIGHT = 1200, 600
LINE, THIN = 5, 3.5
FLOOR = 500

PAPER, WASH, GROUND, INK = "#ffffff", "#e7f1f1", "#f3f6f5", "#15201f"
ACT, ACT_MID, ACT_PALE, GREY = "#0a5660", "#2f7a82", "#a3cccd", "#71807c"
SAF, SAF_WASH, GREEN, GREEN_WASH = "#e9a11b", "#fdf3dd", "#32803b", "#eaf4e9"
RED, RED_WASH = "#8e1b15", "#fcedeb"
SKIN, SKIN_DEEP, HAIR, HAIR_GREY = "#e6b88f", "#c98f62", INK, "#8c9794"
NONE = "none"


def attrs(**values) -> str:
    return "".join(f' {name.rstrip("_").replace("_", "-")}="{value}"' for name, value in values.items() if value is not None)


def path(d: str, fill: str = NONE, **more) -> str:
    return f'<path d="{d}"{attrs(fill=fill, **more)}/>'


def line(*points: tuple[float, float], **more) -> str:
    """An open stroke through the given points."""
    return path("M" + "L".join(f"{x:.5g} {y:.5g}" for x, y in points), **more)


def shape(*points: tuple[float, float], fill: str = PAPER, **more) -> str:
    """A closed shape through the given points."""
    return path("M" + "L".join(f"{x:.5g} {y:.5g}" for x, y in points) + "Z", fill, **more)


def rect(x: float, y: float, w: float, h: float, fill: str = PAPER, r: float = 0, **more) -> str:
    return f"<rect{attrs(x=x, y=y, width=w, height=h, rx=r or None, fill=fill, **more)}/>"


def circle(x: float, y: float, r: float, fill: str = PAPER, **more) -> str:
    return f"<circle{attrs(cx=x, cy=y, r=r, fill=fill, **more)}/>"


def ellipse(x: float, y: float, rx: float, ry: float, fill: str = PAPER, **more) -> str:
    return f"<ellipse{attrs(cx=x, cy=y, rx=rx, ry=ry, fill=fill, **more)}/>"


def flat(part: str) -> str:
    """The part without any outline."""
    return f'<g stroke="none">{part}</g>'


def thick(points: Iterable[tuple[float, float]], width: float, colour: str, cap: str = "round") -> str:
    """A stroke whose width belongs to the thing drawn, so that it grows and shrinks with it."""
    return line(*points, stroke=colour, style=f"stroke-width:{width:.4g}", stroke_linecap=None if cap == "round" else cap)


def limb(points: Iterable[tuple[float, float]], width: float, colour: str, rim: float = LINE) -> str:
    """A thick bent stroke with an outline: a sleeve, a leg, a hose."""
    points = list(points)
    return thick(points, width, INK) + thick(points, max(width - 2 * rim, 1), colour)


def at(x: float, y: float, *parts: str, s: float = 1, flip: bool = False, turn: float = 0) -> str:
    """Place parts drawn around (0, 0); outlines keep their weight whatever the scale."""
    turned = f" rotate({turn})" if turn else ""
    scale = f" scale({-s if flip else s:g} {s:g})" if flip or s != 1 else ""
    body = "".join(parts)
    if s != 1:
        body = re.sub(r'stroke-width="([\d.]+)"', lambda found: f'stroke-width="{float(found[1]) / s:.4g}"', body)
    return f'<g transform="translate({x:.5g} {y:.5g}){turned}{scale}" stroke-width="{LINE / s:.4g}">{body}</g>'


def text_lines(x: float, y: float, lengths: Iterable[float], gap: float = 16, colour: str = INK, weight: float = THIN) -> str:
    """Strokes that stand for writing."""
    return "".join(line((x, y + gap * i), (x + length, y + gap * i), stroke=colour, stroke_width=weight) for i, length in enumerate(lengths))


def tick(x: float, y: float, size: float = 12, colour: str = GREEN, weight: float = LINE) -> str:
    return line((x, y), (x + size * 0.4, y + size * 0.4), (x + size, y - size * 0.4), stroke=colour, stroke_width=weight)


def cross(x: float, y: float, size: float = 12, colour: str = RED, weight: float = LINE) -> str:
    half = size / 2
    return line((x - half, y - half), (x + half, y + half), stroke=colour, stroke_width=weight) + line(
        (x - half, y + half), (x + half, y - half), stroke=colour, stroke_width=weight
    )


def arrow(*points: tuple[float, float], colour: str = INK, weight: float = LINE, head: float = 14) -> str:
    """A stroke with a point at its last end."""
    (x0, y0), (x1, y1) = points[-2:]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1
    ux, uy = (x1 - x0) / length * head, (y1 - y0) / length * head
    barbs = line((x1 - ux - uy, y1 - uy + ux), (x1, y1), (x1 - ux + uy, y1 - uy - ux), stroke=colour, stroke_width=weight)
    return line(*points, stroke=colour, stroke_width=weight) + barbs


def room(wall: str = WASH, floor: str = GROUND, level: float = FLOOR) -> str:
    """The two flat grounds of an indoor picture and the line between them."""
    return flat(rect(0, 0, WIDTH, level, wall) + rect(0, level, WIDTH, HEIGHT - level, floor)) + line((0, level), (WIDTH, level))


def plain(wall: str = WASH) -> str:
    return flat(rect(0, 0, WIDTH, HEIGHT, wall))


def picture(*parts: str) -> str:
    """The whole SVG document of one 1200 × 600 picture."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
    body = f'<g fill="none" stroke="{INK}" stroke-width="{LINE}" stroke-linecap="round" stroke-linejoin="round">{"".join(parts)}</g>'
    return f"{head}{body}</svg>"
