"""Tables that the reader makes, and the lists behind their figures."""

import re
from html import unescape
from random import Random

import pytest
from django.urls import reverse

from courses.admin.reach_list import LISTS
from courses.models import StaffArea
from courses.queries.facts import facts_now
from courses.queries.figures import Figures
from courses.rules.indicators import INDICATORS
from courses.rules.reach import DIMENSIONS, Filters
from courses.rules.reach.ways import Count
from tests.conftest import user_in
from tests.reference.dump import LOCAL
from tests.reference.worlds import NOW, PERIODS, RandomWorld

pytestmark = pytest.mark.django_db
START, END = PERIODS[1]


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


def explore(client, **query):
    period = {"start": START.isoformat(), "end": END.isoformat()}
    return client.get(reverse("courses_reach_explore"), {**period, **query})


def links(answer):
    """Figures of the table with the addresses of their lists."""
    text = answer.content.decode()
    found = re.findall(
        r'<td(?: class="sala-reach-q\d")?><a href="([^"]*reach/list[^"]*)">([^<]+)</a>', text
    )
    return [(unescape(url), int(number.replace(",", ""))) for url, number in found]


def lines(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.context["count"], len(answer.context["lines"])


def test_every_count_of_the_register_has_a_list_or_is_a_sum():
    """By every dimension the ids of a cell are as many as its figure."""
    RandomWorld(Random(9))
    filters = Filters(START, END, now=NOW.astimezone(LOCAL))
    counted = [each.way.measure for each in INDICATORS if isinstance(each.way, Count)]
    assert {each.ids for each in counted if each.ids} == set(LISTS)
    with facts_now() as facts:
        found = Figures(facts, filters)
        with_ids = [each for each in counted if each.ids]
        found.foresee((Count(measure), (name,)) for measure in with_ids for name in DIMENSIONS)
        for measure in with_ids:
            for name in DIMENSIONS:
                for key, number in found.counts(measure, name).items():
                    listed = found.listed(measure, (name,), key, slice(0, 1000))
                    assert len(listed) == number, (measure, name, key)


def test_what_is_not_counted_by_a_dimension_is_said(staff):
    answer = explore(staff, figure="R5", rows="sex")

    assert "is not counted by “Sex”" in answer.content.decode()


def test_the_same_days_a_year_before_stand_beside(staff):
    RandomWorld(Random(7))
    answer = explore(staff, figure="R3", rows="month", compare="year_before")
    table = answer.context["table"]

    assert table.heads[-2:] == ["Before", "Change"]
    assert table.rows[-1][1][-1].text[0] in "+−±"


def test_rows_and_columns_differ(staff):
    assert "Choose another one." in explore(staff, rows="sex", columns="sex").content.decode()


@pytest.mark.parametrize(
    "query",
    ["?figure=R5", "?figure=R1&by=sex", "?figure=R1&by=month&key=x", "?figure=R1&by=no&key=1"],
)
def test_an_address_that_makes_no_sense_has_no_list(staff, query):
    assert staff.get(reverse("courses_reach_list") + query, follow=True).status_code == 404


def test_provincial_staff_see_whom_their_figures_count(client):
    RandomWorld(Random(7))
    user = user_in("Provincial staff")
    area = StaffArea.objects.create(user=user)
    area.provinces.set(["05", "12"])
    client.force_login(user)

    for url, number in links(explore(client, figure="R1", rows="role")):
        assert lines(client, url) == (number, min(number, 50))


@pytest.fixture(scope="module")
def worlds(keep_rows):
    return keep_rows(lambda: [RandomWorld(Random(seed)) for seed in (7, 8)])


@pytest.mark.parametrize("columns", ["", "role", "topic"])
@pytest.mark.parametrize("figure", ["R1", "R2", "R3", "R17", "R12N", "R6", "R21"])
def test_every_figure_opens_a_list_as_long_as_it_says(worlds, staff, figure, columns):
    rows = "venue_province" if figure == "R21" else "sector"
    found = links(explore(staff, figure=figure, rows=rows, columns=columns))

    for url, number in found[:12]:
        assert lines(staff, url) == (number, min(number, 50)), url
