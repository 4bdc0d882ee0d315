"""Furniture, machines and buildings: the larger parts of a scene, standing on (0, 0) at their lower middle."""

from . import things
from .kit import (
    ACT,
    ACT_MID,
    ACT_PALE,
    GREEN,
    GREY,
    GROUND,
    INK,
    PAPER,
    RED,
    SAF,
    SAF_WASH,
    THIN,
    WASH,
    arrow,
    at,
    circle,
    ellipse,
    flat,
    limb,
    line,
    path,
    rect,
    shape,
    text_lines,
)


def table(w: float = 300, h: float = 90, top: str = PAPER, front: bool = False) -> str:
    legs = rect(-w / 2 + 8, -h + 14, w - 16, h - 14, ACT_PALE) if front else line((-w / 2 + 20, -h), (-w / 2 + 20, 0)) + line((w / 2 - 20, -h), (w / 2 - 20, 0))
    return legs + rect(-w / 2, -h, w, 16, top, 3)


def stool(h: float = 60, w: float = 62, fill: str = SAF) -> str:
    return line((-w / 2 + 10, -h + 8), (-w / 2 + 2, 0)) + line((w / 2 - 10, -h + 8), (w / 2 - 2, 0)) + rect(-w / 2, -h, w, 14, fill, 4)


def chair(fill: str = SAF, h: float = 150) -> str:
    """A chair seen from the front or back; the sitter hides most of it."""
    return line((-38, -60), (-40, 0)) + line((38, -60), (40, 0)) + rect(-42, -h, 84, h - 60, fill, 8)


def desk_top(x: float, y: float, w: float = 840, deep: float = 130, fill: str = ACT_PALE) -> str:
    """A table seen a little from above; its far edge begins at (x, y)."""
    near = [(x + w + 50, y + deep), (x - 50, y + deep)]
    edge = shape(near[1], near[0], (near[0][0], near[0][1] + 22), (near[1][0], near[1][1] + 22), fill=PAPER)
    return shape((x, y), (x + w, y), *near, fill=fill) + edge


def sewing_machine(fill: str = PAPER, light: bool = False) -> str:
    """The head of a machine whose bed stands on (0, 0); the needle is at the left."""
    body = path("M-70 0L-70 -14L40 -14L40 -76L-38 -76L-38 -46L-58 -46L-58 -104L58 -104Q70 -104 70 -92L70 0Z", fill)
    needle = line((-48, -46), (-48, -16), stroke_width=THIN) + line((-56, -20), (-40, -20), stroke_width=THIN)
    wheel = ellipse(76, -72, 8, 22, ACT_MID)
    reel = rect(6, -124, 18, 20, SAF, 2) + line((15, -124), (15, -134), stroke_width=THIN)
    return (
        wheel
        + body
        + needle
        + reel
        + path("M15 -128C-20 -140 -48 -120 -48 -104", stroke_width=2.5)
        + (circle(-48, -60, 5, SAF, stroke_width=THIN) if light else "")
    )


def work_table(w: float = 260, h: float = 118, cloth: str = SAF, flip: bool = False, machine: bool = True) -> str:
    """A sewing table with its machine and a piece of cloth under the needle."""
    head = at(10, -h, sewing_machine()) + at(-62, -h, things.cloth(cloth, 90)) if machine else ""
    motor = rect(-24, -h + 14, 52, 26, GREY, 4)
    frame = line((-w / 2 + 22, -h), (-w / 2 + 22, 0)) + line((w / 2 - 22, -h), (w / 2 - 22, 0)) + line((-w / 2 + 22, -24), (w / 2 - 22, -24), stroke_width=THIN)
    return at(0, 0, motor, frame, rect(-w / 2, -h, w, 15, PAPER, 3), head, flip=flip)


def line_row(count: int, step: float = 150, s: float = 0.5, fill: str = PAPER) -> str:
    """Machines in the background, small and without people."""
    return "".join(
        at(step * i, 0, line((-84, 0), (-84, 70)), line((84, 0), (84, 70)), rect(-104, 0, 208, 13, fill, 2), at(0, 0, sewing_machine(fill)), s=s)
        for i in range(count)
    )


def lamp_rail(count: int = 2, step: float = 130) -> str:
    lamps = "".join(
        line((step * i, 0), (step * i, 26)) + shape((step * i - 28, 26), (step * i + 28, 26), (step * i + 44, 48), (step * i - 44, 48), fill=SAF_WASH)
        for i in range(count)
    )
    return line((-60, 0), (step * (count - 1) + 60, 0)) + lamps


def ceiling_fan(w: float = 190) -> str:
    blades = path(f"M-12 44C{-w / 4} 32 {-w / 2} 34 {-w / 2} 44C{-w / 2} 54 {-w / 4} 56 -12 50Z", ACT_PALE) + path(
        f"M12 44C{w / 4} 32 {w / 2} 34 {w / 2} 44C{w / 2} 54 {w / 4} 56 12 50Z", ACT_PALE
    )
    return line((0, 0), (0, 34)) + blades + path("M-16 34h32v18q-16 12 -32 0Z", PAPER)


def door(w: float = 130, h: float = 250, leaf: str = PAPER, exit_sign: bool = True) -> str:
    sign = at(0, -h - 60, rect(-52, 0, 104, 40, GREEN, 3), arrow((-28, 20), (28, 20), colour=PAPER, weight=6)) if exit_sign else ""
    return (
        rect(-w / 2, -h, w, h, leaf)
        + line((0, -h), (0, 0))
        + line((-12, -h * 0.48), (-12, -h * 0.4), stroke_width=6)
        + line((12, -h * 0.48), (12, -h * 0.4), stroke_width=6)
        + sign
    )


def extinguisher() -> str:
    hose = path("M8 -108c34 -4 30 30 24 62", stroke_width=6)
    return (
        hose
        + rect(-18, -84, 36, 84, RED, 10)
        + rect(-9, -100, 18, 16, PAPER, 2)
        + path("M-20 -106h34l8 -8h-36z", INK)
        + rect(-18, -58, 36, 22, PAPER, stroke_width=THIN)
    )


def window(w: float = 150, h: float = 130, view: str = "") -> str:
    """A window with its sill; the upper middle is (0, 0)."""
    return (
        rect(-w / 2, 0, w, h, PAPER)
        + view
        + line((0, 0), (0, h))
        + line((-w / 2, h / 2), (w / 2, h / 2))
        + line((-w / 2 - 12, h), (w / 2 + 12, h), stroke_width=8)
    )


def notice_board(w: float = 200, h: float = 130) -> str:
    """A board hanging from (0, 0)."""
    notes = (
        at(-w * 0.27, h * 0.78, things.sheet(50, 66))
        + at(w * 0.05, h * 0.7, things.sheet(44, 52, 2, SAF_WASH))
        + at(w * 0.32, h * 0.8, things.sheet(42, 60, 3, WASH))
    )
    return rect(-w / 2, 0, w, h, ACT_PALE, 3) + notes


def flip_chart(inside: str = "", w: float = 190, h: float = 220) -> str:
    legs = line((-w / 2 + 24, -110), (-w / 2 - 6, 0)) + line((w / 2 - 24, -110), (w / 2 + 6, 0)) + line((0, -100), (0, -20))
    return legs + rect(-w / 2, -110 - h, w, h, PAPER, 3) + rect(-w / 2 - 8, -122 - h, w + 16, 18, ACT, 4) + at(0, -110 - h / 2, inside)


def palm(h: float = 260, s: float = 1) -> str:
    trunk = path(f"M-10 0C-4 {-h / 3} -12 {-h * 0.7} 2 {-h}L14 {-h}C4 {-h * 0.7} 10 {-h / 3} 12 0Z", SAF_WASH)
    leaf = path("M0 0C24 -34 72 -34 100 14C70 -8 34 -8 0 0Z", GREEN)
    leaves = "".join(at(8, -h, leaf, turn=turn) + at(8, -h, at(0, 0, leaf, turn=turn), flip=True) for turn in (24, -14, -52))
    return at(0, 0, trunk, leaves, s=s)


def tree(h: float = 240, crown: float = 110, fill: str = GREEN) -> str:
    trunk = path(f"M-16 0C-10 {-h * 0.3} -10 {-h * 0.4} -14 {-h * 0.5}L14 {-h * 0.5}C10 {-h * 0.4} 10 {-h * 0.3} 16 0Z", SAF_WASH)
    c = crown
    leaf = f"M{-c} {-h * 0.5}C{-c * 1.4} {-h * 0.75} {-c * 0.9} {-h} {-c * 0.5} {-h}C{-c * 0.3} {-h * 1.25} {c * 0.3} {-h * 1.25} {c * 0.5} {-h}C{c * 0.9} {-h} {c * 1.4} {-h * 0.75} {c} {-h * 0.5}C{c * 0.5} {-h * 0.36} {-c * 0.5} {-h * 0.36} {-c} {-h * 0.5}Z"
    return trunk + path(leaf, fill)


def factory(w: float = 420, h: float = 170, gate: bool = False, teeth: int = 4) -> str:
    """A factory seen from outside, with a saw-tooth roof and ventilators."""
    step = w / teeth
    roof = f"M{-w / 2} {-h}" + "".join(f"L{-w / 2 + step * i} {-h - 54}L{-w / 2 + step * (i + 1)} {-h}" for i in range(teeth)) + "Z"
    panes = "".join(rect(round(-w / 2 + step * i + step * 0.2, 1), -h + 34, round(step * 0.6, 1), 40, ACT_PALE, stroke_width=4) for i in range(teeth))
    return path(roof, ACT_MID) + rect(-w / 2, -h, w, h, PAPER) + panes + (rect(-46, -78, 92, 78, INK, 2) if gate else "")


def house_room(w: float = 380, h: float = 260) -> str:
    """The front of a rented room with its door, window and step."""
    roof = path(f"M{-w / 2 - 34} {-h}L{-w / 2 + 20} {-h - 70}L{w / 2 - 20} {-h - 70}L{w / 2 + 34} {-h}Z", ACT_MID)
    return (
        rect(-w / 2, -h, w, h, SAF_WASH)
        + roof
        + rect(-w / 2 + 50, -190, 96, 190, ACT)
        + circle(-w / 2 + 132, -92, 5, SAF, stroke="none")
        + at(w / 2 - 96, -196, window(104, 84))
    )


def cash_machine(h: float = 250) -> str:
    """A cash machine with its screen, slot and keys."""
    keys = "".join(rect(-34 + 22 * (i % 3), -h + 132 + 22 * (i // 3), 16, 15, PAPER, 2, stroke_width=2.5) for i in range(9))
    return (
        rect(-70, -h, 140, h, ACT, 8)
        + rect(-52, -h + 26, 104, 76, PAPER, 4)
        + at(0, -h + 66, text_lines(-30, -10, (60, 40), 18, ACT_MID, 6))
        + rect(-52, -h + 116, 104, 98, WASH, 4)
        + keys
        + rect(36, -h + 132, 10, 40, SAF, 2, stroke_width=2.5)
        + rect(-40, -h + 224, 80, 16, INK, 4)
    )


def switch_box(open_: bool = True) -> str:
    """A wall box with a main switch; its middle is (0, 0)."""
    return rect(-36, -52, 72, 104, GREY, 4) + rect(-22, -34, 44, 68, PAPER, 3) + limb([(0, 14), (0, -16 if open_ else 16)], 16, RED)


def bicycle() -> str:
    wheels = "".join(circle(x, -40, 40, "none") + circle(x, -40, 5, INK) for x in (-70, 70))
    return (
        wheels
        + line((-70, -40), (-30, -100), (44, -100), (0, -40), (-70, -40))
        + line((0, -40), (-36, -112))
        + line((70, -40), (40, -124), (56, -132))
        + line((-52, -112), (-20, -112), stroke_width=9)
    )


def balance(left: str, right: str, dip: float = 0, span: float = 300, h: float = 300, drop: float = 118) -> str:
    """A balance on a post; ``dip`` lowers the left pan by so much; pans carry what is drawn on them."""
    half = span / 2
    post = rect(-9, -h, 18, h, ACT_MID, 3) + path("M-70 0Q0 -34 70 0Z", ACT_MID)
    beam = line((-half, -h + dip), (half, -h - dip), stroke_width=12) + circle(0, -h, 16, SAF)
    pans = ""
    for x, y, load in ((-half, -h + dip, left), (half, -h - dip, right)):
        pans += at(
            x,
            y,
            line((-84, drop), (0, 0), (84, drop), stroke_width=THIN),
            load and at(0, drop, load),
            at(0, drop, path("M-98 0L98 0Q76 34 0 34Q-76 34 -98 0Z", SAF)),
        )
    return post + beam + pans


def hill_ground(level: float = 470, fill: str = GROUND) -> str:
    return flat(path(f"M0 {level}C300 {level - 30} 800 {level + 24} 1200 {level}L1200 600L0 600Z", fill)) + path(
        f"M0 {level}C300 {level - 30} 800 {level + 24} 1200 {level}"
    )


def sun(r: float = 60) -> str:
    rays = "".join(f'<g transform="rotate({a})">{line((0, -r - 18), (0, -r - 42), stroke_width=7, stroke=SAF)}</g>' for a in range(0, 360, 45))
    return rays + circle(0, 0, r, SAF)


def thermometer(h: float = 200) -> str:
    return (
        rect(-15, -h, 30, h - 30, PAPER, 15)
        + circle(0, -24, 26, RED)
        + flat(rect(-7, -h + 50, 14, h - 80, RED))
        + "".join(line((15, -h + 40 + 26 * i), (28, -h + 40 + 26 * i), stroke_width=THIN) for i in range(4))
    )


def bench(w: float = 260, h: float = 62, fill: str = SAF) -> str:
    return line((-w / 2 + 26, -h), (-w / 2 + 26, 0)) + line((w / 2 - 26, -h), (w / 2 - 26, 0)) + rect(-w / 2, -h, w, 15, fill, 4)


def mat(w: float = 700, h: float = 150, fill: str = SAF_WASH) -> str:
    lines = "".join(line((-w / 2 + w * k / 8, -h), (-w / 2 - 40 + (w + 80) * k / 8, 0), stroke=SAF, stroke_width=3) for k in range(1, 8))
    return shape((-w / 2, -h), (w / 2, -h), (w / 2 + 40, 0), (-w / 2 - 40, 0), fill=fill) + lines
