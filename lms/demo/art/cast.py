"""The people who appear again and again, so that a learner recognises them from picture to picture."""

from dataclasses import replace

from .kit import (
    ACT,
    ACT_MID,
    ACT_PALE,
    GREEN,
    GREEN_WASH,
    HAIR_GREY,
    INK,
    PAPER,
    RED,
    SAF,
    SAF_WASH,
    SKIN_DEEP,
)
from .people import Look

LEADER = Look(shirt=ACT, hair="bun", cloth=INK)
YOUNG = Look(shirt=SAF, hair="tail", lower="trousers", cloth=ACT)
MUSLIM = Look(shirt=ACT_PALE, hair="scarf", scarf=GREEN, sleeve="long", cloth=ACT)
WORKER = Look(shirt=ACT_PALE, hair="kerchief", scarf=RED, cloth=INK, skin=SKIN_DEEP)
ELDER = Look(shirt=PAPER, hair="bun", hair_colour=HAIR_GREY, cloth=ACT_MID, sleeve="long")
MOTHER = Look(shirt=RED, hair="long", cloth=INK, skin=SKIN_DEEP)
FRIEND = Look(shirt=PAPER, hair="bob", cloth=ACT, lower="trousers")
MAN = Look(shirt=PAPER, hair="short", lower="trousers", cloth=INK, skin=SKIN_DEEP)
MECHANIC = Look(shirt=ACT_MID, hair="helmet", lower="trousers", cloth=INK, sleeve="long")
OLD_MAN = Look(shirt=SAF_WASH, hair="short", hair_colour=HAIR_GREY, lower="trousers", cloth=ACT_MID, sleeve="long")
LAD = Look(shirt=GREEN, hair="short", lower="trousers", cloth=INK)
MANAGER = Look(shirt=PAPER, hair="bob", lower="trousers", cloth=ACT, sleeve="long")
BOSS = Look(shirt=GREEN_WASH, hair="short", lower="trousers", cloth=INK, sleeve="long")


def as_(look: Look, **changes) -> Look:
    """The same person in another mood, turned, or seen from the back."""
    return replace(look, **changes)


def left(look: Look, mood: str = "calm") -> Look:
    return replace(look, turn=-1, mood=mood)


def right(look: Look, mood: str = "calm") -> Look:
    return replace(look, turn=1, mood=mood)


def back(look: Look) -> Look:
    """The same person with the back to us."""
    seen = {"scarf": "back_scarf", "kerchief": "back_scarf", "short": "back_short", "long": "back_long", "bob": "back_long", "tail": "back_long"}
    return replace(look, hair=seen.get(look.hair, "back"), mood=None)
