"""Who may come onto a run, and where."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from courses.rules.enrollment import (
    Applicant,
    Audience,
    Clash,
    Kept,
    RunFacts,
    first_clash,
    has_seat_for,
    offer_ends_at,
    placement,
    reservation_for,
    seats_free,
    why_not_eligible,
    why_not_enroll,
)
from courses.rules.schedule import Slot

TODAY = date(2026, 5, 4)
MILL, UNION = 7, 9


def run(**kwargs):
    return RunFacts(**{"policy": "open", "capacity": 2, "taken": 0, **kwargs})


@pytest.mark.parametrize(
    ("facts", "by_themselves", "reason"),
    [
        (run(), True, None),
        (run(is_cancelled=True), False, "run_cancelled"),
        (run(is_closed=True), False, "run_closed"),
        (run(ends_on=date(2026, 5, 3)), True, "run_over"),
        (run(ends_on=date(2026, 5, 4)), True, None),
        (run(ends_on=date(2026, 5, 3)), False, None),
        (run(policy="invitation"), True, "by_invitation"),
        (run(policy="invitation"), False, None),
    ],
)
def test_reasons_why_nobody_can_be_added(facts, by_themselves, reason):
    assert why_not_enroll(facts, today=TODAY, by_themselves=by_themselves) == reason


@pytest.mark.parametrize(
    ("facts", "by_themselves", "status"),
    [
        (run(taken=1), True, "enrolled"),
        (run(taken=2), True, "waitlisted"),
        (run(taken=2), False, "waitlisted"),
        (run(policy="request"), True, "requested"),
        (run(policy="request"), False, "enrolled"),
    ],
)
def test_where_somebody_is_placed(facts, by_themselves, status):
    assert placement(facts, by_themselves=by_themselves) == status


def test_seats_free_are_never_negative():
    assert [seats_free(run(taken=taken)) for taken in (0, 2, 5)] == [2, 0, 0]


def kept(organization=MILL, seats=2, **values):
    values = {"reservation": organization * 10, "organization": organization, **values}
    return Kept(seats=seats, **values)


def test_seats_kept_for_others_are_not_free():
    facts = run(capacity=5, taken=1, kept=(kept(), kept(UNION, 1)), today=TODAY)

    assert (facts.kept_seats, seats_free(facts)) == (3, 1)
    assert placement(run(capacity=3, kept=(kept(seats=3),)), by_themselves=True) == "waitlisted"


def test_somebody_of_the_organization_uses_its_seat_first():
    facts = run(capacity=5, taken=1, kept=(kept(), kept(UNION, 1)), today=TODAY)

    assert reservation_for(facts, [UNION, MILL]) == 90
    assert reservation_for(facts, [MILL]) == 70
    assert reservation_for(facts, [3]) is None
    after = facts.with_one_more(90)
    assert (after.taken, after.kept_seats, reservation_for(after, [UNION])) == (2, 2, None)


def test_kept_seats_wait_until_their_day():
    facts = run(capacity=2, kept=(kept(until=TODAY),), today=TODAY)
    day_after = replace(facts, today=TODAY + timedelta(days=1))

    assert (seats_free(facts), seats_free(day_after)) == (0, 2)
    assert reservation_for(day_after, [MILL]) is None
    assert has_seat_for(day_after, [MILL])


def test_no_seat_is_kept_in_a_room_that_the_door_has_filled():
    facts = run(capacity=2, taken=2, kept=(kept(),), today=TODAY)

    assert not has_seat_for(facts, [MILL])


def test_why_somebody_is_not_eligible():
    audience = Audience(frozenset({"worker"}), MILL, frozenset({1, 2}))

    assert why_not_eligible(Applicant("worker", MILL, frozenset({1, 2, 3})), audience) == []
    assert why_not_eligible(Applicant("manager", UNION, frozenset({1})), audience) == [
        "wrong_role",
        "host_only",
        "not_completed",
    ]
    assert why_not_eligible(Applicant(), Audience()) == []


def test_a_clash_is_two_sessions_at_one_time_and_not_one_after_the_other():
    def slot(start, end, day=1):
        return Slot(datetime(2026, 12, day, start), datetime(2026, 12, day, end))

    mine = [slot(8, 11, 2), slot(8, 11)]

    assert first_clash(mine, [(5, slot(11, 13)), (5, slot(6, 8)), (5, slot(8, 11, 3))]) is None
    assert first_clash(mine, [(5, slot(10, 12, 2)), (6, slot(7, 9))]) == Clash(
        slot(8, 11), slot(7, 9), 6
    )


def test_an_offer_ends_before_the_run_begins():
    now = datetime(2026, 12, 1, 8)
    soon, passed = now + timedelta(hours=5), now - timedelta(hours=5)

    assert offer_ends_at(now, 48, None) == now + timedelta(hours=48)
    assert offer_ends_at(now, 48, soon) == soon
    assert offer_ends_at(now, 2, soon) == now + timedelta(hours=2)
    assert offer_ends_at(now, 2, passed) == now + timedelta(hours=2)


def test_who_comes_by_nomination_does_not_come_by_herself():
    facts = run(policy="nomination")

    assert why_not_enroll(facts, today=TODAY, by_themselves=True) == "by_nomination"
    assert why_not_enroll(facts, today=TODAY, by_themselves=False) is None
