"""Pictures of the safety and health committee course."""

from .. import hands, places, things
from ..cast import (
    BOSS,
    FRIEND,
    LEADER,
    MAN,
    MANAGER,
    MECHANIC,
    MOTHER,
    MUSLIM,
    WORKER,
    YOUNG,
    as_,
    left,
    right,
)
from ..kit import (
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
    SKIN_DEEP,
    THIN,
    WASH,
    at,
    circle,
    line,
    path,
    plain,
    rect,
    room,
    shape,
    text_lines,
    thick,
)
from ..people import person, profile


def sewer(x: float, y: float, look, s: float = 0.85, cloth: str = SAF, hand=(76, -136)) -> str:
    """A worker at her machine, facing right."""
    return at(x, y, profile(-118, 0, right(look), hand=hand), places.work_table(240, 112, cloth), s=s)


def walkway(top: float = 470, low: float = 575) -> str:
    return thick([(-10, top), (1210, top)], 8, SAF) + thick([(-10, low), (1210, low)], 8, SAF)


def spark(s: float = 1) -> str:
    rays = "".join(at(0, 0, line((0, -16), (0, -34), stroke=RED, stroke_width=6), turn=a) for a in (-120, -72, -24, 24, 72, 120))
    return at(0, 0, rays, things.bolt(SAF, 0.6), s=s)


def cover() -> str:
    back_row = "".join(sewer(x, 420, look, 0.8, c) for x, look, c in ((110, MOTHER, SAF), (830, YOUNG, ACT_PALE)))
    door = at(1070, 420, places.door(130, 250))
    box = at(1010, 560, things.carton(170, 110)) + at(1040, 452, things.carton(110, 76, PAPER))
    boss = person(270, 580, right(MANAGER), s=1.35)
    mech = person(430, 590, right(MECHANIC), s=1.35)
    lead = person(600, 580, right(WORKER, "talking"), s=1.4, left=(-34, -150), right=(128, -176), held=at(-26, -124, things.clipboard()))
    return room(level=420) + walkway(450, 590) + at(160, 30, places.lamp_rail(4, 190)) + door + back_row + box + boss + mech + lead


def lesson_1() -> str:
    table = at(680, 520, places.work_table(300, 130, SAF), s=1.2)
    cable = path("M800 560C760 560 750 520 780 490C800 470 790 440 770 440", stroke_width=7) + at(760, 440, spark(1.7))
    stop = person(380, 580, as_(LEADER, turn=1, mood="worried"), s=1.5, left=(-50, -104), right=(84, -262), held=at(92, -256, hands.palm_out()))
    boss = person(960, 580, right(MAN), s=1.5, left=(-44, -104), right=(100, -214))
    step_back = person(90, 540, right(MUSLIM, "worried"), s=1.2, left=(-20, -180), right=(20, -180)) + person(210, 530, right(YOUNG, "worried"), s=1.15)
    return room() + at(110, 0, places.lamp_rail(2, 180)) + step_back + table + cable + at(1140, 250, places.switch_box(), s=1.3) + stop + boss


def iso(x: float, y: float, z: float = 0) -> tuple[float, float]:
    """A point of the hall's plan seen from above at an angle; x runs right, y to the back."""
    return 50 + x * 0.8 + y * 0.34, 566 - y * 0.56 - x * 0.03 - z


def block(x: float, y: float, w: float, d: float, z: float, fill: str) -> str:
    a, b, c, e = iso(x, y, z), iso(x + w, y, z), iso(x + w, y + d, z), iso(x, y + d, z)
    front = shape(iso(x, y), iso(x + w, y), b, a, fill=PAPER, stroke_width=4)
    side = shape(iso(x + w, y), iso(x + w, y + d), c, b, fill=ACT_PALE, stroke_width=4)
    return side + front + shape(a, b, c, e, fill=fill, stroke_width=4)


def gap(x0: float, y0: float, x1: float, y1: float) -> str:
    return thick([iso(x0, y0), iso(x1, y1)], 14, GREEN_WASH)


def lesson_2() -> str:
    floor = shape(iso(0, 0), iso(1000, 0), iso(1000, 800), iso(0, 800), fill=PAPER)
    wall = shape(iso(0, 800), iso(1000, 800), iso(1000, 800, 70), iso(0, 800, 70), fill=ACT_PALE) + shape(
        iso(0, 0), iso(0, 800), iso(0, 800, 70), iso(0, 0, 70), fill=WASH
    )
    exit_back = shape(iso(430, 800), iso(530, 800), iso(530, 800, 62), iso(430, 800, 62), fill=SAF) + shape(
        iso(430, 800, 72), iso(530, 800, 72), iso(530, 800, 94), iso(430, 800, 94), fill=GREEN
    )
    exit_side = shape(iso(0, 120), iso(0, 230), iso(0, 230, 62), iso(0, 120, 62), fill=SAF) + shape(
        iso(0, 120, 82), iso(0, 230, 82), iso(0, 230, 106), iso(0, 120, 106), fill=GREEN
    )
    store = block(820, 560, 180, 240, 60, SAF_WASH)
    cutting = block(90, 620, 260, 110, 26, ACT_MID)
    rows = "".join(block(230 + 90 * i, y, 60, 60, 24, ACT_PALE if i % 2 else WASH) for y in (430, 280) for i in range(5))
    irons = "".join(block(230 + 150 * i, 80, 100, 60, 22, SAF_WASH) for i in range(3))
    route = [
        (60, 40),
        (60, 180),
        (160, 220),
        (760, 220),
        (780, 380),
        (160, 385),
        (60, 560),
        (400, 560),
        (480, 740),
        (700, 680),
        (740, 560),
        (880, 480),
        (880, 120),
        (760, 40),
        (180, 30),
    ]
    dots = line(*(iso(*p) for p in route), stroke=RED, stroke_width=6, stroke_dasharray="2 14")
    marks = "".join(
        circle(*iso(*p), 13, SAF)
        for p in ((60, 180), (330, 220), (640, 220), (780, 380), (400, 385), (60, 560), (400, 560), (480, 740), (740, 560), (880, 200))
    )
    return plain() + floor + wall + exit_back + exit_side + cutting + store + "".join((rows, irons)) + dots + marks


def step_1() -> str:
    greet = person(960, 580, left(FRIEND, "glad"), s=1.45, left=(-8, -186), right=(6, -186))
    ring = person(320, 550, right(MANAGER), s=1.35, right=(40, -176), held=at(46, -178, things.phone(26, 46)))
    ring += person(500, 550, right(MECHANIC), s=1.35, right=(62, -190), held=at(78, -204, things.torch(), s=1.25, turn=-72))
    ring += person(150, 590, right(WORKER), s=1.45, left=(-24, -156), right=(24, -156), held=at(2, -132, things.clipboard()))
    ring += person(720, 590, right(MUSLIM), s=1.4)
    return room() + at(200, 20, places.lamp_rail(4, 220)) + at(1130, 520, places.work_table(260, 118), s=1.1) + ring + greet


def step_2() -> str:
    cable = path("M400 0C400 70 350 50 370 110C380 150 440 120 430 180", stroke_width=7) + at(430, 186, line((0, 0), (-9, 20)), line((0, 0), (9, 20)))
    door = at(1000, 500, places.door(180, 310))
    box = at(950, 570, things.carton(190, 120)) + at(986, 452, things.carton(120, 84, PAPER))
    up = person(180, 580, right(WORKER), s=1.5, left=(-20, -150), right=(28, -156), held=at(4, -130, things.clipboard()), tilt=-16)
    down = person(620, 580, right(MECHANIC), s=1.5, right=(90, -170), tilt=12)
    sight = line((236, 176), (416, 194), stroke=RED, stroke_width=4, stroke_dasharray="4 12") + line(
        (676, 212), (830, 452), stroke=RED, stroke_width=4, stroke_dasharray="4 12"
    )
    return room() + cable + door + box + up + down + sight


def step_3() -> str:
    worker = at(760, 560, profile(-118, 0, right(as_(MOTHER, hair="bun"), "tired"), hand=(-12, -182), bend=-1), places.work_table(260, 118), s=1.5)
    member = profile(330, 612, right(WORKER), s=1.5, hand=(70, -96), knee=(66, -104), foot=(40, -44), stool=False)
    words = at(450, 90, things.bubble(150, 90, text_lines(-50, -18, (100, 70, 84), 18), 1))
    ache = "".join(line((x, 236 + dy), (x - 26, 226 + dy * 1.6), stroke=RED, stroke_width=6) for x, dy in ((524, 0), (520, 22), (526, -22)))
    return room() + at(760, 0, places.lamp_rail(2, 200)) + member + worker + words + ache


def step_4() -> str:
    board = rect(120, 150, 330, 420, SAF, 12) + rect(145, 185, 280, 360, PAPER) + rect(215, 128, 140, 50, GREY, 8)
    rows = "".join(rect(168, 222 + 62 * i, 34, 34, WASH, 4) + line((222, 250 + 62 * i), (400, 250 + 62 * i), stroke_width=THIN) for i in range(5))
    writer = at(330, 340, hands.gripping(thing=at(-4, 6, line((0, -20), (0, -20)), things.pencil(SAF), s=2.6, turn=20)), turn=-32)
    pulley = at(
        985,
        190,
        circle(0, 0, 92, GREY),
        circle(0, 0, 60, PAPER),
        circle(0, 0, 16, INK),
        path("M-92 0C-92 140 92 140 92 0", stroke_width=16),
        path("M-130 -40A136 136 0 0 1 40 -130", stroke_width=12, stroke=SAF),
        path("M86 -106A136 136 0 0 1 128 -44", stroke_width=12, stroke=SAF),
    )
    glass = at(
        0,
        0,
        circle(0, -118, 44, GREY),
        circle(0, -118, 28, PAPER),
        path("M-58 -138A66 66 0 0 1 18 -180", stroke=SAF, stroke_width=7),
        path("M42 -168A66 66 0 0 1 62 -138", stroke=SAF, stroke_width=7),
    )
    shot = at(800, 400, hands.holding_up(things.phone(170, 300, show="") + glass, 170, SKIN_DEEP, PAPER))
    return plain() + pulley + board + rows + writer + shot


def step_5_door(x: float, blocked: bool) -> str:
    boxes = (
        at(x - 40, 540, things.carton(130, 90)) + at(x + 60, 560, things.carton(120, 84, PAPER)) + at(x - 10, 452, things.carton(110, 74)) if blocked else ""
    )
    way = "" if blocked else thick([(x - 80, 600), (x - 62, 504)], 8, SAF) + thick([(x + 80, 600), (x + 62, 504)], 8, SAF)
    return at(x, 500, places.door(170, 290)) + way + boxes


def lesson_3() -> str:
    exit_ = at(
        0,
        0,
        places.door(74, 100, exit_sign=False),
        at(0, -106, rect(-30, -18, 60, 18, GREEN)),
        at(-52, 0, things.flame(0.8)),
        at(52, 0, things.flame(0.7)),
        at(-4, 0, things.carton(60, 42)),
    )
    lamp = at(
        0,
        0,
        line((-6, 0), (-6, -70)),
        rect(-34, -8, 56, 10, INK),
        shape((-6, -96), (26, -60), (-38, -60), fill=SAF_WASH),
        line((34, -92), (52, -104), stroke=SAF),
        line((-46, -92), (-62, -104), stroke=SAF),
    )
    scale = at(600, 570, places.balance(at(0, 0, exit_, s=1.5), at(0, 0, lamp, s=1.3), 46, 440, 450, 190))
    a = person(110, 590, right(WORKER, "talking"), s=1.45, left=(-24, -150), right=(92, -210), held=at(-22, -124, things.clipboard()))
    return room() + scale + a + person(1090, 590, left(MECHANIC), s=1.45, left=(-8, -196))


def lesson_4() -> str:
    plan = shape((310, 445), (890, 445), (930, 556), (270, 556), fill=PAPER)
    cols = "".join(line((310 + 116 * i, 445), (270 + 132 * i, 556), stroke_width=4) for i in range(1, 5)) + line((301, 470), (899, 470), stroke_width=4)
    woman = person(420, 600, right(LEADER), pose="bust", s=1.5, left=(-64, -100), right=(34, -108), held=at(48, -88, things.pencil(), turn=-20))
    boss = person(780, 600, left(BOSS), pose="bust", s=1.5, left=(-10, -84), right=(64, -100), held=at(-22, -64, things.pencil(SAF), turn=20))
    return room() + at(600, 30, things.calendar(240, 190, 6, 3, (9,))) + places.desk_top(150, 425, 900, 150) + plan + cols + woman + boss


def lesson_5() -> str:
    mid = person(600, 590, as_(WORKER, mood="glad"), s=1.45, left=(-26, -156), right=(24, -168), held=at(-6, -132, things.clipboard(), s=1.1))
    man = person(1090, 585, left(MECHANIC, "glad"), s=1.4)
    return room() + step_5_door(230, True) + step_5_door(880, False) + mid + man + at(600, 90, things.check_disc(42))


PICTURES = {
    "cover": cover,
    "01": lesson_1,
    "02": lesson_2,
    "03": lesson_3,
    "04": lesson_4,
    "05": lesson_5,
    "02-step-1": step_1,
    "02-step-2": step_2,
    "02-step-3": step_3,
    "02-step-4": step_4,
}
