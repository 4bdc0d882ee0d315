"""Public figures in words and pictures: what is hidden is drawn nowhere."""

import random

import pytest

from courses.forms.numbers_words import YearTold
from courses.queries.public_numbers import public_content, year_counts
from courses.rules.public_numbers import cube_of
from courses.rules.suppression import publish
from tests.courses.published import draw_rows, frozen, report_of
from tests.factories import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(db):
    TopicFactory(slug="safety", name_en="Safety")
    snapshot = frozen(report_of(draw_rows(random.Random(9), 200)))
    publication = publish(cube_of(year_counts(snapshot)))
    return YearTold(public_content(snapshot, publication), "en")


def test_the_year_is_told_with_definitions(told):
    people, *_rest = told.large

    assert (people.name, people.text, people.is_hidden) == ("People reached", "200", False)
    assert people.reference == "Definition R1, version 1"
    assert [each.text for each in told.small][1:] == ["23", "30", "90"]


def test_a_hidden_count_has_its_mark_in_tables_and_on_the_map(told):
    hidden = {
        value: told.value("participations", province=value)
        for value in told.values_of("province")
        if isinstance(told.value("participations", province=value), str)
    }
    rows = dict(told.table("province").rows)
    tiles = [label.text for label in told.map.drawing.labels]
    looks = [box.look for box in told.map.drawing.boxes]

    assert hidden and set(hidden.values()) == {"‹5"}
    for value in hidden:
        assert rows[told.label("province", value)][-2].is_hidden
    assert tiles.count("‹5") == looks.count("hidden") == len(hidden.keys() - {"unknown"})


def test_a_share_with_a_hidden_count_is_not_told(told):
    for way in ("province", "sector"):
        for label, cells in told.table(way).rows:
            if any(cell.is_hidden for cell in cells[:3]):
                assert (cells[-1].text, cells[-1].is_hidden) == ("hidden", True), label


def test_bars_are_as_long_as_what_is_shown_of_them(told):
    quarter = told.by_quarter
    shown = [value for q in ("q1", "q2", "q3", "q4") for value in told.parts(quarter=q)]

    assert len(quarter.drawing.boxes) == sum(isinstance(n, int) and n > 0 for n in shown)
