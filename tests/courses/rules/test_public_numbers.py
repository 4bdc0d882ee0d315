"""The cube of a year: what adds up in it, and its way through JSON."""

import json
from datetime import date

import pytest

from courses.rules.public_numbers import (
    QUARTERS,
    SEXES,
    UNKNOWN,
    YearCounts,
    as_plain,
    cube_of,
    first_day,
    from_plain,
    is_whole_year,
)
from courses.rules.suppression import Why, publish
from tests.courses.rules.suppression_attack import Attack

PROVINCES = ("01", "12", UNKNOWN)


def by_sex(*counts):
    return dict(zip(SEXES, counts, strict=True))


def year(small=3):
    """Some topics count a participation twice; in one province few men came."""
    return YearCounts(
        people=by_sex(70, 40, 1, 2),
        completions=by_sex(50, 30, 0, 0),
        participations={
            "quarter": {"q1": by_sex(60, 30 + small, 0, 2), "q3": by_sex(40, 20, 1, 0)},
            "province": {"01": by_sex(20, small, 0, 0), "12": by_sex(80, 50, 1, 2)},
            "sector": {"garment": by_sex(90, 45, 1, 0), UNKNOWN: by_sex(10, 5 + small, 0, 2)},
            "topic": {
                "safety": by_sex(100, 50 + small, 1, 2),
                "rights": by_sex(30, 7, 0, 0),
            },
        },
        attendances=900,
        factories=7,
        values={
            "quarter": QUARTERS,
            "province": PROVINCES,
            "sector": ("garment", UNKNOWN),
            "topic": ("safety", "rights", UNKNOWN),
        },
    )


def at(measure="participations", **where):
    return measure, tuple(sorted(where.items()))


def test_ways_share_their_whole_and_topics_do_not_add_up_to_it():
    cube = cube_of(year())

    assert cube.counts[at()] == 156
    assert cube.counts[at(topic="safety")] + cube.counts[at(topic="rights")] == 193
    assert cube.counts[at(quarter="q2")] == 0
    assert cube.counts[at("people", sex="female")] == 70
    assert cube.counts[at("attendances")] == 900


def test_few_men_of_a_province_are_hidden_with_others_and_few_factories_too():
    publication = publish(cube_of(year()))

    assert publication.hidden[at(province="01", sex="male")] == Why.SMALL
    assert publication.hidden[at("factories")] == Why.SMALL
    assert Why.PROTECTS in publication.hidden.values()
    assert not Attack(publication).narrow()


def test_a_sensitive_topic_is_told_from_ten_on():
    hidden = publish(cube_of(year(), ["rights"])).hidden

    assert hidden[at(topic="rights", sex="male")] == Why.SMALL
    assert hidden[at(topic="rights", sex="another")] == Why.SENSITIVE_ZERO
    assert at(topic="rights", sex="male") not in publish(cube_of(year())).hidden


def test_an_edition_after_a_correction_is_safe_beside_the_first():
    first = publish(cube_of(year()))
    second = publish(cube_of(year(small=4)), [first])

    assert not Attack(first, second).narrow()


def test_a_publication_comes_back_from_json_as_it_was():
    first = publish(cube_of(year(), ["rights"]))
    again = from_plain(json.loads(json.dumps(as_plain(first))))

    assert again == first
    assert again.cube.counts == first.cube.counts


@pytest.mark.parametrize(
    ("start", "end", "is_whole"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), True),
        (date(2025, 1, 1), date(2026, 12, 31), False),
        (date(2025, 2, 1), date(2025, 12, 31), False),
    ],
)
def test_a_year_is_whole(start, end, is_whole):
    assert is_whole_year(start, end) is is_whole


def test_a_year_is_published_once_its_last_sheets_are_in():
    assert first_day(2025) == date(2026, 2, 1)
