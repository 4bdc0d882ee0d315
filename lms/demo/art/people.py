"""People: one build, many clothes; arms reach to wherever a hand is wanted."""

from dataclasses import dataclass, field
from math import acos, atan2, cos, hypot, sin

from . import heads
from .kit import ACT, INK, LINE, SAF, SKIN, at, limb, line, path, rect, thick

ARM_UPPER, ARM_FORE, ARM_WIDTH = 56, 54, 25
LEFT_SHOULDER, RIGHT_SHOULDER = (-32, -208), (32, -208)
SIT_DROP = 52
DOWN_LEFT, DOWN_RIGHT = (-47, -102), (47, -102)


@dataclass(frozen=True)
class Look:
    """What a person wears. ``lower`` is skirt, trousers or none; ``sleeve`` is short or long."""

    shirt: str = ACT
    hair: str = "bun"
    lower: str = "skirt"
    cloth: str = INK
    skin: str = SKIN
    sleeve: str = "short"
    hair_colour: str = INK
    scarf: str = SAF
    mood: str | None = "calm"
    turn: int = 0
    extras: tuple[str, ...] = field(default=())


def elbow(shoulder: tuple[float, float], hand: tuple[float, float], bend: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the elbow goes for a hand at the given point, and the hand itself, pulled in if out of reach.

    A hand near the body shortens the arm a little, as an arm that points towards us looks shorter.
    """
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    distance = max(hypot(dx, dy), 1)
    reach = min(distance, ARM_UPPER + ARM_FORE - 0.5)
    near = max(0.66, min(1, reach / 94))
    upper, fore = ARM_UPPER * near, ARM_FORE * near
    hand = (shoulder[0] + dx / distance * reach, shoulder[1] + dy / distance * reach)
    cosine = (upper**2 + reach**2 - fore**2) / (2 * upper * reach)
    angle = atan2(dy, dx) + bend * acos(max(-1, min(1, cosine)))
    return (shoulder[0] + upper * cos(angle), shoulder[1] + upper * sin(angle)), hand


def arm(look: Look, shoulder: tuple[float, float], hand: tuple[float, float], rim: float, bend: int | None = None) -> str:
    """One arm with its hand; the elbow falls down and outwards unless ``bend`` says otherwise."""
    side = 1 if shoulder[0] > 0 else -1
    bends = (1, -1) if bend is None else (bend,)
    joint, hand = max((elbow(shoulder, hand, way) for way in bends), key=lambda found: 0.7 * side * found[0][0] + found[0][1])
    inner = ARM_WIDTH - 2 * rim
    if look.sleeve == "long":
        end = _between(joint, hand, 0.72)
        cloth, cuff = [shoulder, joint, end], _across(joint, hand, end, inner / 2)
    else:
        end = _between(shoulder, joint, 0.72)
        cloth, cuff = [shoulder, end], _across(shoulder, joint, end, inner / 2)
    bare = thick([shoulder, joint, hand], ARM_WIDTH, INK) + thick([shoulder, joint, hand], inner, look.skin)
    sleeve = thick([shoulder, shoulder], inner, look.shirt) + thick(cloth, inner, look.shirt, cap="butt")
    return bare + sleeve + line(*cuff, stroke_width=4)


def _between(start, end, part: float):
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _across(start, end, point, half: float):
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy) or 1
    nx, ny = -dy / length * half, dx / length * half
    return (point[0] + nx, point[1] + ny), (point[0] - nx, point[1] - ny)


def torso(look: Look, hip: float = -122) -> str:
    body = f"M-40 {hip}C-38 -150 -44 -184 -42 -206C-40 -226 -30 -232 -14 -234L14 -234C30 -232 40 -226 42 -206C44 -184 38 -150 40 {hip}Z"
    neck = path("M-11 -246L-11 -230C-6 -222 6 -222 11 -230L11 -246Z", look.skin)
    return path(body, look.shirt) + neck + "".join(look.extras)


def standing_legs(look: Look) -> str:
    feet = path("M-34 0C-34 -14 -8 -14 -8 0Z", INK) + path("M34 0C34 -14 8 -14 8 0Z", INK)
    if look.lower == "trousers":
        return path("M-40 -124L-35 -8L-6 -8L0 -92L6 -8L35 -8L40 -124Z", look.cloth) + feet
    ankles = path("M-26 -40L-24 -6L-12 -6L-12 -40M26 -40L24 -6L12 -6L12 -40", look.skin)
    return ankles + path("M-40 -124C-46 -90 -46 -60 -43 -26L43 -26C46 -60 46 -90 40 -124Z", look.cloth) + feet


def seated_legs(look: Look) -> str:
    """Legs of a person who sits facing us; the seat is 70 above the floor."""
    feet = path("M-40 0C-40 -14 -12 -14 -12 0Z", INK) + path("M40 0C40 -14 12 -14 12 0Z", INK)
    if look.lower == "trousers":
        return path("M-42 -122C-54 -90 -50 -70 -42 -62L-38 -8L-12 -8L-6 -66L6 -66L12 -8L38 -8L42 -62C50 -70 54 -90 42 -122Z", look.cloth) + feet
    shins = path("M-36 -60L-34 -6L-16 -6L-14 -60M36 -60L34 -6L16 -6L14 -60", look.skin)
    return shins + path("M-42 -122C-54 -90 -52 -60 -46 -36L46 -36C52 -60 54 -90 42 -122Z", look.cloth) + feet


def person(
    x: float,
    y: float,
    look: Look | None = None,
    *,
    left=DOWN_LEFT,
    right=DOWN_RIGHT,
    s: float = 1,
    flip: bool = False,
    pose: str = "stand",
    behind: str = "",
    held: str = "",
    tilt: float = 0,
    bends: tuple[int | None, int | None] = (None, None),
) -> str:
    """A person with the feet at (x, y).

    ``left`` and ``right`` are where the hands go, in the person's own units (300 tall, origin between the feet, left as we see it);
    ``pose`` is stand, sit or bust; ``held`` is drawn under the hands, ``behind`` behind the body; ``tilt`` bows the head in degrees.
    """
    look = look or Look()
    legs = {"stand": standing_legs, "sit": seated_legs}.get(pose, lambda _: "")(look)
    under, over = heads.hair(look)
    wanted = ((LEFT_SHOULDER, left, bends[0]), (RIGHT_SHOULDER, right, bends[1]))
    arms = "".join(arm(look, shoulder, hand, LINE / s, bend) for shoulder, hand, bend in wanted if hand)
    upper = at(0, -266, under, turn=tilt) + torso(look) + at(0, -266, over, turn=tilt) + held + arms
    if pose == "sit":
        behind, upper = behind or seat(), at(0, SIT_DROP, upper)
    return at(x, y, behind, legs, upper, s=s, flip=flip)


def seat(fill: str = SAF) -> str:
    """The plain chair under everyone who sits facing us."""
    return line((-40, -60), (-42, 0)) + line((40, -60), (42, 0)) + rect(-46, -74, 92, 18, fill, 6)


def profile(
    x: float,
    y: float,
    look: Look,
    *,
    hand=(64, -150),
    s: float = 1,
    flip: bool = False,
    knee=(74, -76),
    foot=(70, -8),
    held: str = "",
    stool: bool = True,
    tilt: float = 0,
    bend: int | None = None,
) -> str:
    """A person who sits sideways, facing right (or left when flipped); the seat is 70 above the floor."""
    rim = LINE / s
    under, over = heads.hair(look)
    body = "M-34 -70C-40 -110 -40 -150 -22 -176C-14 -186 14 -186 22 -172C34 -150 32 -110 34 -70Z"
    neck = path("M-9 -196L-9 -178C-4 -171 6 -171 11 -178L11 -196Z", look.skin)
    shin = look.skin if look.lower == "skirt" else look.cloth
    legs = limb([knee, foot], 30, shin, rim) + limb([(2, -76), knee], 46, look.cloth, rim) + at(foot[0], foot[1] + 8, path("M-18 0C-18 -16 8 -20 26 0Z", INK))
    one_arm = at(0, SIT_DROP, held, arm(look, (4, -212), (hand[0], hand[1] - SIT_DROP), rim, bend))
    face = at(4, -214, under, over, turn=tilt)
    below = at(-4, 0, seat()) if stool else ""
    return at(x, y, below, legs, path(body, look.shirt), neck, face, one_arm, s=s, flip=flip)
