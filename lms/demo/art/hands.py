"""Large hands for close views; the arm comes from below (0, 260) and the palm ends near (0, 0)."""

from .kit import ACT, INK, LINE, SKIN, limb, line, rect, thick

FINGER = 27


def finger(x0: float, y0: float, x1: float, y1: float, skin: str = SKIN, width: float = FINGER) -> str:
    return limb([(x0, y0), (x1, y1)], width, skin)


def forearm(skin: str = SKIN, sleeve: str = ACT, length: float = 300) -> str:
    arm = limb([(0, length), (0, 50)], 74, skin)
    return arm + limb([(0, length + 40), (0, 150)], 96, sleeve) + line((-44, 130), (44, 130))


def _palm(skin: str) -> str:
    """The palm melts into the arm: its outline is open at the wrist."""
    return rect(-42, -18, 84, 92, skin, 30) + thick([(0, 66), (0, 90)], 74 - 2 * LINE, skin, cap="butt")


def pointing(skin: str = SKIN, sleeve: str = ACT) -> str:
    """The first finger stretched towards (-18, -92)."""
    curled = "".join(finger(x, 12, x, -14, skin) for x in (8, 30))
    return forearm(skin, sleeve) + finger(-18, 20, -18, -80, skin) + _palm(skin) + curled + finger(-40, 46, -54, 14, skin)


def flat_hand(skin: str = SKIN, sleeve: str = ACT) -> str:
    """Four fingers together, stretched up to (0, -110)."""
    fingers = "".join(finger(x, 10, x, top, skin) for x, top in ((-30, -74), (-10, -94), (11, -94), (31, -76)))
    return forearm(skin, sleeve) + fingers + _palm(skin) + thick([(-30, 0), (31, 0)], 30, skin) + finger(-38, 50, -66, 4, skin)


def gripping(skin: str = SKIN, sleeve: str = ACT, thing: str = "") -> str:
    """A closed hand; the thing is held between the thumb and the fingers around (0, -20)."""
    fingers = "".join(finger(8, y, 34, y, skin) for y in (-8, 14, 36))
    return forearm(skin, sleeve) + _palm(skin) + thing + fingers + finger(-36, 40, -10, -18, skin)


def holding_up(thing: str, w: float, skin: str = SKIN, sleeve: str = ACT) -> str:
    """A hand behind a flat thing of width ``w``, its fingers at the right edge and the thumb at the left."""
    fingers = "".join(finger(w / 2 + 12, y, w / 2 - 6, y - 4, skin) for y in (-58, -32, -6, 20))
    return forearm(skin, sleeve) + _palm(skin) + thing + fingers + finger(-w / 2 - 12, 30, -w / 2 + 10, -30, skin)


def fingers(count: int = 3, skin: str = SKIN) -> str:
    """A few lifted fingers for the hand of a small figure, spread around (0, 0)."""
    return "".join(limb([(-8 + 8 * i, 8), (-12 + 12 * i, -16)], 11, skin, 3) for i in range(count))


def palm_out(skin: str = SKIN) -> str:
    """The four fingers of a small figure's flat hand that says stop."""
    strokes = [[(-9 + 7 * i, 4), (-12 + 8 * i, -22)] for i in range(4)]
    return "".join(thick(stroke, 13, INK) for stroke in strokes) + "".join(thick(stroke, 6, skin) for stroke in strokes)


def thumb_up(skin: str = SKIN) -> str:
    """A small figure's fist with the thumb up, around (0, 0)."""
    return (
        limb([(-6, 2), (-6, -24)], 13, skin, 4)
        + rect(-13, -8, 27, 24, skin, 9)
        + line((4, -1), (14, -1), stroke_width=3)
        + line((4, 8), (14, 8), stroke_width=3)
    )
