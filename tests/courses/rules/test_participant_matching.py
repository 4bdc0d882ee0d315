from dataclasses import replace

import pytest

from courses.rules.participant_matching import KnownPeople
from courses.rules.traits import Known, Traits

LOTUS, PALM = 1, 2
DARA = Traits(
    key_km="សុខដារ៉ា",
    name_latin="Sok Dara",
    sex="male",
    birth_year=1990,
    phones=frozenset({"+85512345678"}),
    employer=LOTUS,
    employee_number="17",
)
ROW = Traits(key_km="សុខដារ៉ា", name_latin="Sok Dara", employer=LOTUS)


def on_run(traits=DARA, person=1):
    return Known(person, traits, frozenset({(LOTUS, "17")}), frozenset({LOTUS}), is_on_run=True)


def on_record(traits=DARA, person=1):
    return Known(
        person, replace(traits, employer=None), frozenset({(LOTUS, "17")}), frozenset({LOTUS})
    )


def is_known(row, known):
    return KnownPeople([known]).take(row) is not None


@pytest.mark.parametrize(
    "row",
    [
        replace(ROW, employee_number="17"),
        Traits(name_latin="SOK Dhara", employer=LOTUS, employee_number="17"),
        Traits(name_latin="Dara Sok", employer=LOTUS, employee_number="17"),
        Traits(key_km="សុខដារ៉ា", employer=LOTUS, employee_number="17"),
        Traits(name_latin="Sok Dara", phones=frozenset({"+85512345678"})),
        Traits(name_latin="Dara Sok", phones=frozenset({"+85512345678"}), employer=PALM),
        replace(ROW, birth_year=1990),
    ],
)
def test_number_phone_or_birth_year_with_a_name_tell_who_it_is(row):
    assert is_known(row, on_record())


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        Traits(name_latin="Chan Theary", phones=frozenset({"+85512345678"})),
        Traits(name_latin="Chan Theary", employer=LOTUS, employee_number="17"),
        Traits(key_km="ចាន់ធារី", employer=LOTUS, employee_number="17"),
        replace(ROW, employer=PALM, birth_year=1990),
        replace(ROW, phones=frozenset({"+85512345678"}), sex="female"),
        replace(ROW, phones=frozenset({"+85512345678"}), birth_year=1991),
        replace(ROW, birth_year=1990, employee_number="18"),
    ],
)
def test_a_name_or_a_phone_alone_is_not_enough(row):
    assert not is_known(row, on_record())


def test_on_the_run_the_same_name_at_the_same_employer_is_the_same_person():
    assert is_known(ROW, on_run())
    assert not is_known(replace(ROW, employer=PALM), on_run())
    assert not is_known(replace(ROW, phones=frozenset({"+85598765432"})), on_run())
    assert not is_known(replace(ROW, sex="female"), on_run())


def test_a_khmer_name_meets_a_latin_one_by_employee_number_only():
    latin_only = on_record(replace(DARA, key_km=""))
    row = Traits(key_km="សុខដារ៉ា", employer=LOTUS, employee_number="17")
    assert is_known(row, latin_only)
    assert not is_known(replace(row, employee_number=""), latin_only)


def test_each_person_answers_to_one_row():
    twins = KnownPeople([on_run(person=1), on_run(person=2)])
    assert [twins.take(ROW), twins.take(ROW), twins.take(ROW)] == [1, 2, None]


def test_nobody_is_known_among_nobody():
    assert KnownPeople([]).take(DARA) is None
