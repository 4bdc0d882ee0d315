"""Periods and filters that the reach page accepts."""

from datetime import date

import pytest
from django.http import QueryDict

from courses.forms.explore import ExploreForm
from courses.forms.reach import ReachForm, presets
from courses.models import Phase
from courses.rules.reach import Filters
from tests.factories import CourseFactory, TopicFactory

TODAY = date(2026, 11, 22)


def form(query=""):
    return ReachForm(QueryDict(query), today=TODAY)


def test_presets_cover_whole_years_and_quarters():
    assert presets(TODAY) == {
        "this_year": (date(2026, 1, 1), date(2026, 12, 31)),
        "last_year": (date(2025, 1, 1), date(2025, 12, 31)),
        "this_quarter": (date(2026, 10, 1), date(2026, 12, 31)),
        "last_quarter": (date(2026, 7, 1), date(2026, 9, 30)),
    }


def test_the_quarter_before_the_first_lies_in_the_year_before():
    ready = presets(date(2026, 2, 3))

    assert ready["this_quarter"] == (date(2026, 1, 1), date(2026, 3, 31))
    assert ready["last_quarter"] == (date(2025, 10, 1), date(2025, 12, 31))


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "period=this_year", "period=nonsense"])
def test_this_year_is_meant_where_nothing_else_is_said(query):
    asked = form(query)

    assert asked.is_valid()
    assert asked.filters == Filters(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.django_db
def test_a_phase_takes_the_place_of_the_days_and_stands_in_their_fields():
    phase = Phase.objects.create(
        code="1", name_en="Start", starts_on=date(2025, 4, 1), ends_on=date(2026, 6, 30)
    )
    asked = form(f"period=phase-{phase.pk}&start=2020-01-01&end=2020-12-31")
    explored = ExploreForm(QueryDict(f"period=phase-{phase.pk}"), TODAY, [("sex", "Sex")])

    assert asked.is_valid()
    assert asked.filters == Filters(date(2025, 4, 1), date(2026, 6, 30))
    assert (asked["start"].value(), asked["period"].value()) == ("2025-04-01", "")
    for found in (asked, explored):
        assert ("Phases", [(f"phase-{phase.pk}", "Start")]) in found.fields["period"].choices
    assert explored["end"].value() == "2026-06-30"
    assert "period" in [field.name for field in explored.chosen]


@pytest.mark.django_db
def test_filters_are_ids_and_codes():
    topic = TopicFactory(name_en="Safety")
    course = CourseFactory(code="OSHC", title_en="Committee")
    asked = form(
        f"start=2026-01-01&end=2026-01-31&topic={topic.pk}&course={course.pk}"
        "&province=12&sector=garment"
    )

    assert asked.is_valid()
    only = {"topic": topic.pk, "course": course.pk, "province": "12", "sector": "garment"}
    assert asked.filters == Filters(
        date(2026, 1, 1),
        date(2026, 1, 31),
        {name: frozenset([value]) for name, value in only.items()},
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "errors"),
    [
        (
            "start=2026-02-01&end=2026-01-01",
            {"end": ["The last day is before the first day."]},
        ),
        (
            "start=2020-02-29&end=2026-01-01",
            {"end": ["Choose a period of five years at most."]},
        ),
        ("start=1026-02-01&end=2026-01-01", {"start": ["Choose a day between 2000 and 2100."]}),
        ("start=2026-02-01&end=9999-12-31", {"end": ["Choose a day between 2000 and 2100."]}),
        ("start=2026-02-01", {"end": ["This field is required."]}),
        (
            "sector=mining",
            {"sector": ["Select a valid choice. mining is not one of the available choices."]},
        ),
    ],
)
def test_a_period_or_filter_that_makes_no_sense_is_an_error(query, errors):
    asked = form(query)

    assert not asked.is_valid()
    assert asked.errors == errors


@pytest.mark.django_db
def test_five_years_to_the_day_are_accepted():
    assert form("start=2021-01-01&end=2025-12-31").is_valid()
