"""Scores, reasons and verdicts: facts about two people in, a judgement out."""

from dataclasses import replace

import pytest

from courses.rules.evidence import WEIGHTS
from courses.rules.matching import REVIEW_BITS, Verdict, judge, name_suffices, prior_bits
from courses.rules.traits import Known, Traits

LOTUS, PALM = 1, 2
MANY = 60_000
TOLD = Traits(key_km="សុខដារ៉ា", employer=LOTUS)
DARA = Traits(
    key_km="សុខដារ៉ា",
    name_latin="Sok Dara",
    sex="male",
    birth_year=1990,
    phones=frozenset({"+85512345678"}),
)


def verdict(told, traits=DARA, numbers=((LOTUS, "17"),), among=MANY):
    known = Known(1, traits, frozenset(numbers), frozenset({LOTUS}))
    return judge(told, known, among=among).verdict


def test_a_match_says_why_and_how_sure():
    known = Known(7, DARA, frozenset(), frozenset({LOTUS}))
    told = replace(TOLD, sex="male", birth_year=1991, phones=frozenset({"+85512345678"}))
    match = judge(told, known, among=MANY)
    assert match.person == 7
    assert match.reasons == (
        "same_name", "same_sex", "similar_birth_year", "same_phone", "same_employer",
    )  # fmt: skip
    observed = {
        "name": "same_khmer", "sex": "same", "birth_year": "near", "phone": "same",
        "employer": "same",
    }  # fmt: skip
    weights = sum(WEIGHTS[field][level] for field, level in observed.items())
    assert match.score == pytest.approx(prior_bits(told, MANY) + weights)


def test_what_is_not_told_weighs_nothing():
    nothing = judge(Traits(), Known(1, Traits()), among=MANY)
    assert nothing.score == prior_bits(Traits(), MANY)
    assert nothing.reasons == ()


@pytest.mark.parametrize("among", [1, MANY])
@pytest.mark.parametrize(
    "told",
    [
        Traits(key_km="សុខដារ៉ា"),
        Traits(phones=DARA.phones),
        replace(TOLD, key_km="ចាន់ធារី", phones=DARA.phones, birth_year=1990),
        replace(TOLD, phones=DARA.phones, sex="female"),
        replace(TOLD, phones=DARA.phones, birth_year=1975),
        replace(TOLD, phones=DARA.phones, birth_year=1991),
        replace(TOLD, phones=DARA.phones, employee_number="18"),
    ],
)
def test_nobody_decides_alone_on_a_name_a_phone_or_against_a_contradiction(told, among):
    assert verdict(told, among=among) != Verdict.SAME


def test_a_shared_phone_says_less_than_one_of_her_own():
    told = replace(TOLD, phones=DARA.phones)
    shared = replace(DARA, shared_phones=DARA.phones)
    scores = [judge(told, Known(1, each), among=MANY).score for each in (shared, DARA)]
    assert scores == sorted(scores)
    assert scores[0] < scores[1]


def test_an_estimated_year_may_be_three_years_off():
    told = replace(TOLD, phones=DARA.phones, birth_year=1993, birth_year_is_estimated=True)
    assert verdict(told) == Verdict.SAME
    assert verdict(replace(told, birth_year=1994)) == Verdict.PERHAPS
    assert verdict(replace(told, birth_year_is_estimated=False)) == Verdict.PERHAPS


def test_khmer_names_that_differ_are_left_to_people():
    ben = Traits(key_km="បែន", name_latin="Pen", phones=DARA.phones)
    pen = Traits(key_km="ប៉ែន", name_latin="Pen", phones=DARA.phones)
    assert verdict(pen, ben) == Verdict.PERHAPS


def test_a_record_is_expected_to_be_known_less_often_than_a_row():
    assert prior_bits(replace(TOLD, record=5), MANY) < prior_bits(TOLD, MANY)


def test_a_name_suffices_in_a_small_register_only():
    assert name_suffices(TOLD, 1_500, REVIEW_BITS)
    assert not name_suffices(TOLD, 645_000, REVIEW_BITS)
