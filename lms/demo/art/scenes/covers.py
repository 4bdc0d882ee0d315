"""Cover pictures of the courses that have a page but no drawn lessons."""

from .. import places, things
from ..cast import (
    BOSS,
    ELDER,
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
    GREEN,
    GROUND,
    INK,
    PAPER,
    RED,
    SAF,
    SAF_WASH,
    SKIN,
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
    tick,
)
from ..people import person, profile
from .oshc import sewer


def cba() -> str:
    """Workers and managers on the two sides of a table, one paper and two pens in the middle."""
    ours = "".join(profile(x, 560, right(look), s=1.3, hand=(70, -132)) for x, look in ((90, MUSLIM), (225, WORKER)))
    speaker = profile(365, 560, right(LEADER, "talking"), s=1.3, hand=(78, -184))
    theirs = "".join(profile(x, 560, right(look), s=1.3, flip=True, hand=(70, -132)) for x, look in ((1110, BOSS), (975, MANAGER), (835, OLD_MAN)))
    desk = at(600, 590, places.table(340, 182))
    deed = (
        shape((540, 408), (660, 408), (680, 380), (560, 380), fill=PAPER)
        + line((580, 388), (650, 388), stroke_width=THIN)
        + line((572, 398), (630, 398), stroke_width=THIN)
    )
    pens = at(520, 402, things.pencil(), turn=70) + at(700, 402, things.pencil(ACT), turn=-70)
    return room() + at(600, 50, places.window(250, 170)) + ours + speaker + theirs + desk + deed + pens


def oshi() -> str:
    """Two officials with clipboards at a switch box and an extinguisher; a worker answers."""
    worker = sewer(930, 560, MOTHER, 1.25)
    woman = person(250, 580, right(as_(MANAGER, shirt=SAF_WASH)), s=1.45, left=(-24, -154), right=(26, -156), held=at(2, -132, things.clipboard()))
    man = person(560, 585, right(as_(MAN, mood="talking")), s=1.45, left=(-26, -150), right=(80, -190), held=at(-22, -126, things.clipboard()))
    walls = at(100, 230, places.switch_box(), s=1.4) + at(400, 420, places.extinguisher(), s=1.5) + rect(366, 200, 68, 40, RED, 3)
    return room() + at(700, 0, places.lamp_rail(3, 190)) + walls + worker + woman + man


def sst() -> str:
    """A supervisor beside a worker at her machine; both look at one seam."""
    rows = at(700, 300, places.line_row(3, 190, 0.6))
    worker = profile(440, 580, right(WORKER, "glad"), s=1.6, hand=(78, -132))
    boss = profile(800, 622, right(LEADER, "glad"), s=1.6, flip=True, hand=(82, -156), knee=(66, -104), foot=(40, -44), stool=False)
    seam = path("M0 0C20 -50 120 -60 160 -6L150 110C110 130 50 120 10 112Z", SAF) + path(
        "M24 6C50 -20 110 -26 138 6", stroke=PAPER, stroke_width=4, stroke_dasharray="2 10"
    )
    return (
        room(level=420)
        + at(180, 10, places.lamp_rail(4, 240))
        + rows
        + at(170, 580, places.work_table(270, 118, ACT_PALE), s=1.4)
        + worker
        + boss
        + at(545, 350, seam)
    )


def small_family() -> str:
    """Three paper figures under an umbrella."""
    figures = "".join(
        at(
            x,
            0,
            circle(0, -44 * k, 11 * k, PAPER, stroke_width=4),
            path(f"M{-13 * k} 0L{-10 * k} {-30 * k}L{10 * k} {-30 * k}L{13 * k} 0Z", fill, stroke_width=4),
        )
        for x, k, fill in ((-40, 1, ACT), (36, 1, RED), (0, 0.7, SAF))
    )
    return figures + at(0, -76, things.umbrella(92), s=0.9)


def picc() -> str:
    """A round table with workers and managers; one writes the minutes, an umbrella covers a paper family."""
    seats = ((200, 500, right(WORKER)), (350, 470, right(MANAGER)), (850, 470, left(MUSLIM)), (1000, 500, left(BOSS)))
    far = "".join(person(x, y, look, pose="sit", s=1.25) for x, y, look in seats)
    writer = person(500, 455, as_(LEADER), pose="sit", s=1.2) + person(700, 455, as_(MAN, shirt=SAF_WASH), pose="sit", s=1.2)
    top = (
        ellipse(600, 470, 420, 96, ACT_PALE)
        + path("M180 470V500C180 560 380 606 600 606C820 606 1020 560 1020 500V470", PAPER)
        + ellipse(600, 470, 420, 96, ACT_PALE)
    )
    near = person(390, 790, back(FRIEND), pose="bust", s=1.25) + person(830, 790, back(OLD_MAN), pose="bust", s=1.25)
    paper = shape((430, 440), (510, 440), (516, 412), (444, 412), fill=PAPER) + at(480, 414, things.pencil())
    return room() + at(140, 60, places.notice_board(180, 130)) + far + writer + top + paper + at(600, 490, small_family(), s=1.25) + near


def gen() -> str:
    """A woman and a man keep one beam level: a work bag on one scale, a pot and a baby on the other."""
    pot = at(-44, 0, path("M-30 -42L30 -42L26 0L-26 0Z", ACT_MID), line((-38, -42), (38, -42), stroke_width=7), circle(0, -50, 5, SAF))
    baby = at(
        44,
        0,
        path("M-34 0C-40 -34 40 -34 34 0Z", SAF_WASH),
        circle(0, -42, 21, SKIN),
        path("M-18 -52C-10 -70 14 -68 18 -50C6 -58 -6 -58 -18 -52Z", INK),
        path("M-5 -34q5 4 10 0", stroke_width=3),
    )
    level = 318
    beam = rect(110, level - 10, 980, 20, SAF, 8)
    loads = ((170, at(0, 0, things.bag(RED), s=1.6)), (1030, at(0, 0, pot, baby, s=1.1)))
    pan = path("M-122 0L122 0Q92 38 0 38Q-92 38 -122 0Z", SAF)
    ends = "".join(at(x, level, line((-106, 190), (0, 0), (106, 190), stroke_width=THIN), at(0, 190, load), at(0, 190, pan)) for x, load in loads)
    woman = person(460, 590, right(LEADER, "glad"), s=1.55, left=(-52, -172), right=(52, -172))
    man = person(740, 590, left(MAN, "glad"), s=1.55, left=(-52, -172), right=(52, -172))
    grips = "".join(circle(x, level, 19, skin) for x, skin in ((379, SKIN), (541, SKIN), (659, MAN.skin), (821, MAN.skin)))
    return room() + at(600, 40, places.window(200, 130)) + ends + woman + man + beam + grips


def heat() -> str:
    """A big sun over the factory; in the shade people drink and cool down."""
    back_ground = plain(SAF_WASH) + at(990, 130, places.sun(84)) + flat(rect(0, 500, 1200, 100, GROUND)) + line((0, 500), (1200, 500))
    works = at(860, 500, places.factory(620, 190, False, 5)) + "".join(
        at(x, 282, rect(-14, -22, 28, 22, PAPER), path("M-24 -22h48l-10 -20h-28z", ACT_PALE)) for x in (620, 868)
    )
    shade = shape((0, 84), (520, 84), (560, 124), (0, 124), fill=ACT) + line((500, 124), (500, 500), stroke_width=9)
    drink = person(180, 580, right(MOTHER), s=1.45, right=(22, -246), held=at(20, -242, things.cup(ACT_PALE)))
    cool = person(
        660,
        590,
        left(WORKER),
        s=1.4,
        left=(-44, -236),
        held=path("M-40 -246C-24 -216 24 -216 40 -246C48 -228 44 -204 30 -190L34 -150L10 -150L12 -196C-8 -194 -40 -206 -40 -246Z", PAPER),
    )
    return back_ground + works + shade + at(340, 560, things.water_tank(), s=1.25) + drink + cool + at(1080, 590, places.thermometer(300))


def prod() -> str:
    """A union leader at a flip chart with a line of machines and a pie in two fair shares."""
    pie = at(0, 62, circle(0, 0, 74, SAF), path("M0 -74A74 74 0 0 1 0 74Z", ACT_MID))
    chain = "".join(at(-140 + 70 * i, -66, at(0, 0, places.sewing_machine(), s=0.28)) for i in range(5)) + "".join(
        arrow((-116 + 70 * i, -42), (-94 + 70 * i, -42), weight=3.5, head=6) for i in range(4)
    )
    chart = at(410, 560, places.flip_chart(chain + pie, 380, 310))
    leader = person(130, 590, right(LEADER, "talking"), s=1.45, right=(86, -210))
    watchers = person(700, 540, left(MUSLIM), s=1.2) + person(840, 530, left(OLD_MAN), s=1.2) + person(1110, 540, left(YOUNG), s=1.25)
    timer = person(975, 585, left(WORKER), s=1.35, left=(-80, -190), held=at(-88, -216, things.stopwatch(28)))
    return room() + chart + leader + watchers + timer


def tot() -> str:
    """Adults sort picture cards on the floor with their trainer; a colleague observes."""
    mat = at(560, 596, places.mat(800, 150))
    pictures = (
        things.heart(RED, 0.9),
        circle(0, -2, 14, SAF),
        at(0, 14, things.small_house(ACT_MID), s=0.6),
        things.bolt(SAF, 0.7),
        at(0, 14, things.cup(ACT_PALE)),
        tick(-14, 0, 28),
    )
    spots = ((430, 540), (520, 566), (610, 536), (700, 566), (480, 496), (660, 492))
    cards = "".join(at(x, y, rect(-36, -26, 72, 52, PAPER, 4), sign) for (x, y), sign in zip(spots, pictures, strict=True))
    low = {"knee": (66, -104), "foot": (40, -44), "stool": False}
    trainer = profile(230, 620, right(LEADER, "talking"), s=1.45, hand=(96, -100), **low)
    ring = "".join(
        profile(x, y, right(look), s=1.25, flip=flip, hand=(80, -92), **low)
        for x, y, look, flip in ((900, 610, MAN, True), (800, 520, MUSLIM, True), (360, 500, WORKER, False))
    )
    behind = person(565, 480, as_(YOUNG), pose="sit", s=1.15, left=(-30, -112), right=(30, -112), behind=" ")
    watch = person(1070, 560, left(as_(ELDER, cloth=ACT)), pose="sit", s=1.4, left=(-24, -150), right=(22, -156), held=at(-2, -126, things.clipboard(), s=0.9))
    return room() + at(150, 60, places.window(180, 140)) + mat + behind + ring + cards + trainer + watch


def tucg() -> str:
    """A horseshoe of tables with people of many unions; the chair gives someone the word."""
    wall = at(160, 20, things.calendar(240, 160, 6, 2, (0, 2, 4, 6, 8, 10)))
    chair = person(600, 508, right(LEADER, "talking"), pose="bust", s=1.15, left=(-20, -138), right=(80, -234))
    far = "".join(person(x, 496, look, pose="bust", s=1.05) for x, look in ((370, right(OLD_MAN)), (485, right(MUSLIM)), (740, left(MOTHER)), (855, left(LAD))))
    left_side = person(215, 500, right(WORKER), pose="sit", s=1.15) + person(95, 560, right(FRIEND), pose="sit", s=1.25)
    right_side = person(985, 500, left(YOUNG), pose="sit", s=1.15, left=(-20, -138), right=(44, -312)) + person(1110, 560, left(MAN), pose="sit", s=1.25)
    top = shape((330, 368), (890, 368), (1190, 500), (1190, 600), (1010, 600), (820, 430), (400, 430), (190, 600), (10, 600), (10, 500), fill=ACT_PALE)
    colours = (SAF, RED, ACT, GREEN, PAPER)
    flags = "".join(
        at(x, y, things.flag(colours[i % 5], 62), s=0.62)
        for i, (x, y) in enumerate(((365, 410), (470, 404), (580, 404), (725, 404), (830, 410), (260, 450), (150, 510), (935, 450), (1040, 510)))
    )
    return room(level=380) + wall + at(700, 0, places.ceiling_fan(240)) + far + chair + left_side + right_side + top + flags


PICTURES = {
    code: {"cover": draw}
    for code, draw in (
        ("cba", cba),
        ("oshi", oshi),
        ("sst", sst),
        ("picc", picc),
        ("gen", gen),
        ("heat", heat),
        ("prod", prod),
        ("tot", tot),
        ("tucg", tucg),
    )
}
