"""What the definitions of learning say, one by one, by hand."""

from datetime import date
from fractions import Fraction

from tests.reference.scene import Case, Expect, Scene, collect

LEARNED: list[Case] = []
case = collect(LEARNED)


def learned(s: Scene, run, session, pre=None, post=None, points=20, **fields):
    """Somebody who came, with what she scored."""
    place = s.enrol(run, **fields)
    s.came(place, session)
    for moment, score in (("pre", pre), ("post", post)):
        if score is not None:
            s.scored(place, moment, score, points)
    return place


@case(
    Expect("L2", Fraction(15)),
    Expect("L2N", 3),
    Expect("L2S", 5),
    Expect("L2M", Fraction(3, 5)),
    Expect("L2I", Fraction(2, 3)),
    Expect("L2G", Fraction(45, 150)),
    Expect("L2", {"worker": Fraction(25), "manager": -5}, by=("role",)),
    Expect("L2", None, end=date(2026, 3, 9)),
    Expect("L2", None, area={"12"}),
)
def only_who_has_both_results_has_learned(s: Scene):
    run = s.run()
    first, last = s.session(run, "2026-03-02 08:00"), s.session(run, "2026-03-10 08:00")
    s.test(run)
    learned(s, run, first, 8, 14)
    learned(s, run, last, 10, 14)
    learned(s, run, first, 12, 11, role="manager")
    learned(s, run, first, pre=2)
    learned(s, run, first, post=20)
    absent = s.enrol(run)
    s.scored(absent, "pre", 0)
    s.scored(absent, "post", 20)


@case(
    Expect("L2", Fraction(-10)),
    Expect("L2I", 0),
    Expect("L2G", Fraction(0)),
    Expect("L2", {"female": 0, "male": -20}, by=("sex",)),
    Expect("L2G", {"female": 0}, by=("sex",)),
)
def who_knew_everything_cannot_gain(s: Scene):
    run = s.run()
    session = s.session(run, "2026-03-02 08:00")
    s.test(run)
    learned(s, run, session, 10, 10, person=s.person(sex="female"))
    learned(s, run, session, 20, 16, person=s.person(sex="male"))


@case(
    Expect("L3", Fraction(2, 3)),
    Expect("L3N", 2),
    Expect("L3S", 3),
    Expect("L3S", 0, end=date(2026, 3, 1)),
    Expect("L3", {"easy": 1, "hard": Fraction(1, 2)}, by=("run",)),
)
def the_pass_mark_is_that_of_the_run(s: Scene):
    easy, hard = s.run("easy"), s.run("hard")
    s.test(easy, pass_percent=50)
    s.test(hard, pass_percent=67)
    for run, scores in ((easy, (2,)), (hard, (2, 3))):
        session = s.session(run, "2026-03-02 08:00")
        for score in scores:
            learned(s, run, session, post=score, points=3)


@case(Expect("L2S", 0), Expect("L3S", 0), Expect("L2", None), Expect("L3", None))
def a_run_without_a_test_or_that_goes_on_is_not_in_it(s: Scene):
    without, going_on = s.run(), s.run()
    s.test(going_on)
    learned(s, without, s.session(without, "2026-03-02 08:00"))
    learned(s, going_on, s.session(going_on, "2026-03-02 08:00"), 2, 9)
    s.session(going_on, "2026-11-30 08:00", status="planned")


@case(Expect("L2", Fraction(3334, 100)), Expect("L2G", Fraction(3334, 6667)))
def a_result_is_told_in_hundredths(s: Scene):
    run = s.run()
    s.test(run)
    learned(s, run, s.session(run, "2026-03-02 08:00"), 1, 2, points=3)
