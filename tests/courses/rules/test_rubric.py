"""A rubric in both languages, and what its levels come to."""

import pytest

from courses.rules.rubric import Criterion, criteria, fits, most_points, points, with_levels
from courses.rules.starting_rubrics import STARTING, TASKS, starting_rubric

RUBRIC = [
    {"key": "a", "en": "Plans", "km": "រៀបផែនការ", "levels": [{"en": "No"}, {"en": "Yes"}]},
    {
        "key": "b",
        "en": "Listens",
        "km": "",
        "levels": [{"en": "No", "km": "ទេ"}, {"en": "Half"}, {"en": "Yes", "km": "បាទ"}],
    },
]


def test_what_is_not_written_in_khmer_is_told_in_english():
    assert criteria(RUBRIC, "km") == (
        Criterion("a", "រៀបផែនការ", ("No", "Yes")),
        Criterion("b", "Listens", ("ទេ", "Half", "បាទ")),
    )
    assert [each.words for each in criteria(RUBRIC, "en")] == ["Plans", "Listens"]


def test_the_lowest_level_earns_nothing_and_each_further_one_a_point():
    assert most_points(RUBRIC) == 3
    assert points({"a": 0, "b": 2}) == 2
    assert [each.words for each in with_levels(RUBRIC, {"a": 1}, "en")] == ["Yes", ""]


@pytest.mark.parametrize(
    ("levels", "is_right"),
    [
        ({"a": 1, "b": 2}, True),
        ({"a": 1}, False),
        ({"a": 1, "b": 3}, False),
        ({"a": -1, "b": 0}, False),
        ({"a": 1, "b": 0, "c": 0}, False),
    ],
)
def test_every_criterion_has_one_of_its_levels_and_nothing_else(levels, is_right):
    assert fits(RUBRIC, levels) is is_right


@pytest.mark.parametrize("kind", STARTING)
def test_rubrics_to_begin_with_are_whole_in_both_languages(kind):
    rubric = starting_rubric(kind)

    assert most_points(rubric) == 15 and all(TASKS[kind])
    assert all(each["en"] and each["km"] for each in rubric)
    assert all(level["en"] and level["km"] for each in rubric for level in each["levels"])
    assert len({each["key"] for each in rubric}) == len(rubric)
