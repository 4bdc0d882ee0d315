"""Published cubes give nothing away: an attacker who solves for the hidden counts finds none."""

import random
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.rules.suppression import Publication, Why, hidden_mark, publish
from courses.rules.suppression_cube import Axis, Cube
from tests.courses.rules.cube_worlds import (
    corrected,
    draw_cube,
    draw_people,
    large_cube,
    quarterly_cube,
    table_of,
    yearly_cube,
)
from tests.courses.rules.suppression_attack import Attack

PROVINCE = Axis("province", ("01", "02", "03"))
SEX = Axis("sex", ("female", "male"))
SEEDS = st.integers(0, 2**32)


def cube_of(counts, **more):
    """Participations by province and sex from counts of (province, sex)."""
    rows = [
        {"province": province, "sex": sex}
        for (province, sex), count in counts.items()
        for _ in range(count)
    ]
    return Cube((table_of(rows, (PROVINCE, SEX), **more),))


def at(**where):
    return "participations", tuple(sorted(where.items()))


ONE_SMALL = {
    ("01", "female"): 3, ("01", "male"): 20, ("02", "female"): 40, ("02", "male"): 30,
    ("03", "female"): 60, ("03", "male"): 9,
}  # fmt: skip


def test_one_small_count_takes_a_row_and_a_column_with_it():
    publication = publish(cube_of(ONE_SMALL))

    assert publication.hidden == {
        at(province="01", sex="female"): Why.SMALL,
        at(province="01", sex="male"): Why.PROTECTS,
        at(province="03", sex="female"): Why.PROTECTS,
        at(province="03", sex="male"): Why.PROTECTS,
    }
    assert set(publication.protects.values()) == {at(province="01", sex="female")}
    assert publication.shown(at(province="01", sex="female")) is None
    assert publication.shown(at(province="01")) == 23
    assert publication.shown(at()) == 162


def test_where_nothing_is_small_nothing_is_hidden():
    counts = {place: 0 if place == ("02", "male") else 50 for place in ONE_SMALL}

    assert publish(cube_of(counts)).hidden == {}


def test_a_small_total_is_hidden_with_what_it_adds_up():
    publication = publish(cube_of(ONE_SMALL | {("01", "male"): 0}))

    assert publication.hidden[at(province="01")] == Why.SMALL_TOTAL
    assert publication.hidden[at(province="01", sex="female")] == Why.SMALL
    assert publication.shown(at(province="01", sex="male")) == 0
    assert not Attack(publication).narrow()


def test_zeros_of_sensitive_values_are_hidden_and_their_threshold_is_larger():
    rows = [{"topic": "harassment", "sex": "female"}] * 8 + [
        {"topic": topic, "sex": sex}
        for topic in ("health", "wages")
        for sex in SEX.values
        for _ in range(40)
    ]
    topic = Axis("topic", ("harassment", "health", "wages"))
    cube = Cube((table_of(rows, (topic, SEX)),), {("topic", "harassment"): 10})

    publication = publish(cube)

    assert publication.hidden[at(topic="harassment", sex="female")] == Why.SMALL
    assert publication.hidden[at(topic="harassment", sex="male")] == Why.SENSITIVE_ZERO
    assert publication.hidden[at(topic="harassment")] == Why.SMALL_TOTAL
    assert not Attack(publication).narrow()


def test_a_share_is_told_only_where_every_part_of_the_whole_is():
    publication = publish(cube_of(ONE_SMALL))
    women, men = at(province="02", sex="female"), at(province="02", sex="male")

    assert publication.share([women], [women, men]) == Fraction(40, 70)
    assert publication.share([at(sex="female")], [at(sex="female"), at(sex="male")]) == (
        Fraction(103, 162)
    )
    women, men = at(province="03", sex="female"), at(province="03", sex="male")
    assert publication.share([women], [women, men]) is None
    nobody = publish(cube_of({})).share([women], [women, men])
    assert nobody is None
    with pytest.raises(ValueError, match="within its whole"):
        publication.share([women], [men])


def test_what_was_hidden_stays_hidden_and_a_correction_gives_nothing_away():
    first = publish(cube_of(ONE_SMALL))
    second = publish(cube_of(ONE_SMALL | {("03", "male"): 10}), [first])

    assert first.hidden.keys() <= second.hidden.keys()
    assert not Attack(first, second).narrow()


def test_one_person_more_cannot_be_told_from_the_totals_that_she_changed():
    """Nobody was hidden before; now one zero became one, and all else was shown."""
    before = {(p, s): 50 for p in PROVINCE.values for s in SEX.values} | {("01", "male"): 0}
    first = publish(cube_of(before))
    second = publish(cube_of(before | {("01", "male"): 1}), [first])

    assert first.hidden == {}
    assert second.hidden.keys() >= {at(), at(province="01"), at(sex="male")}
    assert not Attack(first, second).recovered()


def test_what_is_public_already_is_said_to_be():
    rough = cube_of(ONE_SMALL, threshold=3)
    publication = publish(cube_of(ONE_SMALL), [publish(rough)])

    assert publication.already_public == {at(province="01", sex="female")}


def test_years_and_their_quarters_guard_each_other():
    publication = publish(yearly_cube(random.Random(1)))

    assert Why.PROTECTS in publication.hidden.values()
    assert not Attack(publication).narrow()


def test_hiding_small_counts_alone_gives_them_away():
    """Without this the attack itself would prove nothing."""
    hidden, found = 0, 0
    for seed in range(30):
        cube, _story = draw_cube(random.Random(seed))
        thresholds = cube.thresholds()
        small = {cell: Why.SMALL for cell, n in cube.counts.items() if 0 < n < thresholds[cell]}
        hidden += len(small)
        found += len(Attack(Publication(cube, small, {})).recovered())
    assert found > hidden / 4 > 50


def test_forgetting_the_first_publication_gives_counts_away():
    """Two publications that are safe alone are not safe together."""
    found = 0
    for seed in range(12):
        cube, story = draw_cube(random.Random(seed))
        again = corrected(random.Random(seed), story)
        found += len(Attack(publish(cube), publish(again)).recovered())
    assert found > 0


def attacked(*publications):
    """What the attacker recovers, or narrows down to fewer values than there are small counts."""
    attack = Attack(*publications)
    return attack.recovered() | attack.narrow().keys()


@settings(max_examples=30)
@given(SEEDS)
def test_no_hidden_count_of_linked_tables_can_be_recovered(seed):
    cube, _story = draw_cube(random.Random(seed))
    assert attacked(publish(cube)) == set()


@settings(max_examples=20)
@given(SEEDS)
def test_no_hidden_count_of_people_can_be_recovered_from_what_does_not_add_up(seed):
    assert attacked(publish(draw_people(random.Random(seed)))) == set()


@settings(max_examples=20)
@given(SEEDS)
def test_no_hidden_count_can_be_recovered_from_two_publications(seed):
    draw = random.Random(seed)
    cube, story = draw_cube(draw)
    first = publish(cube)
    assert attacked(first, publish(corrected(draw, story), [first])) == set()


def test_of_25_provinces_by_sex_and_quarter_less_than_half_is_hidden():
    """How long that takes is measured by `make bench ONLY=suppression_quarterly_s`."""
    cube = quarterly_cube(random.Random(7))
    publication = publish(cube)

    assert len(cube.counts) == 26 * 5 * 13
    assert 0 < len(publication.hidden) < len(cube.counts) / 2


def test_all_tables_of_a_programme_are_published_together_and_again_after_corrections():
    draw = random.Random(7)
    cube, again = large_cube(draw), large_cube(random.Random(7), corrections=9)
    first = publish(cube)
    second = publish(again, [first])
    changed = {cell for cell, count in again.counts.items() if count != cube.counts[cell]}

    assert len(cube.counts) > 3000 and len(changed) > 50
    assert not first.is_withheld
    assert not second.is_withheld
    assert first.hidden.keys() - changed <= second.hidden.keys()


@pytest.mark.parametrize(("language", "mark"), [("en", "‹10"), ("km", "‹១០")])
def test_the_mark_tells_the_threshold(language, mark):
    assert hidden_mark(10, language) == mark


@pytest.mark.deep
@pytest.mark.slow
def test_thousands_of_cubes_give_nothing_away(capsys):
    """Prints what docs/evidence.md tells."""
    told = Counter()
    for seed in range(800):
        draw = random.Random(seed)
        cube, story = draw_cube(draw)
        first = publish(cube)
        second = publish(corrected(draw, story), [first])
        third = publish(corrected(draw, story), [first, second])
        people = publish(draw_people(draw))
        for publications in ((first,), (first, second), (first, second, third), (people,)):
            attack = Attack(*publications)
            told["attacks"] += 1
            told["hidden"] += len(publications[-1].hidden)
            told["cells"] += len(publications[-1].cube.counts)
            told["withheld"] += publications[-1].is_withheld
            told["recovered"] += len(attack.recovered())
            told["narrow"] += len(attack.narrow())
    with capsys.disabled():
        print(dict(told))
    assert (told["recovered"], told["narrow"]) == (0, 0)
    assert told["hidden"] > 40_000 and told["withheld"] < told["attacks"] / 50
