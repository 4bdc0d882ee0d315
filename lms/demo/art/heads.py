"""Heads and what is on them: hair, scarves, helmets, and quiet faces where a feeling is the subject."""

from .kit import ACT_MID, GREY, INK, PAPER, circle, ellipse, flat, line, path

RADIUS = 31


def hair(look) -> tuple[str, str]:
    """What is drawn behind the body and what is drawn over the neck, around (0, 0)."""
    behind, top = STYLES[look.hair](look)
    skull = circle(0, 0, RADIUS, look.skin)
    return behind, skull + face(look) + top


def face(look) -> str:
    """Two eyes and a mouth; nothing when the mood is not the subject."""
    if look.mood is None:
        return ""
    dx = look.turn * 7
    mouth, brows = MOODS[look.mood]
    eyes = flat(circle(dx - 10, 1, 3.4, INK) + circle(dx + 10, 1, 3.4, INK))
    if look.mood in ("asleep", "breathing"):
        eyes = path(f"M{dx - 14} 2q4 4 8 0M{dx + 6} 2q4 4 8 0", stroke_width=3)
    marks = path(f"M{dx + 14} 8q6 9 0 12q-6 -3 0 -12", ACT_MID, stroke_width=2) if look.mood == "sad" else ""
    marks += "".join(path(d, stroke_width=3, transform=f"translate({dx} 0)") for d in (mouth, brows) if d)
    return eyes + marks


MOODS = {
    "calm": ("M-7 14q7 4 14 0", ""),
    "glad": ("M-9 12q9 10 18 0", ""),
    "worried": ("M-7 16q7 -5 14 0", "M-15 -7l8 -4M15 -7l-8 -4"),
    "tired": ("M-6 16h12", "M-15 -6q4 -3 9 -2M15 -6q-4 -3 -9 -2"),
    "sad": ("M-7 16q7 -6 14 0", ""),
    "breathing": ("M3 13a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", ""),
    "cross": ("M-7 16q7 -5 14 0", "M-15 -11l9 4M15 -11l-9 4"),
    "asleep": ("M-4 15q4 2 8 0", ""),
    "talking": ("M-6 12q6 -3 12 0q-6 10 -12 0Z", ""),
}


def _fringe(look, dip: float = -4) -> str:
    """The hair on the skull; it parts on the side the person looks away from."""
    part = -look.turn * 10
    d = f"M-33 2C-38 -50 38 -50 33 2C28 {dip - 4} 22 {dip - 12} {part + 8} {dip - 14}C{part - 10} {dip - 10} -26 {dip - 6} -33 2Z"
    return path(d, look.hair_colour)


def _bun(look):
    return circle(-look.turn * 16, -40, 14, look.hair_colour), _fringe(look)


def _long(look):
    return path("M-34 -6C-44 40 -42 66 -36 78L36 78C42 66 44 40 34 -6Z", look.hair_colour), _fringe(look)


def _bob(look):
    sides = path("M-34 -2C-40 30 -36 38 -32 40C-26 34 -26 16 -24 -2ZM34 -2C40 30 36 38 32 40C26 34 26 16 24 -2Z", look.hair_colour)
    return "", sides + _fringe(look)


def _tail(look):
    side = -1 if look.turn >= 0 else 1
    tail = path(f"M{side * 20} -22C{side * 52} -26 {side * 58} 10 {side * 44} 44C{side * 38} 30 {side * 34} 14 {side * 24} 4Z", look.hair_colour)
    return tail, _fringe(look)


def _short(look):
    return "", path("M-32 -2C-38 -46 38 -46 32 -2C29 -12 26 -16 22 -17C6 -12 -8 -12 -22 -17C-26 -16 -29 -12 -32 -2Z", look.hair_colour)


def _scarf(look):
    """A headscarf that frames the face and falls on the shoulders."""
    cloth = path("M-34 6C-42 -46 42 -46 34 6C34 26 42 46 44 62C20 74 -20 74 -44 62C-42 46 -34 26 -34 6Z", look.scarf)
    opening = ellipse(look.turn * 4, 4, 22, 25, look.skin)
    fold = path("M-10 52q14 -4 24 -18", stroke_width=3.5)
    return "", cloth + opening + face(look) + fold


def _kerchief(look):
    """A work kerchief tied at the back of the neck."""
    side = -1 if look.turn >= 0 else 1
    knot = path(f"M{side * 26} 6l{side * 22} 2l{side * -6} 12l{side * 6} 12l{side * -24} -12Z", look.scarf)
    sides = path("M-33 -4C-34 14 -32 20 -28 24C-24 16 -24 4 -24 -8ZM33 -4C34 14 32 20 28 24C24 16 24 4 24 -8Z", look.hair_colour)
    cap = path("M-34 0C-38 -48 38 -48 34 0C22 -14 -22 -14 -34 0Z", look.scarf)
    dots = flat("".join(circle(x, y, 2.6, PAPER) for x, y in ((-18, -20), (-4, -28), (10, -20), (22, -14), (-8, -16))))
    return knot, sides + cap + dots


def _helmet(look):
    sides = path("M-32 -4C-33 10 -31 16 -28 18L-25 -6ZM32 -4C33 10 31 16 28 18L25 -6Z", look.hair_colour)
    dome = path("M-35 -6C-36 -52 36 -52 35 -6Z", look.scarf) + path("M-7 -40C-8 -30 -8 -18 -7 -7M7 -40C8 -30 8 -18 7 -7", stroke_width=3)
    return "", sides + dome + line((-44, -6), (44, -6), stroke=INK, stroke_width=7)


def _cap(look):
    side = -1 if look.turn < 0 else 1
    sides = path("M-32 -4C-33 8 -31 12 -29 14L-25 -6ZM32 -4C33 8 31 12 29 14L25 -6Z", look.hair_colour)
    return "", sides + path("M-33 -6C-36 -46 36 -46 33 -6Z", look.scarf) + path(
        f"M{side * 4} -8L{side * 52} -8C{side * 50} -16 {side * 40} -18 {side * 30} -18Z", look.scarf
    )


def _back(look):
    """The head of someone who sits with the back to us."""
    return "", circle(0, 0, RADIUS, look.hair_colour) + circle(0, -6, 13, look.hair_colour, stroke=GREY, stroke_width=3)


def _back_long(look):
    return "", path("M-31 0C-34 -42 34 -42 31 0C36 30 34 50 28 60L-28 60C-34 50 -36 30 -31 0Z", look.hair_colour) + path(
        "M-10 20v30M10 20v30", stroke=GREY, stroke_width=3
    )


def _back_short(look):
    return "", circle(0, 0, RADIUS, look.skin) + path("M-31 6C-38 -46 38 -46 31 6C20 20 -20 20 -31 6Z", look.hair_colour)


def _back_scarf(look):
    cloth = path("M-33 4C-40 -46 40 -46 33 4C36 26 42 46 44 58C20 72 -20 72 -44 58C-42 46 -36 26 -33 4Z", look.scarf)
    return "", cloth + path("M-14 46q6 -18 4 -36M16 48q-4 -14 -2 -30", stroke_width=3.5)


STYLES = {
    "bun": _bun,
    "long": _long,
    "bob": _bob,
    "tail": _tail,
    "short": _short,
    "scarf": _scarf,
    "kerchief": _kerchief,
    "helmet": _helmet,
    "cap": _cap,
    "back": _back,
    "back_long": _back_long,
    "back_short": _back_short,
    "back_scarf": _back_scarf,
}
