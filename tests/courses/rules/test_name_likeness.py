"""How much two names are alike."""

import pytest

from courses.rules.khmer import match_key
from courses.rules.name_likeness import Likeness, are_near, name_likeness
from courses.rules.traits import Traits


def named(km="", latin=""):
    return Traits(key_km=match_key(km), name_latin=latin)


@pytest.mark.parametrize(
    ("first", "second", "likeness"),
    [
        (named("ស្រីមុំ", "Sreymom"), named("ស្រីមំុ", "Sreymum"), Likeness.SAME_KHMER),
        (named(latin="Sok Dara"), named("សុខ ដារ៉ា", "DARA SOK"), Likeness.SAME_LATIN),
        (named(latin="Chan Sreymom"), named(latin="Srey Mum Chann"), Likeness.SAME_SOUND),
        (named("បែន ធា", "Pen Thea"), named("ប៉ែន ធា", "Pen Thea"), Likeness.OTHER_KHMER),
        (named(latin="Ly Raksmey"), named(latin="Ly Rasmey"), Likeness.NEAR),
        (named("ម៉ាលី គឹម"), named("មាលី គឹម"), Likeness.NEAR),
        (named("សុខ ដារ៉ា"), named("ចាន់ ធារី"), Likeness.OTHER),
        (named("សុខ ដារ៉ា"), named(latin="Sok Dara"), Likeness.UNKNOWN),
        (named(), named("សុខ ដារ៉ា"), Likeness.UNKNOWN),
    ],
)
def test_likeness_is_the_same_from_both_sides(first, second, likeness):
    assert name_likeness(first, second) == likeness
    assert name_likeness(second, first) == likeness


def test_names_of_very_different_length_are_not_near():
    assert not are_near("dara", "daraveasna")
