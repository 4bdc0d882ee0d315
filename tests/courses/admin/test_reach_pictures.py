"""Bars and tiles: what is drawn is what was counted."""

from datetime import date

from courses.admin.reach_pictures import TILES, Shade, bars, province_map, shades
from courses.admin.reach_words import Line
from courses.rules.reach.told import Figures, Sexes

NAMES = {code: f"Province {code}" for code in TILES}


def line(year, month, **sexes):
    return Line(date(year, month, 1), f"{year}-{month}", Figures(sexes=Sexes(**sexes)))


def test_a_bar_is_as_long_as_its_month_and_has_a_part_for_each_sex():
    chart = bars([line(2026, 1, women=100, men=50, unknown=1), line(2026, 2, women=1)], "en")
    january, february = chart.bars

    assert [part.css for part in january.parts] == ["women", "men", "unknown"]
    assert january.parts[0].path == "M58.0 4.0h164.6v20.0h-164.6z"
    assert [part.css for part in february.parts] == ["women"]
    assert (january.label, january.total, february.baseline) == ("Jan", 151, 48)
    assert chart.highest.label == "2026-1"
    assert not chart.has_another


def test_months_of_two_years_say_their_year():
    chart = bars([line(2025, 12, another=1), line(2026, 1)], "km")

    assert [bar.label for bar in chart.bars] == ["ធ្នូ ២០២៥", "មករា ២០២៦"]
    assert chart.bars[1].parts == ()
    assert chart.has_another


def test_nothing_in_any_month_draws_no_bars():
    assert [bar.parts for bar in bars([line(2026, 1)], "en").bars] == [()]


def test_the_shades_suit_the_largest_number():
    assert shades(4218) == (
        Shade("q0", 0, 0),
        Shade("q1", 1, 199),
        Shade("q2", 200, 999),
        Shade("q3", 1000, 3999),
        Shade("q4", 4000, None),
    )
    assert [shade.low for shade in shades(0)] == [0, 1, 2, 10, 40]


def test_every_province_has_a_tile_of_its_own_in_the_shade_of_its_count():
    drawn = province_map({"12": 500, "05": 20}, NAMES, "en")
    shade_of = {tile.name: tile.css for tile in drawn.tiles}

    assert len({(tile.x, tile.y) for tile in drawn.tiles}) == 25
    assert shade_of["Province 12"] == "q4"
    assert shade_of["Kg. Speu"] == "q2"
    assert shade_of["Province 23"] == "q0"


def test_a_province_that_the_site_does_not_know_has_no_tile():
    assert len(province_map({}, {"12": "Phnom Penh"}, "km").tiles) == 1
