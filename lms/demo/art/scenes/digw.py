"""Pictures of the digital wages course."""

from .. import hands, places, things
from ..cast import (
    FRIEND,
    LEADER,
    MAN,
    MANAGER,
    MOTHER,
    MUSLIM,
    OLD_MAN,
    WORKER,
    YOUNG,
    as_,
    left,
    right,
)
from ..kit import (
    ACT,
    ACT_MID,
    ACT_PALE,
    GREEN,
    GREEN_WASH,
    GREY,
    GROUND,
    INK,
    PAPER,
    RED,
    SAF,
    SAF_WASH,
    SKIN_DEEP,
    THIN,
    WASH,
    arrow,
    at,
    circle,
    flat,
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


def cover() -> str:
    yard = plain() + at(830, 470, places.factory(640, 240, True, 5)) + flat(rect(0, 470, 1200, 130, GROUND)) + line((0, 470), (1200, 470))
    leaving = "".join(
        person(x, y, look, s=s)
        for x, y, look, s in ((800, 500, left(MAN), 0.78), (880, 520, left(FRIEND), 0.82), (970, 506, left(MOTHER), 0.8), (1080, 520, right(YOUNG), 0.84))
    )
    gate = "".join(rect(x, 350, 30, 150, SAF_WASH) + rect(x - 6, 334, 42, 18, ACT) for x in (726, 1140)) + shape(
        (1140, 372), (1140, 486), (1200, 506), (1200, 386), fill=GREY
    )
    wall = (
        rect(90, 452, 420, 92, PAPER)
        + line((90, 490), (510, 490), stroke_width=THIN)
        + "".join(line((x, 452), (x, 490), stroke_width=THIN) for x in (190, 310, 420))
    )
    girl = person(
        270,
        566,
        right(as_(MUSLIM, scarf=SAF), "glad"),
        pose="sit",
        s=1.55,
        behind=" ",
        left=(-20, -146),
        right=(62, -176),
        held=at(70, -174, things.phone(32, 58)),
    )
    shown = (
        line((398, 282), (436, 252), stroke_width=THIN)
        + circle(516, 176, 118, PAPER)
        + at(516, 268, things.phone(126, 190, WASH))
        + at(500, 172, things.coin(26))
        + at(544, 172, things.up_arrow())
    )
    return yard + gate + leaving + wall + girl + shown


def lesson_1() -> str:
    clerk = person(760, 610, left(MANAGER), pose="bust", s=1.55, left=(-84, -124), right=(44, -176), held=at(56, -150, things.sheet(48, 62)))
    worker = person(300, 590, right(WORKER, "glad"), s=1.55, right=(108, -196), held=at(134, -172, things.identity_card(), s=1.1))
    counter = rect(480, 420, 560, 200, ACT_PALE) + rect(460, 404, 600, 22, PAPER, 4)
    goods = at(620, 404, things.bank_card(86, 52)) + at(900, 404, things.phone(44, 76))
    glass = line((470, 60), (470, 402), stroke_width=THIN) + line((1050, 60), (1050, 402), stroke_width=THIN) + rect(440, 40, 640, 26, ACT, 4)
    return room() + glass + clerk + counter + goods + worker


def keypad(x: float, y: float, size: float = 64) -> str:
    keys = "".join(rect(x + (size + 18) * (i % 3), y + (size - 8) * (i // 3), size, size - 24, PAPER, 8) for i in range(12))
    return rect(x - 34, y - 34, 3 * size + 36 + 68, 4 * (size - 8) + 44, GREY, 16) + keys


def covering(x: float, y: float) -> str:
    return at(x, y, hands.flat_hand(sleeve=SAF), turn=100, s=1.35, flip=True)


def pressing(x: float, y: float) -> str:
    return at(x, y, hands.pointing(sleeve=SAF), turn=-10, s=1.1)


def lesson_2() -> str:
    waiting = person(1040, 560, as_(MAN, turn=1), s=1.35)
    marks = thick([(880, 590), (960, 590)], 8, SAF)
    machine = rect(-10, 40, 760, 600, ACT, 20) + rect(60, 84, 300, 160, PAPER, 10) + text_lines(100, 130, (180, 120, 150), 32, ACT_MID, 8)
    return room() + machine + keypad(250, 330) + waiting + marks + pressing(420, 470) + covering(300, 290)


def cabin(x: float) -> str:
    return at(x, 500, rect(-150, -320, 300, 320, SAF_WASH), path("M-190 -320L-150 -384L150 -384L190 -320Z", ACT_MID), places.cash_machine(270))


def lesson_3() -> str:
    outside = plain() + at(1060, 92, places.sun(44)) + flat(rect(0, 500, 1200, 100, GREEN_WASH)) + line((0, 500), (1200, 500))
    woman = person(560, 580, left(MOTHER), s=1.45, left=(-96, -206))
    mate = person(890, 560, left(FRIEND), s=1.3, left=(-34, -140), right=(34, -140), held=at(0, -140, things.purse(SAF)))
    return outside + at(1090, 505, places.palm(320, 1.1)) + cabin(330) + woman + mate


def step_1() -> str:
    front = rect(620, 40, 620, 600, ACT, 20) + rect(690, 84, 420, 170, PAPER, 10) + text_lines(740, 134, (230, 150), 34, ACT_MID, 8)
    slot = rect(720, 330, 260, 76, GREY, 14) + rect(750, 354, 200, 24, INK, 8) + at(1040, 368, circle(0, 0, 20, GREEN))
    woman = person(545, 640, right(MOTHER), s=1.9, right=(112, -160))
    return room() + front + slot + woman


def step_2() -> str:
    front = plain(ACT) + rect(70, 50, 560, 330, PAPER, 14) + rect(120, 110, 210, 210, GREEN_WASH, 14) + rect(370, 110, 210, 210, SAF_WASH, 14)
    symbols = at(225, 240, things.banknote(150, 76)) + at(475, 256, things.sheet(90, 96, 3))
    slot = rect(740, 150, 380, 110, GREY, 20) + rect(790, 190, 280, 30, INK, 10)
    card = at(
        930,
        380,
        hands.gripping(
            SKIN_DEEP, PAPER, at(4, -26, rect(-84, -150, 168, 170, SAF, 14), rect(-54, -110, 44, 36, PAPER, 4), line((-54, -44), (40, -44), stroke_width=4))
        ),
    )
    return front + symbols + slot + card + rect(740, 150, 380, 52, GREY, 20) + rect(790, 192, 280, 14, INK, 6)


def step_3() -> str:
    return (
        plain(ACT)
        + keypad(450, 150, 96)
        + at(640, 420, hands.pointing(SKIN_DEEP, PAPER), turn=-8, s=1.3)
        + at(380, 170, hands.flat_hand(SKIN_DEEP, PAPER), turn=98, s=1.8, flip=True)
    )


def step_4() -> str:
    strap = line((30, -226), (-30, -124), stroke_width=6) + at(-26, -78, things.bag(SAF), s=0.9)
    in_hand = at(-112, -186, things.banknote(62, 32)) + at(104, -172, things.bank_card(50, 32)) + at(86, -190, things.sheet(30, 44, 2))
    woman = person(700, 640, left(MOTHER), s=1.8, left=(-98, -196), right=(84, -170), held=strap + in_hand)
    goes = arrow((470, 350), (490, 440), (600, 470), colour=GREEN, weight=8, head=20)
    return room() + at(320, 580, places.cash_machine(300), s=1.6) + woman + goes


def lesson_4() -> str:
    bed = rect(40, 440, 560, 60, SAF_WASH, 10) + rect(30, 360, 24, 200, ACT_MID, 4) + rect(590, 430, 22, 130, ACT_MID, 4) + rect(60, 404, 120, 48, PAPER, 18)
    girl = profile(300, 510, right(YOUNG, "worried"), s=1.5, stool=False, hand=(100, -178), held=at(112, -176, things.phone(34, 60), turn=14))
    ring = "".join(path(f"M{x} {y}q{k} {-18 * 1} 0 -40", stroke=RED, stroke_width=6) for x, y, k in ((506, 190, 22), (530, 196, 30)))
    hook = (
        path("M474 286C500 200 640 160 652 300", stroke_width=4)
        + path("M652 306L652 410C652 470 570 470 570 416", stroke_width=9, stroke=RED)
        + path("M570 412l-14 22M570 412l12 24", stroke_width=7, stroke=RED)
        + circle(652, 306, 9)
    )
    wallet = at(640, 580, things.purse(SAF), s=1.7)
    stop = person(960, 580, left(LEADER, "worried"), s=1.5, left=(-96, -222), held=at(-108, -216, hands.palm_out(), s=1.3))
    return room() + at(960, 50, places.window(200, 130)) + bed + girl + ring + hook + wallet + stop


def lesson_5() -> str:
    a = person(390, 620, right(WORKER), pose="bust", s=1.55, left=(-50, -100), right=(86, -140), tilt=8)
    b = person(
        820,
        620,
        left(FRIEND),
        pose="bust",
        s=1.55,
        left=(-30, -176),
        right=(34, -138),
        tilt=-8,
        held=at(34, -128, things.notebook()) + at(-30, -192, hands.fingers(), s=1.1),
    )
    return (
        room()
        + at(600, 20, places.lamp_rail(1))
        + at(160, 70, places.window(190, 130))
        + places.desk_top(140, 432, 920, 130)
        + at(610, 556, things.pay_slip(230, 130), turn=4)
        + a
        + b
        + at(250, 520, things.rice_bowl())
        + at(960, 520, things.cup(), s=1.2)
    )


def lesson_6() -> str:
    ground = (
        plain(WASH)
        + shape((150, 60), (1050, 60), (1170, 590), (30, 590), fill=SAF_WASH)
        + "".join(line((150 + 112.5 * k, 60), (30 + 142.5 * k, 590), stroke=SAF, stroke_width=3) for k in range(1, 8))
    )
    covers = ((270, things.small_house(RED)), (480, things.rice_bowl()), (700, parents()), (915, things.piggy_bank()))
    row = "".join(at(x, 300, things.envelope(170, 130, PAPER, at(0, -26, inside, s=1.35))) for x, inside in covers)
    money = "".join(at(x, y, things.coin(20)) for x, y in ((300, 380), (350, 402), (480, 372), (528, 396), (690, 372)))
    giving = at(800, 470, hands.gripping(SKIN_DEEP, ACT, at(-24, -34, things.coin(30))), turn=-28)
    return ground + row + money + giving + at(250, 560, things.phone(74, 126))


def parents() -> str:
    return at(-18, 0, things.small_house(ACT_MID), s=0.8) + at(28, 0, person(0, 0, as_(OLD_MAN), s=0.17)) + at(48, 0, person(0, 0, as_(LEADER), s=0.16))


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
