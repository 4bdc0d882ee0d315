"""The engine counts the six answers as the reference does, and tells no more than it may."""

import json
from datetime import date, datetime, timedelta
from random import Random

import pytest
from django.test import override_settings
from django.urls import reverse

from courses.actions.facts import refresh_facts
from courses.actions.snapshots import freeze_report
from courses.admin.reach_files import Told
from courses.admin.reach_tidy import json_content, tidy_rows
from courses.admin.reach_words import Words
from courses.admin.reach_workbook import workbook
from courses.admin.snapshot_words import today_of, value_in_words
from courses.models import Consent, FunctioningAnswers, Person
from courses.queries.differences import explain
from courses.queries.facts import facts_now
from courses.queries.figures import Figures, figures
from courses.queries.reach import report_of
from courses.queries.snapshots import figures_kept
from courses.rules.functioning import QUESTIONS
from courses.rules.indicators import ANSWERED_SIX, WITH_DISABILITY
from courses.rules.reach import Filters, measures
from courses.rules.reach.guarded import TABLES
from courses.rules.reach.ways import Count
from tests.factories import EnrollmentFactory, PersonFactory
from tests.reference import dump
from tests.reference.dump import LOCAL
from tests.reference.functioning import answered, told
from tests.reference.scene import NOW, Scene
from tests.reference.worlds import NOW as LATER
from tests.reference.worlds import RandomWorld

pytestmark = pytest.mark.django_db
QUARTER = (date(2026, 1, 1), date(2026, 3, 31))
PERIODS = (QUARTER, (date(2025, 10, 1), date(2025, 12, 31)), (date(2025, 7, 1), date(2026, 3, 31)))
WELL = dict.fromkeys(QUESTIONS, 1)
BOTH = (WITH_DISABILITY, ANSWERED_SIX)
MEASURES = (measures.WITH_DIFFICULTY, measures.WITHOUT_DIFFICULTY)


def answer(person, day, level=1, is_given=True):
    Consent.objects.create(person=person, kind="disability", is_given=is_given)
    FunctioningAnswers.objects.create(
        person=person, answered_on=day, **{**WELL, QUESTIONS[day.day % 6]: level}
    )


def some_answer(rng):
    """Most people, some twice, some before and some after the period, some who took it back."""
    for person in Person.everybody.order_by("pk"):
        for day in rng.sample(range(400), rng.choice((0, 1, 1, 2))):
            level, is_given = rng.randint(1, 4), rng.random() < 0.9
            answer(person, date(2025, 6, 1) + timedelta(days=day), level, is_given)


def test_random_worlds_are_counted_as_the_reference_does():
    found_some = 0
    for seed in range(3):
        rng = Random(seed)
        random = RandomWorld(rng)
        some_answer(rng)
        world = dump(LATER)
        donor = {"donor": {random.organizations[-1].pk}}
        project = {"project": {random.projects[0].pk}}
        with facts_now() as facts:
            for period in PERIODS:
                for narrow, area in (({}, None), (donor, None), (project, None), ({}, {"12"})):
                    only = {name: frozenset(values) for name, values in narrow.items()}
                    filters = Filters(*period, only, area, LATER.astimezone(LOCAL))
                    asked = Figures(facts, filters)
                    whole = answered(world, *period, narrow, area).get((), (0, 0))
                    assert tuple(asked.whole(each) for each in BOTH) == told(*whole)
                    asked.foresee((Count(each), (name,)) for each in MEASURES for name in TABLES)
                    for name in TABLES:
                        true = answered(world, *period, narrow, area, by=(name,))
                        counts = [asked.counts(each, name) for each in MEASURES]
                        cells = {*counts[0], *counts[1]}
                        assert {
                            cell: tuple(each.get(cell, 0) for each in counts) for cell in cells
                        } == true
                        found_some += sum(hard for hard, _others in true.values())
    assert found_some > 20


def crowd(scene, number, level, moment="2026-03-02 08:00", day=date(2026, 3, 2), **fields):
    run, people = scene.run(), []
    session = scene.session(run, moment)
    for _ in range(number):
        enrollment = scene.enrol(run, scene.person(**fields))
        scene.came(enrollment, session)
        answer(enrollment.person, day, level)
        people.append(enrollment.person)
    return people


def asked(period=QUARTER, now=NOW):
    with figures(Filters(*period, now=now.astimezone(LOCAL))) as found:
        return [found.values(each, *by) for by in ((), ("sex",)) for each in BOTH]


def test_the_answers_at_the_end_of_the_period_count():
    scene = Scene()
    hard = crowd(scene, 11, 3, sex="female")
    crowd(scene, 14, 2, sex="female")
    assert asked()[:2] == [{(): 11}, {(): 25}]

    for person in hard[:3]:
        answer(person, date(2026, 4, 2), 1)
    assert asked()[:2] == [{(): 11}, {(): 25}]
    year = (date(2026, 1, 1), date(2026, 12, 31))
    later = datetime(2027, 1, 1, tzinfo=LOCAL)
    assert asked(year, later)[:2] == [{(): None}, {(): 25}]
    answer(hard[0], date(2026, 3, 30), 1, is_given=False)
    assert asked()[:2] == [{(): 10}, {(): 24}]


def test_only_who_came_and_answered_is_counted():
    scene = Scene()
    crowd(scene, 12, 4, sex="male")
    crowd(scene, 12, 1, sex="male")
    crowd(scene, 5, 4, "2025-12-02 08:00", date(2025, 12, 2))
    for _ in range(5):
        answer(EnrollmentFactory().person, date(2026, 3, 1), 4)
        scene.attended("2026-03-03 08:00", PersonFactory())
    assert asked() == [{(): 12}, {(): 24}, {("male",): 12}, {("male",): 24}]


@pytest.fixture
def hidden_crowd():
    scene = Scene()
    crowd(scene, 9, 4, sex="female")
    crowd(scene, 30, 1, sex="female")


def test_nothing_of_it_is_in_the_files_of_the_facts(hidden_crowd, tmp_path):
    with override_settings(COURSES_FACTS=str(tmp_path)):
        refresh_facts(everything_anew=True)
        assert asked()[:2] == [{(): None}, {(): 39}]
        FunctioningAnswers.objects.all().delete()
        assert asked()[:2] == [{(): None}, {(): None}]
        files = json.loads((tmp_path / "manifest.json").read_text())["files"]
    assert "functioning" not in files


def test_screens_say_that_it_is_hidden_and_open_no_list(hidden_crowd, client, staff_user):
    client.force_login(staff_user)
    period = {"start": "2026-01-01", "end": "2026-03-31"}
    page = client.get(
        reverse("courses_reach_explore"), {**period, "figure": "R28", "rows": "sex"}
    ).content.decode()
    assert page.count("‹10") >= 2 and "figure=R28&amp;" not in page and ">9<" not in page
    for rows, more in (("run", {}), ("sex", {"columns": "province"}), ("sex", {"role": "worker"})):
        asked = {**period, "figure": "R28", "rows": rows, **more}
        text = client.get(reverse("courses_reach_explore"), asked).content.decode()
        assert "People told this in confidence." in text and "‹10" not in text
    for code in ("R28", "R28N"):
        listed = {**period, "figure": code, "by": "sex", "key": "female"}
        assert client.get(reverse("courses_reach_list"), listed, follow=True).status_code == 404


def test_a_frozen_report_and_its_files_keep_it_hidden(hidden_crowd, staff_user):
    filters = Filters(*QUARTER, now=NOW.astimezone(LOCAL))
    frozen = freeze_report(filters, "Quarter", by=staff_user)
    kept = {each.code: (each, value) for each, _currency, value in figures_kept(frozen, "en")}
    assert kept["R28"][1] is None and kept["R28N"][1] == 39
    assert value_in_words(kept["R28"][0], "", None, "km") == "‹១០"
    told = {each["code"]: each for each in json_content(frozen.content, {})["figures"]}
    assert (told["R28"]["value"], told["R28"]["hidden_below"]) == (None, 10)
    assert told["R28N"]["exact"] == 39 and "hidden_below" not in told["R10"]

    with figures(filters) as found:
        report, every = report_of(found), list(found.every())
    rows = [row for row in tidy_rows(report, every, Words()) if row[3] in ("R28", "R28N")]
    assert [(row[3], row[7]) for row in rows] == [("R28", "‹10"), ("R28N", 39)]
    sheet = workbook(report, every, Words(), Told("staff", []))[0]
    assert [row[3] for row in sheet.rows if row[0] == "R28"] == ["‹10"]
    FunctioningAnswers.objects.filter(communicating=4).delete()
    FunctioningAnswers.objects.filter(walking=4).delete()
    others = today_of(frozen, explain(frozen), "/why/", "en").others
    assert not [each for each in others if "six questions" in each.name or "disab" in each.name]
