"""What an organization may do with its list and what it is told."""

from datetime import date, timedelta

import pytest

from courses.rules.nominations import (
    AskedFor,
    Named,
    Outcome,
    problems,
    standing,
    why_not_add,
    why_not_change,
    women_missing,
)

TODAY = date(2026, 11, 22)
ASKED = {"seats": 5, "used": 3, "deadline": TODAY}


@pytest.mark.parametrize(
    ("facts", "number", "reason"),
    [
        ({}, 2, None),
        ({}, 3, "no_seats_left"),
        ({"deadline": TODAY - timedelta(days=1)}, 1, "too_late"),
        ({"is_cancelled": True}, 1, "run_cancelled"),
        ({"is_closed": True}, 1, "too_late"),
    ],
)
def test_names_are_added_within_the_seats_and_until_the_last_day(facts, number, reason):
    assert why_not_add(AskedFor(**ASKED | facts), number, today=TODAY) == reason


def test_a_full_list_may_still_be_changed():
    assert why_not_change(AskedFor(**ASKED | {"used": 9}), today=TODAY) is None


@pytest.mark.parametrize(
    ("outcome", "is_over", "has_waiting_list", "told"),
    [
        (Outcome("listed"), False, True, "listed"),
        (Outcome("refused"), False, True, "not_taken"),
        (Outcome("taken", "withdrawn"), False, True, "not_taken"),
        (Outcome("taken", "substituted"), False, True, "not_taken"),
        (Outcome("taken", "offered"), False, True, "waiting"),
        (Outcome("taken", "enrolled"), False, True, "place"),
        (Outcome("taken", "waitlisted"), False, True, "waiting"),
        (Outcome("taken", "enrolled", has_attended=True), False, True, "attended"),
        (Outcome("taken", "enrolled", has_attended=True, is_completed=True), True, True,
         "completed"),
        (Outcome("taken", "enrolled"), True, False, "did_not_come"),
    ],
)  # fmt: skip
def test_the_standing_of_somebody_who_came_by_the_organization(
    outcome, is_over, has_waiting_list, told
):
    assert standing(outcome, is_over=is_over, has_waiting_list=has_waiting_list) == told


@pytest.mark.parametrize("place", ["enrolled", "waitlisted"])
@pytest.mark.parametrize(("had_to_wait", "told"), [(True, "waiting"), (False, "place")])
def test_who_has_her_place_by_another_way_is_told_like_somebody_new(place, had_to_wait, told):
    outcome = Outcome("taken", place, is_shared=True, had_to_wait=had_to_wait)
    assert standing(outcome, is_over=False, has_waiting_list=True) == told


def person(**changes):
    return Named(**{"name_km": "ចាន់ ធារី", "name_latin": "", "sex": "female", "role": "worker"}
                 | changes)  # fmt: skip


@pytest.mark.parametrize(
    ("people", "codes"),
    [
        ([person()], [()]),
        ([person(), person(name_km="ចាន់ធារី")], [("twice",), ("twice",)]),
        ([person(employee_number="1"), person(employee_number="2")], [(), ()]),
        ([person(employee_number="1"), person()], [("twice",), ("twice",)]),
        ([person(role="manager", sex="not_stated")], [("other_role", "no_sex")]),
        ([person(role="", phone="12")], [("no_role", "phone")]),
    ],
)
def test_what_an_organization_may_put_right(people, codes):
    assert problems(people, ["worker"], region="KH") == codes


def test_women_missing_is_the_share_of_the_list_rounded_up():
    people = [person(), person(sex="male"), person(sex="male")]
    assert [women_missing(people, share) for share in (None, 0, 33, 50, 100)] == [0, 0, 0, 1, 2]
    assert women_missing([], 50) == 0
