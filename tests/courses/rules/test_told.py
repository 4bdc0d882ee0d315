"""One field for a name in either script, and years as people write them."""

import pytest

from courses.rules.told import ToldName, ToldYear, told_name, told_year


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ទេព សុវណ្ណារី", ToldName(name_km="ទេព សុវណ្ណារី")),
        ("  Chan   Sreymom ", ToldName(family_name_latin="Chan", given_name_latin="Sreymom")),
        ("លោក ចាន់ តារា", ToldName(title="លោក", name_km="ចាន់ តារា")),
        (
            "ចាន់ ស្រីមុំ (Chan Sreymom)",
            ToldName(name_km="ចាន់ ស្រីមុំ", family_name_latin="Chan", given_name_latin="Sreymom"),
        ),
        (
            "Chan Sreymom, ចាន់ ស្រីមុំ",
            ToldName(name_km="ចាន់ ស្រីមុំ", family_name_latin="Chan", given_name_latin="Sreymom"),
        ),
        ("Maryam", ToldName(given_name_latin="Maryam")),
    ],
)
def test_a_name_is_sorted_by_its_script(typed, name):
    assert told_name(typed) == name


@pytest.mark.parametrize("typed", ["", "a", "12", "ក", "...", "?? 7"])
def test_what_is_no_name_is_empty(typed):
    assert told_name(typed).is_empty


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", ToldYear()),
        ("1992", ToldYear(1992)),
        ("១៩៩២", ToldYear(1992)),
        ("2062", ToldYear(problem="to_come", meant=1962)),
        ("2535", ToldYear(problem="to_come", meant=1992)),
        ("2099", ToldYear(problem="to_come", meant=1999)),
        ("2930", ToldYear(problem="to_come")),
        ("92", ToldYear(problem="not_a_year", meant=1992)),
        ("05", ToldYear(problem="not_a_year", meant=2005)),
        ("199", ToldYear(problem="not_a_year")),
        ("nineteen", ToldYear(problem="not_a_year")),
        ("2020", ToldYear(problem="too_young")),
        ("1892", ToldYear(problem="too_old", meant=1992)),
    ],
)
def test_a_year_that_cannot_be_asks_for_the_one_that_was_meant(typed, told):
    assert told_year(typed, 2026) == told
