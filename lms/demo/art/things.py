"""Small things that people hold or that lie on a table; most stand on (0, 0) at their lower middle."""

from .kit import (
    ACT,
    ACT_MID,
    ACT_PALE,
    GREEN,
    GREEN_WASH,
    GREY,
    INK,
    PAPER,
    RED,
    SAF,
    SAF_WASH,
    SKIN,
    THIN,
    WASH,
    arrow,
    at,
    circle,
    cross,
    ellipse,
    line,
    path,
    rect,
    shape,
    text_lines,
    tick,
)


def sheet(w: float = 44, h: float = 56, rows: int = 3, fill: str = PAPER) -> str:
    lengths = [w - 18 if i % 2 == 0 else w - 26 for i in range(rows)]
    return rect(-w / 2, -h, w, h, fill) + text_lines(-w / 2 + 9, -h + 14, lengths, gap=(h - 16) / max(rows, 1))


def clipboard(ticks: int = 2) -> str:
    rows = "".join(tick(-18, -52 + 22 * i, 12, GREEN, 4) + line((2, -52 + 22 * i), (18, -52 + 22 * i), stroke_width=THIN) for i in range(ticks))
    return rect(-27, -76, 54, 72, PAPER, 3) + rect(-12, -83, 24, 13, SAF, 3) + rows


def notebook(fill: str = SAF) -> str:
    return rect(-20, -52, 40, 52, fill, 3) + line((-11, -52), (-11, 0), stroke_width=THIN)


def open_book(w: float = 70) -> str:
    half = w / 2
    left = f"M0 0C-10 -8 {-half + 8} -8 {-half} -4L{-half} -38C{-half + 8} -42 -10 -42 0 -34Z"
    right = left.replace(f"{-half + 8}", f"{half - 8}").replace(f"{-half}", f"{half}").replace("-10 ", "10 ")
    return path(left, PAPER) + path(right, PAPER)


def pencil(colour: str = SAF) -> str:
    return shape((-4, 0), (4, 0), (4, -32), (-4, -32), fill=colour, stroke_width=THIN) + shape((-4, 0), (4, 0), (0, 9), fill=INK, stroke_width=2)


def phone(w: float = 30, h: float = 52, screen: str = WASH, show: str = "") -> str:
    glass = rect(-w / 2 + w * 0.12, -h + h * 0.1, w * 0.76, h * 0.74, screen, 1, stroke_width=THIN)
    return rect(-w / 2, -h, w, h, INK, w * 0.14) + glass + circle(0, -h * 0.08, w * 0.04, PAPER, stroke="none") + show


def coin(r: float = 18) -> str:
    return circle(0, 0, r, SAF) + circle(0, 0, r * 0.55, SAF_WASH, stroke_width=THIN)


def banknote(w: float = 70, h: float = 34, fill: str = GREEN_WASH) -> str:
    return rect(-w / 2, -h, w, h, fill, 2) + circle(0, -h / 2, h * 0.26, GREEN, stroke_width=THIN)


def bank_card(w: float = 60, h: float = 38, fill: str = ACT) -> str:
    return (
        rect(-w / 2, -h, w, h, fill, 5)
        + rect(-w / 2 + 8, -h + 11, 12, 10, SAF, 1, stroke_width=2)
        + line((4, -9), (w / 2 - 8, -9), stroke=PAPER, stroke_width=3)
    )


def identity_card(w: float = 66, h: float = 42) -> str:
    face = circle(-w / 2 + 18, -h + 16, 7, SKIN, stroke_width=THIN) + path(f"M{-w / 2 + 8} -7c2 -14 18 -14 20 0Z", ACT_MID, stroke_width=THIN)
    return rect(-w / 2, -h, w, h, PAPER, 4) + face + text_lines(2, -h + 13, (20, 14, 20), gap=10, weight=3)


def purse(fill: str = RED) -> str:
    return (
        path("M-30 0C-38 -20 -30 -40 -18 -42L18 -42C30 -40 38 -20 30 0Z", fill) + path("M-12 -42c0 -18 24 -18 24 0") + circle(0, -36, 5, SAF, stroke_width=THIN)
    )


def bag(fill: str = SAF) -> str:
    return path("M-32 0L-28 -46L28 -46L32 0Z", fill) + path("M-15 -46c0 -32 30 -32 30 0")


def cup(fill: str = PAPER) -> str:
    return path("M-11 -26L11 -26L8 0L-8 0Z", fill)


def tea_cup() -> str:
    return (
        path("M-15 -22L15 -22C15 -6 8 0 0 0C-8 0 -15 -6 -15 -22Z", PAPER)
        + path("M15 -18c12 -2 12 12 -2 12", stroke_width=4)
        + path("M-5 -30q5 -6 0 -12M6 -30q5 -6 0 -12", stroke_width=THIN)
    )


def jug() -> str:
    return path("M-16 -54L16 -54C12 -40 22 -30 22 -12C22 -2 14 0 0 0C-14 0 -22 -2 -22 -12C-22 -30 -12 -40 -16 -54Z", ACT_PALE) + path("M18 -44c22 0 20 28 4 28")


def bottle() -> str:
    return path("M-10 0L-10 -34C-10 -42 -5 -42 -5 -50L5 -50C5 -42 10 -42 10 -34L10 0Z", ACT_PALE) + rect(-6, -58, 12, 9, ACT, 2, stroke_width=THIN)


def water_tank() -> str:
    """A blue bottle on a stand with a tap."""
    drum = path("M-30 -150C-30 -164 -24 -172 -14 -176L14 -176C24 -172 30 -164 30 -150L30 -100L-30 -100Z", ACT_PALE)
    waves = path("M-20 -138q10 6 20 0t20 0", stroke_width=THIN)
    return rect(-36, -100, 72, 100, PAPER, 4) + drum + waves + path("M-8 -76h16v12h-6v10h-6v-10h-4z", SAF, stroke_width=THIN) + line((-18, -40), (18, -40))


def cloth(fill: str = SAF, w: float = 60) -> str:
    return path(f"M{-w / 2} 0C{-w / 2} -14 {-w / 4} -18 0 -12C{w / 4} -20 {w / 2} -12 {w / 2} 0Z", fill)


def bundle(fill: str = ACT_PALE, band: str = SAF) -> str:
    """A tied pile of cut cloth."""
    layers = "".join(rect(-34, -14 - 13 * i, 68, 14, fill if i % 2 == 0 else PAPER, 5) for i in range(3))
    return layers + rect(-7, -41, 14, 42, band, 2, stroke_width=THIN)


def garment(fill: str = SAF) -> str:
    """A shirt spread out, its collar at (0, -60)."""
    return path("M-16 -60L-44 -46L-34 -24L-24 -30L-24 0L24 0L24 -30L34 -24L44 -46L16 -60C10 -50 -10 -50 -16 -60Z", fill)


def pay_slip(h: float = 150, w: float = 74) -> str:
    rows = "".join(
        line((-w / 2 + 10, -h + 22 + 20 * i), (-w / 2 + 34, -h + 22 + 20 * i), stroke_width=THIN)
        + line((w / 2 - 10 - (18 if i % 2 else 12), -h + 22 + 20 * i), (w / 2 - 10, -h + 22 + 20 * i), stroke=ACT, stroke_width=7)
        for i in range(int((h - 40) // 20))
    )
    edge = "".join(f"l{w / 12} {6 if i % 2 == 0 else -6}" for i in range(12))
    return (
        path(f"M{w / 2} 0L{w / 2} {-h}L{-w / 2} {-h}L{-w / 2} 0{edge}Z", PAPER) + rows + line((-w / 2 + 10, -14), (w / 2 - 10, -14), stroke=SAF, stroke_width=8)
    )


def envelope(w: float = 120, h: float = 84, fill: str = SAF_WASH, picture: str = "") -> str:
    """An open envelope with a picture on it and a note that looks out."""
    flap = path(f"M{-w / 2} {-h}L{-w / 2 + 30} {-h - 44}L{w / 2 - 30} {-h - 44}L{w / 2} {-h}Z", ACT_PALE)
    note = at(0, -h + 20, banknote(w * 0.6, 46))
    return flap + note + rect(-w / 2, -h, w, h, fill, 3) + picture


def bubble(w: float = 110, h: float = 70, inside: str = "", tail: int = -1, fill: str = PAPER) -> str:
    """A speech bubble centred on (0, 0); ``tail`` -1 points down left, 1 down right."""
    x = tail * w * 0.2
    body = f"M{-w / 2 + 16} {-h / 2}H{w / 2 - 16}Q{w / 2} {-h / 2} {w / 2} {-h / 2 + 16}V{h / 2 - 16}Q{w / 2} {h / 2} {w / 2 - 16} {h / 2}"
    if tail > 0:
        body += f"H{x + 14}L{x + 22} {h / 2 + 24}L{x - 14} {h / 2}"
    else:
        body += f"H{x + 14}L{x - 22} {h / 2 + 24}L{x - 14} {h / 2}"
    body += f"H{-w / 2 + 16}Q{-w / 2} {h / 2} {-w / 2} {h / 2 - 16}V{-h / 2 + 16}Q{-w / 2} {-h / 2} {-w / 2 + 16} {-h / 2}Z"
    return path(body, fill) + inside


def thought(w: float = 110, h: float = 70, inside: str = "", fill: str = PAPER) -> str:
    """A cloud of thought centred on (0, 0)."""
    a, b = w / 2, h / 2
    cloud = (
        f"M{-a * 0.6} {b * 0.8}C{-a * 1.15} {b * 0.9} {-a * 1.2} {-b * 0.1} {-a * 0.75} {-b * 0.25}C{-a * 0.8} {-b} {-a * 0.15} {-b * 1.2} {a * 0.05} {-b * 0.7}"
        f"C{a * 0.4} {-b * 1.2} {a * 0.95} {-b * 0.8} {a * 0.75} {-b * 0.2}C{a * 1.2} {-b * 0.05} {a * 1.1} {b * 0.9} {a * 0.6} {b * 0.8}C{a * 0.3} {b * 1.1} {-a * 0.3} {b * 1.1} {-a * 0.6} {b * 0.8}Z"
    )
    return path(cloud, fill) + inside


def torch() -> str:
    beam = path("M22 -10L90 -42L90 22Z", SAF_WASH, stroke="none")
    return beam + rect(-28, -17, 34, 14, INK, 3) + path("M6 -18L22 -24L22 4L6 -2Z", SAF)


def stopwatch(r: float = 20) -> str:
    return (
        rect(-5, -r - 12, 10, 10, SAF, 2, stroke_width=THIN)
        + circle(0, 0, r, PAPER)
        + line((0, 0), (0, -r * 0.6), stroke_width=4)
        + line((0, 0), (r * 0.4, r * 0.2), stroke_width=4)
    )


def flame(s: float = 1) -> str:
    return at(
        0,
        0,
        path("M0 0C-34 0 -40 -30 -22 -52C-20 -40 -14 -38 -12 -44C-12 -66 -2 -80 10 -92C8 -72 34 -56 32 -28C32 -8 20 0 0 0Z", RED),
        path("M0 0C-16 0 -20 -16 -8 -32C-4 -24 0 -30 4 -42C8 -28 20 -20 16 -8C14 -2 8 0 0 0Z", SAF),
        s=s,
    )


def carton(w: float = 90, h: float = 66, fill: str = SAF_WASH) -> str:
    return rect(-w / 2, -h, w, h, fill) + rect(-9, -h, 18, 20, SAF, stroke_width=THIN) + line((-w / 2 + 10, -14), (-w / 2 + 34, -14), stroke_width=THIN)


def umbrella(r: float = 70) -> str:
    k = r / 70
    ribs = (
        f"M{-70 * k} 0C{-70 * k} {-82 * k} {70 * k} {-82 * k} {70 * k} 0Q{47 * k} {-18 * k} {23 * k} 0Q0 {-18 * k} {-23 * k} 0Q{-47 * k} {-18 * k} {-70 * k} 0Z"
    )
    return (
        line((0, -6), (0, 74 * k))
        + path(f"M0 {74 * k}c0 14 -18 14 -18 0")
        + path(ribs, SAF)
        + path(f"M{-23 * k} 0C{-20 * k} {-30 * k} -6 {-50 * k} 0 {-62 * k}C6 {-50 * k} {20 * k} {-30 * k} {23 * k} 0", stroke_width=THIN)
    )


def heart(fill: str = RED, s: float = 1) -> str:
    return at(0, 0, path("M0 20C-30 0 -28 -22 -12 -22C-4 -22 0 -16 0 -10C0 -16 4 -22 12 -22C28 -22 30 0 0 20Z", fill), s=s)


def question(colour: str = INK, s: float = 1) -> str:
    return at(0, 0, path("M-13 -12C-12 -30 14 -30 14 -12C14 2 0 2 0 14", stroke=colour), circle(0, 27, 3, colour, stroke=colour), s=s)


def bolt(fill: str = SAF, s: float = 1) -> str:
    return at(0, 0, path("M4 -34L-18 4L-2 4L-8 34L18 -8L2 -8L12 -34Z", fill), s=s)


def stone(w: float = 130, h: float = 40, fill: str = ACT_PALE) -> str:
    return ellipse(0, 10, w / 2, h / 2, GREY) + ellipse(0, 0, w / 2, h / 2, fill)


def check_disc(r: float = 24, ok: bool = True) -> str:
    return circle(0, 0, r, GREEN if ok else RED) + (tick(-r * 0.45, 2, r * 0.95, PAPER, 6) if ok else cross(0, 0, r * 0.8, PAPER, 6))


def up_arrow(colour: str = GREEN) -> str:
    return arrow((0, 20), (0, -20), colour=colour, weight=7, head=15)


def flag(fill: str = SAF, h: float = 90) -> str:
    return line((0, 0), (0, -h)) + path(f"M0 {-h}C22 {-h - 12} 36 {-h + 10} 62 {-h}L62 {-h + 38}C36 {-h + 48} 22 {-h + 26} 0 {-h + 38}Z", fill)


def calendar(w: float = 120, h: float = 110, columns: int = 5, rows: int = 3, marks: tuple[int, ...] = ()) -> str:
    """A wall calendar hanging from (0, 0)."""
    dx, dy = (w - 16) / columns, (h - 40) / rows
    cells = ""
    for i in range(columns * rows):
        fill = SAF if i in marks else WASH
        cells += rect(
            round(-w / 2 + 10 + dx * (i % columns), 1), round(34 + dy * (i // columns), 1), round(dx - 5, 1), round(dy - 5, 1), fill, 2, stroke_width=2.5
        )
    return rect(-w / 2, 0, w, h, PAPER, 3) + rect(-w / 2, 0, w, 24, ACT, 3) + line((-w / 5, -6), (-w / 5, 8)) + line((w / 5, -6), (w / 5, 8)) + cells


def rice_bowl() -> str:
    return path("M-26 -30C-22 -46 22 -46 26 -30Z", PAPER, stroke_width=4) + path(
        "M-32 -30L32 -30C32 -10 18 0 0 0C-18 0 -32 -10 -32 -30Z", ACT_MID, stroke_width=4
    )


def small_house(fill: str = SAF) -> str:
    return rect(-22, -30, 44, 30, PAPER, stroke_width=4) + path("M-30 -28L0 -54L30 -28Z", fill, stroke_width=4) + rect(-7, -18, 14, 18, ACT, stroke_width=THIN)


def piggy_bank() -> str:
    legs = rect(-20, -8, 10, 10, SAF, stroke_width=THIN) + rect(12, -8, 10, 10, SAF, stroke_width=THIN)
    return (
        legs
        + ellipse(0, -22, 32, 20, SAF, stroke_width=4)
        + path("M20 -38l10 -10l2 16", SAF, stroke_width=4)
        + rect(30, -28, 10, 13, SAF, 3, stroke_width=4)
        + line((-9, -40), (7, -40), stroke_width=4)
        + path("M-32 -26c-12 0 -10 -12 -4 -10", stroke_width=THIN)
    )


def tick3() -> str:
    """Three points of a list."""
    return "".join(tick(-58, -26 + 28 * i, 16) + line((-30, -26 + 28 * i), (50 - 14 * (i % 2), -26 + 28 * i), stroke_width=THIN) for i in range(3))
