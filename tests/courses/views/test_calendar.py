"""The calendar of runs."""

from datetime import date

import pytest

from tests.courses.views.conftest import address
from tests.factories import CourseRunFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def december(run):
    run.starts_on = run.ends_on = date(2026, 12, 1)
    run.save()
    return SessionFactory(run=run)


def entries(response):
    return {
        each["day"]: [entry["title"] for entry in each["entries"]]
        for each in response.context["days"]
        if each["entries"]
    }


def test_a_month_shows_the_runs_of_the_trainer_and_no_others(trainer, december):
    SessionFactory(run=CourseRunFactory(starts_on=date(2026, 12, 1)))

    response = trainer.get(address("calendar"), {"day": "2026-12-24"})

    assert entries(response) == {date(2026, 12, 1): ["Safety committee"]}
    assert len(response.context["days"]) == 35
    assert response.context["steps"]["before"] == "?day=2026-11-01"
    assert response.context["steps"]["after"] == "?day=2027-01-01"


def test_a_week_and_a_list(trainer, december):
    week = trainer.get(address("calendar"), {"view": "week", "day": "2026-12-03"})
    assert [each["day"].day for each in week.context["days"]] == [30, 1, 2, 3, 4, 5, 6]
    assert week.context["steps"]["after"] == "?view=week&day=2026-12-10"

    listed = trainer.get(address("calendar"), {"view": "list", "day": "2026-12-03"})
    assert [each["day"].day for each in listed.context["days"]] == [1]


def test_what_narrows_the_calendar_stays_open_and_another_week_does_not_open_it(trainer, december):
    asked = {"view": "week", "day": "2026-12-03"}
    for more, is_narrowed in (({}, False), ({"course": december.run.course_id}, True)):
        shown = trainer.get(address("calendar"), asked | more)
        assert shown.context["form"].is_narrowed is is_narrowed
        assert ("<details open>" in shown.content.decode()) is is_narrowed


def test_an_address_that_makes_no_sense_shows_this_month(trainer, december):
    response = trainer.get(address("calendar"), {"day": "soon", "view": "year", "venue": "x"})
    assert response.context["view"] == "month"
    assert any(each["is_today"] for each in response.context["days"])


def test_filters_stay_while_one_goes_on(trainer, december):
    asked = {"day": "2026-12-01", "course": december.run.course_id}
    response = trainer.get(address("calendar"), asked)
    assert f"course={december.run.course_id}" in response.context["steps"]["after"]
    assert trainer.get(address("calendar"), asked | {"province": "25"}).context["runs"] == 0


@pytest.mark.parametrize("rows", [1, 30])
def test_a_month_takes_the_same_queries_for_many_runs(
    trainer, trainer_user, december, rows, django_assert_num_queries
):
    for number in range(1, rows):
        run = CourseRunFactory(starts_on=date(2026, 12, 1 + number % 20))
        run.run_trainers.create(person=trainer_user.training_person)
        SessionFactory(run=run)

    with django_assert_num_queries(11):
        response = trainer.get(address("calendar"), {"day": "2026-12-24"})

    assert response.context["runs"] == rows
