"""Pictures of the trade union leadership course."""

from .. import hands, places, things
from ..cast import (
    BOSS,
    FRIEND,
    LAD,
    LEADER,
    MAN,
    MANAGER,
    MOTHER,
    MUSLIM,
    OLD_MAN,
    WORKER,
    YOUNG,
    as_,
    back,
    left,
    right,
)
from ..kit import (
    ACT,
    ACT_MID,
    ACT_PALE,
    FLOOR,
    GREEN_WASH,
    GROUND,
    INK,
    PAPER,
    SAF,
    SAF_WASH,
    THIN,
    arrow,
    at,
    circle,
    ellipse,
    flat,
    line,
    path,
    plain,
    rect,
    room,
    shape,
    text_lines,
    thick,
    tick,
)
from ..people import person, profile


def open_door(x: float) -> str:
    yard = rect(-75, -290, 150, 290, PAPER) + flat(rect(-73, -70, 146, 68, GREEN_WASH)) + at(-4, -50, places.palm(170, 0.66))
    return at(x, FLOOR, yard, shape((-75, -290), (-128, -270), (-128, 26), (-75, 0), fill=ACT_MID))


def cover() -> str:
    seats = ((470, MUSLIM), (605, OLD_MAN), (740, MOTHER), (875, LAD))
    up = {740: (42, -312)}
    behind = "".join(person(x, 510, left(look), pose="sit", s=1.05, left=(-22, -138), right=up.get(x, (22, -138))) for x, look in seats)
    leader = person(290, 530, right(LEADER, "talking"), s=1.3, left=(-20, -168), right=(24, -168), held=at(2, -160, things.open_book(72)))
    beside = person(1060, 550, left(as_(FRIEND, shirt=SAF)), pose="sit", s=1.15, left=(-20, -138), right=(20, -138))
    low = at(680, 560, places.table(600, 118)) + at(530, 440, things.sheet(60, 14, 0)) + at(806, 442, things.cup()) + at(944, 444, things.jug())
    nearest = person(640, 742, back(YOUNG), pose="bust", s=1.05)
    return (
        room() + open_door(100) + at(690, 0, places.ceiling_fan(260)) + at(1080, 90, places.notice_board(170, 120)) + behind + beside + low + leader + nearest
    )


def lesson_1() -> str:
    evening = flat(rect(0, 500, 1200, 100, GROUND)) + line((0, 500), (1200, 500)) + circle(1090, 96, 40, SAF_WASH)
    home = at(340, 500, places.house_room(560, 330), flip=True) + at(180, 505, places.bicycle(), s=1.1) + rect(440, 468, 220, 40, PAPER)
    sitter = person(550, 556, right(YOUNG), pose="sit", s=1.35, behind=" ", left=(-18, -150), right=(22, -150), held=at(2, -142, things.open_book(80)))
    dreams = circle(640, 270, 9, PAPER) + at(704, 234, things.thought(76, 52)) + at(808, 158, things.thought(118, 80)) + at(946, 84, things.thought(150, 100))
    return plain() + evening + home + sitter + dreams


def lesson_2() -> str:
    worried = profile(430, 550, as_(WORKER, turn=1, mood="worried"), s=1.6, hand=(80, -172))
    listener = profile(830, 550, as_(LEADER, turn=1), s=1.6, flip=True, hand=(52, -92))
    seats = at(420, 550, places.stool(70, 80), s=1.5) + at(840, 550, places.stool(70, 80), s=1.5)
    machine = at(1080, 520, places.work_table(260, 118, ACT_PALE)) + at(110, 520, places.work_table(260, 118))
    words = at(630, 90, things.bubble(150, 88, text_lines(-50, -18, (100, 66, 84), 18), -1))
    return room() + at(140, 0, places.lamp_rail(2, 180)) + machine + seats + worried + listener + words


def lesson_3() -> str:
    wall = rect(370, 50, 480, 380, PAPER) + line((610, 50), (610, 430)) + line((370, 240), (850, 240))
    where = ((440, 150, SAF_WASH), (530, 200, ACT_PALE), (690, 150, ACT_PALE), (440, 350, GREEN_WASH), (540, 400, SAF_WASH), (800, 200, SAF_WASH))
    notes = "".join(at(x, y, things.sheet(70, 62, 2, fill)) for x, y, fill in where)
    woman = person(890, 580, left(FRIEND), s=1.45, left=(-104, -182), held=at(-122, -158, things.sheet(54, 48, 2, SAF)))
    man = person(230, 580, right(MAN), s=1.45, left=(-30, -150), right=(30, -190), held=at(36, -184, things.pencil()))
    return room() + wall + notes + arrow((575, 330), (660, 330), colour=ACT, weight=7) + woman + man


def lesson_4() -> str:
    people = person(150, 520, right(MUSLIM), pose="sit", s=1.15, left=(-22, -138), right=(26, -128))
    people += person(305, 520, right(OLD_MAN), pose="sit", s=1.15, left=(-26, -160), right=(16, -186), held=at(8, -206, hands.fingers(), s=1.2))
    people += person(460, 520, as_(MOTHER, mood="talking"), pose="sit", s=1.15, left=(-22, -138), right=(40, -256), held=at(38, -238, things.phone(24, 44)))
    people += person(620, 520, left(YOUNG), pose="sit", s=1.15, left=(-24, -130), right=(22, -128))
    pour = person(880, 545, left(LAD), s=1.3, left=(-72, -160), held=at(-78, -132, things.jug(), turn=-24))
    stuff = (
        at(164, 424, things.sheet(90, 12, 0)) + at(186, 420, things.pencil()) + at(622, 430, poster()) + at(730, 426, things.cup()) + at(380, 426, things.cup())
    )
    walls = at(360, 0, places.ceiling_fan(240)) + at(620, 70, places.window(170, 130))
    return room() + walls + people + pour + at(410, 570, places.table(680, 150)) + stuff + person(1090, 570, left(LEADER, "glad"), s=1.4)


def poster() -> str:
    return (
        shape((-80, 0), (66, 0), (84, -34), (-60, -34), fill=PAPER)
        + circle(-24, -17, 10, SAF, stroke_width=THIN)
        + rect(12, -26, 24, 17, ACT, stroke_width=THIN)
    )


def gate_view() -> str:
    crowd = "".join(at(-176 + 50 * i, 258, person(0, 0, right(look), s=0.4)) for i, look in enumerate((WORKER, MUSLIM, FRIEND, LAD)))
    ground = flat(rect(-220, 0, 440, 280, ACT_PALE) + rect(-220, 238, 440, 42, GROUND)) + line((-220, 238), (220, 238))
    frame = thick([(-220, 0), (220, 0), (220, 280), (-220, 280), (-220, 0), (220, 0)], 22, INK) + thick(
        [(-220, 0), (220, 0), (220, 280), (-220, 280), (-220, 0), (220, 0)], 12, PAPER
    )
    return ground + at(96, 240, places.factory(230, 110, True, 3)) + crowd + frame + line((-250, 300), (250, 300), stroke_width=12)


def step_1() -> str:
    pair = person(210, 570, right(YOUNG), pose="sit", s=1.5, left=(-20, -138), right=(20, -138))
    pair += person(400, 570, right(LEADER, "talking"), pose="sit", s=1.5, left=(-20, -138), right=(112, -220))
    return room() + at(850, 90, gate_view()) + pair


def step_2() -> str:
    young = person(400, 580, right(YOUNG, "talking"), pose="sit", s=1.6, left=(-20, -138), right=(62, -240), held=at(62, -256, hands.fingers(), s=1.3))
    lead = person(840, 580, left(LEADER), pose="sit", s=1.6, left=(-20, -138), right=(20, -138), tilt=-10)
    said = at(620, 90, things.bubble(200, 120, things.tick3(), -1))
    return room() + at(1060, 80, places.window(180, 150)) + at(150, 80, places.notice_board(190, 130)) + young + lead + said


def step_3() -> str:
    board = at(590, 30, things.calendar(440, 320, 6, 4)) + ellipse(660, 224, 46, 42, "none", stroke=SAF, stroke_width=9)
    young = person(850, 590, left(YOUNG), s=1.5, left=(-100, -238), held=at(-102, -246, things.pencil(ACT), s=0.9, turn=70))
    lead = person(250, 590, right(LEADER), s=1.5, right=(74, -146))
    desk = at(440, 610, places.table(300, 208)) + at(370, 402, rect(-34, -13, 68, 13, INK, 5))
    return room() + board + young + desk + lead


def step_4() -> str:
    back_row = ((140, MUSLIM), (270, MAN), (930, MOTHER), (1060, FRIEND))
    claps = "".join(person(x, 500, as_(look, mood="glad"), s=1, left=(-6, -180), right=(6, -180)) for x, look in back_row)
    pair = person(430, 600, right(LEADER, "glad"), pose="sit", s=1.5, left=(-20, -138), right=(40, -150)) + person(
        770, 600, left(YOUNG, "glad"), pose="sit", s=1.5, left=(-40, -150), right=(20, -138)
    )
    paper = rect(545, 300, 110, 130, PAPER) + "".join(
        tick(566, 334 + 34 * i, 18) + line((600, 334 + 34 * i), (636, 334 + 34 * i), stroke_width=THIN) for i in range(3)
    )
    desk = at(600, 640, places.table(640, 212, front=True)) + at(500, 428, things.tea_cup(), s=1.2) + at(700, 428, things.tea_cup(), s=1.2)
    return room() + claps + pair + paper + desk


def lesson_5() -> str:
    ours = profile(130, 570, right(MUSLIM), s=1.35, hand=(70, -136)) + profile(280, 570, right(OLD_MAN), s=1.35, hand=(70, -136))
    speaker = profile(430, 570, right(LEADER, "talking"), s=1.35, hand=(78, -180), held=at(84, -216, things.sheet(40, 54), turn=8))
    theirs = profile(1070, 570, right(BOSS), s=1.35, flip=True, hand=(70, -136)) + profile(900, 570, right(MANAGER), s=1.35, flip=True, hand=(72, -136))
    desk = (
        at(665, 600, places.table(420, 192))
        + at(660, 408, things.jug(), s=1.1)
        + at(796, 408, things.sheet(70, 14, 0))
        + at(580, 408, things.cup())
        + at(726, 408, things.cup())
    )
    return room() + at(665, 50, places.window(240, 160)) + ours + speaker + theirs + desk + at(800, 394, things.pencil())


def lesson_6() -> str:
    ground = plain() + places.hill_ground(400, GREEN_WASH)
    rest = at(1000, 410, places.tree(350, 140)) + at(890, 440, places.bench(200, 62)) + at(1130, 456, tap(), s=1.2)
    steps = "".join(at(x, y, things.stone(w, w * 0.34)) for x, y, w in ((340, 556, 150), (480, 522, 140), (610, 492, 130), (726, 470, 118), (826, 456, 104)))
    group = "".join(person(x, y, right(look), s=1.15) for x, y, look in ((70, 520, MUSLIM), (240, 530, FRIEND), (152, 550, OLD_MAN)))
    carrier = person(606, 496, right(WORKER), s=1.2, left=(-40, -150), right=(44, -156), held=at(0, -142, rect(-130, -12, 260, 24, SAF, 3), turn=-4))
    return ground + rest + steps + group + carrier


def tap() -> str:
    return rect(-9, -90, 18, 90, PAPER) + path("M-9 -80h-32v22h12v-8h20z", ACT_MID) + line((-35, -50), (-35, -22), stroke=ACT_MID, stroke_width=4)


PICTURES = {
    "cover": cover,
    "01": lesson_1,
    "02": lesson_2,
    "03": lesson_3,
    "04": lesson_4,
    "05": lesson_5,
    "06": lesson_6,
    "04-step-1": step_1,
    "04-step-2": step_2,
    "04-step-3": step_3,
    "04-step-4": step_4,
}
