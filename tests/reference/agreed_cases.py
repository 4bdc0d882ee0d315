"""What factories agreed on and did, by hand."""

from datetime import date
from fractions import Fraction

from courses import models
from tests.reference.scene import Case, Expect, Scene, collect

AGREED: list[Case] = []
case = collect(AGREED)
TURN = date(2026, 4, 10)
APRIL = {"start": date(2026, 4, 1), "end": date(2026, 4, 30)}
JUNE = {"start": date(2026, 6, 1), "end": date(2026, 6, 30)}


def action(s: Scene, due, *, seen="", dropped="", where=None, run=None, **fields) -> None:
    state = "done" if seen else "dropped" if dropped else "open"
    models.FactoryAction.objects.create(
        run=run or s.run(),
        organization=where or s.host,
        text="Clear the exits",
        responsible="Safety officer",
        agreed_on=date(2026, 1, 5),
        due_on=date.fromisoformat(due),
        state=state,
        seen_on=date.fromisoformat(seen) if seen else None,
        seen_by="Adviser" if seen else "",
        dropped_on=date.fromisoformat(dropped) if dropped else None,
        dropped_reason="The line was closed" if dropped else "",
        **fields,
    )


@case(
    Expect("L6", 2),
    Expect("L6S", 4),
    Expect("L6S", 4),
    Expect("L6N", 2),
    Expect("L6P", Fraction(2, 4)),
    Expect("L6", 1, **APRIL),
    Expect("L6S", 3, **APRIL),
    Expect("L6N", 3, **APRIL),
    Expect("L6P", Fraction(1), **APRIL),
    Expect("L6S", 4, **JUNE),
    Expect("L6P", None, end=date(2026, 1, 31)),
    Expect("L6S", {date(2026, 2, 1): 1, date(2026, 3, 1): 3}, by=("month",)),
)
def due_by_the_end_and_seen_by_the_end(s: Scene):
    action(s, "2026-02-10", seen="2026-03-05")
    action(s, "2026-03-31", seen="2026-03-31")
    action(s, "2026-03-20", seen="2026-04-02")
    action(s, "2026-03-10", dropped="2026-04-01")
    action(s, "2026-03-10", dropped="2026-03-31")
    action(s, "2026-06-01")
    action(s, "2026-06-02")


@case(
    Expect("L6", {"old": 1, "other": 1}, by=("organization",)),
    Expect("L6", {"whole": 1}, by=("organization",), **APRIL),
    Expect("L6", {"garment": 1, None: 1}, by=("sector",)),
    Expect("L6S", {"05": 2, "08": 1, None: 1}, by=("province",), **APRIL),
    Expect("L6P", {"factory": Fraction(1), "ngo": 0}, by=("organization_kind",), **APRIL),
    Expect("L6", 1, filters={"sector": {"garment"}}),
    Expect("L6S", 1, filters={"organization_kind": {"ngo"}}),
    Expect("L6S", 3, area={"12"}, **APRIL),
)
def an_action_stands_where_its_organization_stood_when_it_agreed(s: Scene):
    here, there = s.run(province_id="12"), s.run(province_id="05")
    whole = s.organization("whole", kind="factory", sector="footwear", province_id="08")
    old = s.organization("old", kind="factory", status="merged", merged_into=whole, merged_on=TURN)
    other = s.organization("other", kind="factory")
    where = {"sector": "garment", "province_id": "05"}
    action(s, "2026-03-10", seen="2026-03-05", where=old, run=here, **where)
    action(s, "2026-03-31", seen="2026-03-31", where=other, run=here, province_id="08")
    action(s, "2026-03-31", seen="2026-04-02", where=old, run=there, **where)
    action(s, "2026-03-31", run=here)
