"""The seeds of the demo story: sizes, sameness, and cases that lists must bear."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from lms.demo.organizations import organization_seeds
from lms.demo.people import SPECIAL, people_seeds
from lms.demo.plan import PEOPLE
from lms.demo.runs import run_seeds

TODAY = date(2026, 11, 21)


def seeds(today=TODAY):
    rng = Random(2026)
    organizations = organization_seeds(rng)
    people = people_seeds(organizations, rng)
    return organizations, people, run_seeds(organizations, people, today, rng)


def test_the_story_has_the_size_of_set_s():
    organizations, people, runs = seeds()
    marks = sum(len(each.marks) - len(run.cancelled) for run in runs for each in run.enrollments)

    assert Counter(seed.kind for seed in organizations)["factory"] == 40
    assert (len(people), len(runs)) == (PEOPLE, 60)
    assert 1_850 <= sum(len(run.enrollments) for run in runs) <= 2_000
    assert 6_800 <= marks <= 7_300


def test_the_story_is_the_same_whenever_it_is_told():
    assert seeds() == seeds()


def test_past_runs_are_over_and_every_course_has_one_to_come():
    _organizations, _people, runs = seeds()
    last = {run.course: run for run in runs}

    assert all(run.slots[0].starts.date() > TODAY for run in last.values())
    assert all(run.held == 0 for run in last.values())
    today = [run for run in runs if any(slot.starts.date() == TODAY for slot in run.slots)]
    assert len(today) >= 2


def test_nobody_is_on_a_run_twice_and_marks_fit_the_held_sessions():
    _organizations, _people, runs = seeds()

    for run in runs:
        people = [each.person for each in run.enrollments]
        assert len(people) == len(set(people))
        assert {len(each.marks) for each in run.enrollments} <= {run.held}


def test_no_run_starts_at_khmer_new_year():
    _organizations, _people, runs = seeds(date(2027, 4, 2) + timedelta(days=4))

    starts = [run.slots[0].starts for run in runs if run.held == 0]
    assert not [start for start in starts if start.month == 4 and 13 <= start.day <= 17]


def test_difficult_names_are_among_the_people():
    _organizations, people, _runs = seeds()
    names = {(seed.name_km, seed.family_name_latin, seed.given_name_latin) for seed in people}

    assert {special[:3] for special in SPECIAL} <= names
