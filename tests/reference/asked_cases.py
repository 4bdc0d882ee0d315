"""What people think and what they did later, by hand."""

from datetime import date
from fractions import Fraction

from courses import models
from courses.queries.feedback import shipped
from tests.reference.scene import Case, Expect, Scene, collect

ASKED: list[Case] = []
case = collect(ASKED)
FIVE = [[0, 0, 1, 1, 3]]
MAY = {"start": date(2026, 5, 1), "end": date(2026, 5, 31)}
JUNE = {"start": date(2026, 6, 1), "end": date(2026, 6, 30)}


def round_of(run, closed_on="2026-03-05", **sheets) -> None:
    """`sheets` are the number of sheets and the counts by way."""
    form = models.FeedbackForm.objects.first() or shipped()
    form.save()
    closed_on = closed_on and date.fromisoformat(closed_on)
    found = models.FeedbackRound.objects.create(run=run, form=form, closed_on=closed_on)
    for way, (number, counts) in sheets.items():
        found.tallies.create(way=way, sheets=number, counts=counts)


def answer(enrollment, has_applied=True, evidence="self", way="call") -> None:
    models.FollowUp.objects.create(
        enrollment=enrollment,
        token_sha256=str(enrollment.pk),
        answered_on=date(2026, 5, 30),
        has_applied=has_applied,
        evidence=evidence,
        way=way,
    )


@case(
    Expect("L1", Fraction(8, 10)),
    Expect("L1", {"own": Fraction(8, 10)}, by=("way",)),
    Expect("L1N", 14),
    Expect("L1R", Fraction(14, 3)),
    Expect("L1", None, end=date(2026, 3, 1)),
)
def runs_with_fewer_than_five_sheets_are_not_in_it(s: Scene):
    told, few = s.run(), s.run()
    for run in (told, few):
        s.attended("2026-03-02 08:00", run=run)
    s.attended("2026-03-02 13:00", run=few)
    round_of(told, own=(10, [[0, 1, 1, 4, 4]]))
    round_of(few, own=(4, [[0, 0, 0, 0, 4]]))


@case(
    Expect("L1", {None: Fraction(8, 9)}, by=("way",)),
    Expect("L1", Fraction(8, 9)),
    Expect("L1", {"own": Fraction(4, 5), "paper": Fraction(4, 5)}, by=("way",), **MAY),
)
def a_way_with_few_sheets_hides_the_way_of_all(s: Scene):
    mixed, clear = s.run(), s.run()
    s.session(mixed, "2026-03-02 08:00")
    s.session(clear, "2026-05-04 08:00")
    round_of(mixed, own=(5, FIVE), paper=(4, [[0, 0, 0, 0, 4]]))
    round_of(clear, "2026-05-05", own=(5, FIVE), paper=(5, FIVE))


@case(Expect("L1", None), Expect("L1N", 0), Expect("L1", Fraction(4, 5), **MAY))
def what_people_may_still_add_to_is_not_told(s: Scene):
    coming, over = s.run(), s.run()
    s.session(coming, "2026-03-02 08:00")
    s.session(over, "2026-05-04 08:00")
    round_of(coming, "2026-06-02", own=(5, FIVE))
    round_of(over, None, own=(5, FIVE))


@case(
    Expect("L5S", 7, **MAY),
    Expect("L5N", 6, **MAY),
    Expect("L5", Fraction(6, 7), **MAY),
    Expect("L4", Fraction(5, 6), **MAY),
    Expect("L4V", Fraction(1, 6), **MAY),
    Expect("L4", {"worker": Fraction(4, 5), "manager": None}, by=("role",), **MAY),
    Expect("L5N", {"call": 5, "link": 1}, by=("way",), **MAY),
    Expect("L5S", {"call": 5, "link": 1, None: 1}, by=("way",), **MAY),
    Expect("L5S", 0),
    Expect("L5S", 0, **JUNE),
)
def eighty_days_later_people_are_due_and_five_answers_are_told(s: Scene):
    places = [s.attended("2026-02-10 08:00", role="worker") for _ in range(6)]
    places.append(s.attended("2026-02-10 08:00", role="manager"))
    for place in places:
        s.complete(place, "2026-02-10")
    answer(places[0], has_applied=False)
    for place in places[1:5]:
        answer(place)
    answer(places[6], evidence="verified", way="link")
    s.complete(s.attended("2026-03-14 08:00"), "2026-03-14")
