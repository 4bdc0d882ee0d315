"""Pictures of the emotional and social skills course."""

from .. import hands, heads, places, things
from ..cast import FRIEND, LAD, LEADER, MAN, MOTHER, MUSLIM, WORKER, YOUNG, as_, left, right
from ..kit import (
    ACT,
    ACT_MID,
    ACT_PALE,
    GREEN_WASH,
    GROUND,
    PAPER,
    RED,
    RED_WASH,
    SAF,
    SAF_WASH,
    SKIN,
    SKIN_DEEP,
    THIN,
    arrow,
    at,
    circle,
    flat,
    limb,
    line,
    path,
    plain,
    rect,
    room,
    tick,
)
from ..people import Look, person, profile


def cover() -> str:
    ring = "".join(
        person(x, y, look, pose="sit", s=s, left=(-20, -138), right=(20, -138), behind=places.stool(66, 84, ACT_PALE))
        for x, y, look, s in (
            (300, 520, right(MUSLIM), 1.15),
            (440, 500, right(LAD), 1.1),
            (760, 500, left(FRIEND), 1.1),
            (900, 520, left(MOTHER), 1.15),
            (160, 570, right(WORKER), 1.25),
        )
    )
    speaker = person(600, 520, as_(LEADER, mood="talking"), s=1.35, left=(-84, -186), right=(84, -186))
    last = person(1050, 570, left(as_(YOUNG, mood="glad")), pose="sit", s=1.25, left=(-20, -138), right=(20, -138), behind=places.stool(66, 84, ACT_PALE))
    return room() + at(300, 60, places.window(220, 160)) + at(860, 0, places.ceiling_fan(240)) + ring + speaker + last


def mood_face(x: float, y: float, mood: str, fill: str) -> str:
    look = Look(mood=mood, skin=fill)
    return at(x, y, circle(0, 0, 31, fill), heads.face(look), s=1.9)


def lesson_1() -> str:
    worker = at(610, 580, profile(-118, 0, right(MOTHER), hand=(22, -140)), places.work_table(260, 118, SAF), s=1.5)
    moods = "".join(
        mood_face(x, y, mood, fill)
        for x, y, mood, fill in ((150, 84, "glad", SAF), (310, 84, "cross", RED_WASH), (470, 84, "sad", ACT_PALE), (630, 84, "worried", GREEN_WASH))
    )
    dots = circle(404, 172, 9, PAPER) + circle(418, 200, 6, PAPER)
    return room() + at(880, 0, places.lamp_rail(2, 180)) + at(1010, 330, places.line_row(2, 160, 0.6)) + moods + dots + worker


def lesson_2() -> str:
    yard = plain() + flat(rect(0, 500, 1200, 100, GREEN_WASH)) + line((0, 500), (1200, 500)) + at(600, 500, places.tree(430, 190))
    seat = at(600, 580, places.bench(640, 96))
    pair = profile(420, 570, right(YOUNG, "talking"), s=1.6, hand=(76, -166), stool=False) + profile(
        800, 570, right(FRIEND), s=1.6, flip=True, hand=(50, -90), stool=False
    )
    pocket = at(844, 462, rect(-22, -10, 44, 48, ACT, 4), at(2, 2, things.phone(24, 34)), rect(-22, 0, 44, 38, ACT, 4))
    return yard + seat + pair + pocket + at(130, 500, places.factory(240, 120, False, 3))


def lesson_3() -> str:
    pile = at(600, 470, things.bundle(), s=2.2)
    one = person(372, 580, right(WORKER, "cross"), s=1.45, right=(108, -152), left=(70, -128))
    two = person(828, 580, left(LAD, "cross"), s=1.45, left=(-108, -152), right=(-70, -128))
    calm = person(600, 520, as_(LEADER), s=1.4, left=(-88, -216), right=(88, -216))
    return room() + at(80, 470, places.line_row(1, 200, 0.9)) + at(1130, 470, places.line_row(1, 200, 0.9)) + calm + pile + one + two


def step_1() -> str:
    breath = "".join(path(f"M{x} {y}q24 -18 48 0t48 0", stroke=ACT_MID, stroke_width=7) for x, y in ((590, 190), (610, 232), (590, 274)))
    worker = person(500, 590, right(WORKER, "breathing"), s=1.7, left=(-44, -106), right=(8, -152))
    rest = at(980, 470, things.bundle(), s=1.8) + at(980, 590, places.table(300, 122))
    return room() + at(150, 470, places.line_row(1, 200, 0.9)) + rest + worker + breath


def step_2() -> str:
    one = person(440, 590, right(WORKER, "talking"), pose="sit", s=1.6, left=(-20, -138), right=(8, -180))
    two = person(730, 590, left(LAD), pose="sit", s=1.6, left=(-20, -138), right=(20, -138))
    wall = at(1010, 70, places.window(230, 180))
    machines = at(100, 250, places.line_row(2, 130, 0.45))
    desk = at(600, 640, places.table(660, 214, front=True)) + at(600, 426, things.jug()) + at(530, 426, things.cup()) + at(672, 426, things.cup())
    return room() + machines + wall + one + two + desk


def step_3() -> str:
    one = person(360, 590, right(WORKER), s=1.7, right=(36, -258))
    two = person(850, 590, left(LAD, "talking"), s=1.7, left=(-84, -176))
    ask = at(600, 120, things.bubble(150, 120, things.question(ACT, 1.5), 1))
    return room() + at(1080, 70, places.window(170, 150)) + at(120, 80, places.notice_board(170, 130)) + one + two + ask


def step_4() -> str:
    one = person(390, 590, right(WORKER, "glad"), s=1.65, left=(-8, -184), right=(6, -184))
    two = person(810, 590, left(LAD, "glad"), s=1.65, left=(-6, -184), right=(8, -184))
    paper = rect(530, 330, 140, 160, PAPER) + "".join(
        tick(556, 376 + 56 * i, 26) + line((604, 376 + 56 * i), (646, 376 + 56 * i), stroke_width=THIN) for i in range(2)
    )
    return room() + at(600, 610, places.table(300, 120)) + paper + one + two + at(600, 120, things.heart(RED, 1.6))


def lesson_4() -> str:
    crew = ((100, MUSLIM), (300, MAN), (500, MOTHER), (700, FRIEND), (890, YOUNG))
    row = "".join(
        person(
            x,
            560,
            right(look, "glad" if x == 500 else "calm"),
            pose="bust",
            s=1.3,
            left=(-26, -132),
            right=(76, -212) if x == 500 else (40, -132),
            held=at(78, -216, hands.thumb_up(SKIN_DEEP)) if x == 500 else "",
        )
        for x, look in crew
    )
    work = "".join(at(x, 424, things.garment(fill), s=0.9) for x, fill in ((200, ACT_PALE), (400, PAPER), (600, ACT_PALE), (796, PAPER)))
    passing = "".join(arrow((x - 34, 500), (x + 34, 500), colour=ACT, weight=7) for x in (200, 400, 600, 796))
    desk = at(495, 590, places.table(970, 186, SAF, front=True))
    boss = person(1090, 590, left(LEADER, "glad"), s=1.4, left=(-44, -150), right=(34, -150), held=at(-4, -142, things.bundle(), s=1.2))
    return room() + at(160, 0, places.lamp_rail(4, 200)) + row + desk + work + passing + boss


def lesson_5() -> str:
    evening = plain() + flat(rect(0, 500, 1200, 100, GROUND)) + line((0, 500), (1200, 500)) + circle(1090, 90, 40, SAF_WASH)
    home = at(330, 500, places.house_room(560, 330), flip=True) + rect(420, 468, 220, 40, PAPER)
    woman = person(530, 556, as_(MOTHER, mood="asleep"), pose="sit", s=1.4, behind=" ", left=(-30, -128), right=(30, -128))
    clock = at(-78, 6, circle(0, 0, 34, PAPER), line((0, 0), (0, -20), stroke_width=4), line((0, 0), (14, 8), stroke_width=4))
    milk = at(
        -4,
        42,
        rect(-15, -50, 30, 50, PAPER, 8),
        rect(-12, -64, 24, 14, SAF, 3),
        path("M-6 -64q6 -18 12 0", SAF),
        line((-8, -30), (4, -30), stroke_width=3),
        line((-8, -18), (4, -18), stroke_width=3),
    )
    cloud = at(880, 200, things.thought(380, 210, clock + milk + at(76, 42, things.bundle(), s=1.0)))
    wind = "".join(path(f"M{x} {y}h70", stroke=ACT_MID, stroke_width=6) for x, y in ((610, 210), (630, 250)))
    return evening + home + woman + cloud + wind


def lesson_6() -> str:
    ground = (
        plain()
        + flat(path("M0 560C300 540 600 500 800 380C900 320 1060 300 1200 330L1200 600L0 600Z", GREEN_WASH))
        + path("M0 560C300 540 600 500 800 380C900 320 1060 300 1200 330")
    )
    signs = (at(0, 0, things.notebook(RED)), at(0, 0, at(0, 0, places.sewing_machine(), s=0.5)), at(0, -56, things.calendar(64, 56, 3, 2)), shake())
    spots = ((330, 530, 1.3), (520, 494, 1.3), (700, 440, 1.25), (850, 370, 1.15))
    steps = "".join(at(x, y, things.stone(150, 44), at(0, -4, sign), s=s) for (x, y, s), sign in zip(spots, signs, strict=True))
    woman = person(130, 570, right(YOUNG, "glad"), s=1.5, right=(70, -196))
    return ground + at(1060, 312, things.flag(SAF, 150), s=1.3) + steps + woman + at(560, 100, places.sun(44))


def shake() -> str:
    """Two sleeves that meet in a handshake."""
    arms = limb([(-52, -26), (-8, -34)], 24, SKIN_DEEP) + limb([(52, -26), (4, -34)], 24, SKIN)
    return arms + limb([(-56, -25), (-40, -28)], 28, ACT) + limb([(56, -25), (40, -28)], 28, SAF)


PICTURES = {
    "cover": cover,
    "01": lesson_1,
    "02": lesson_2,
    "03": lesson_3,
    "04": lesson_4,
    "05": lesson_5,
    "06": lesson_6,
    "03-step-1": step_1,
    "03-step-2": step_2,
    "03-step-3": step_3,
    "03-step-4": step_4,
}
