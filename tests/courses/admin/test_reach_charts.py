"""Pictures of figures: which picture a table has, and that it draws what was counted."""

from datetime import date
from fractions import Fraction

import pytest

from courses.admin.reach_charts import Pictured, by_month, by_province, heat, shade_of
from courses.admin.reach_words import MONTH, PROVINCE, ROLE, SECTOR, Words
from courses.queries.explore import Crossed
from courses.queries.reach import Report, Row
from courses.rules import indicators
from courses.rules.reach import Filters
from courses.rules.reach.told import Figures, Sexes

NAMES = {"12": "Phnom Penh", "05": "Kampong Speu"}
SECTORS = {"garment": "Garment", "footwear": "Footwear", None: "Sector unknown"}
COUNTED = {"garment": 40, "footwear": 10, None: 2}


class Named(Words):
    """Words for which no model has to be asked."""

    labels = {"province": NAMES, "sector": SECTORS, "role": {}}

    def __init__(self):
        self.language = "en"


def pictured(dimension, rows, indicator=indicators.PARTICIPATIONS, **more):
    found = Crossed(indicator, (dimension.name, *more.pop("by", ())), rows, **more)
    return Pictured(found, list(rows), Named(), dimension)


def report(**breakdowns):
    return Report(Filters(date(2025, 12, 1), date(2026, 1, 31)), None, breakdowns=breakdowns)


def row(key, **sexes):
    return Row(key, Figures(sexes=Sexes(**sexes)))


def test_months_are_cut_by_sex_and_those_of_two_years_say_their_year():
    months = row(date(2025, 12, 1), women=4, men=2), row(date(2026, 1, 1), another=1)
    chart = by_month(report(month=months), Named())

    assert [head for _look, head in chart.key] == ["Women", "Men", "Another"]
    assert chart.rows == (("Dec 2025", "4", "2", "0", "6"), ("Jan 2026", "0", "0", "1", "1"))


def test_provinces_are_tiles_and_the_unknown_is_none():
    tiles = by_province(report(province=(row("12", women=500), row(None, men=3))), Named())

    assert [box.look for box in tiles.drawing.boxes] == ["q4", "q0"]


def test_counts_are_bars_and_a_single_row_is_no_picture():
    chart = pictured(SECTOR, COUNTED).chart

    assert chart.heads == ("Sector", "Participations")
    assert chart.rows == (("Garment", "40"), ("Footwear", "10"), ("Sector unknown", "2"))
    assert pictured(SECTOR, {"garment": 4}).chart is None


def test_two_ways_are_cut_by_sex():
    cells = {("garment", "female"): 30, ("garment", "male"): 10, ("footwear", None): 10}
    chart = pictured(SECTOR, COUNTED, by=("sex",), cells=cells).chart

    assert chart.rows[:2] == (
        ("Garment", "30", "10", "0", "40"),
        ("Footwear", "0", "0", "10", "10"),
    )


def test_another_period_stands_beside():
    chart = pictured(SECTOR, COUNTED, before={"garment": 60}).chart

    assert chart.rows[0] == ("Garment", "60", "40", "−20")


def test_months_are_columns_and_shares_of_months_a_line_in_per_cent():
    months = {date(2026, month, 1): Fraction(1, month) for month in (1, 2, 3)}
    share = pictured(MONTH, months, indicators.WOMENS_SHARE).chart
    count = pictured(MONTH, dict.fromkeys(months, 5)).chart

    assert share.heads == ("Month", "Women’s share (%)")
    assert share.rows[2] == ("March 2026", "33")
    assert (len(share.drawing.lines), len(count.drawing.lines)) == (1, 0)


def test_shares_fill_their_tracks_and_have_no_base():
    chart = pictured(SECTOR, {"garment": Fraction(1, 2), "footwear": None}, indicators.WOMENS_SHARE)

    assert chart.chart.rows == (("Garment", "50\u00a0%"), ("Footwear", "–"))
    assert chart.map is None


def test_provinces_have_a_map_beside_their_bars():
    picture = pictured(PROVINCE, {"12": 5, "05": 3, None: 1})

    assert len(picture.map.drawing.boxes) == 2 and len(picture.chart.rows) == 3
    assert pictured(ROLE, {"worker": 5, "manager": 3}).map is None


@pytest.mark.parametrize(
    ("value", "shade"), [(0, ""), (None, ""), (1, "q1"), (26, "q2"), (100, "q4")]
)
def test_cells_of_two_ways_are_the_darker_the_larger(value, shade):
    found = Crossed(indicators.PEOPLE, ("role", "sex"), {}, cells={("a", "b"): 100, ("a", "c"): 1})

    assert shade_of(value, heat(found)) == shade
