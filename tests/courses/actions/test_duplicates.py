"""Records that may be of one person wait in a queue, are found again, and answers stay."""

import pytest

from courses.actions.duplicates import (
    compare_everybody,
    compare_newcomers,
    put_off,
    take_back_answer,
)
from courses.actions.merging import merge_people, tell_apart, undo_merge
from courses.actions.people import PersonDetails, register_person
from courses.models import DistinctPair, DuplicateCandidate, Person
from courses.queries.duplicates import next_pair
from tests.courses.queries.test_duplicates import named
from tests.factories import OrganizationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(db):
    return UserFactory()


@pytest.fixture
def factory(db):
    return OrganizationFactory()


def registered(factory, name="ចាន់ ស្រីមុំ", **details):
    details = {"birth_year": 1995, "sex": "female", "phone": "012 345 678"} | details
    told = PersonDetails(name_km=name, employer=factory, **details)
    return register_person(told, by=None)


@pytest.fixture
def twins(factory):
    for name in ("ហេង វុទ្ធី", "លី គង់", "ផុន ពៅ"):
        named(name)
    return registered(factory), registered(factory, "ចាន់ ស្រីមំុ")


def waiting():
    rows = DuplicateCandidate.objects.undecided()
    return set(rows.order_by().values_list("first", "second"))


def pair(*people):
    return tuple(sorted(person.pk for person in people))


def test_newcomers_are_compared_once_and_alike_ones_wait(twins):
    assert compare_newcomers() == 5
    assert waiting() == {pair(*twins)}
    queued = DuplicateCandidate.objects.get()
    assert {"same_name", "same_phone", "same_employer"} <= set(queued.reasons)
    assert compare_newcomers() == 0


def test_a_corrected_name_is_compared_again(twins, factory):
    compare_newcomers()
    other = registered(factory, "ហេង ដារ៉ា", phone="", birth_year=None)
    compare_newcomers()
    other = Person.objects.get(pk=other.pk)
    other.name_km, other.birth_year = "ចាន់ ស្រីមុំ", 1995
    other.save()

    assert compare_newcomers() == 1
    assert {pair(other, twin) for twin in twins} <= waiting()


def test_everybody_again_changes_nothing_and_forgets_who_is_not_alike_any_more(twins):
    stranger = named("ឡុង រ័ត្ន")
    DuplicateCandidate.objects.create(
        first_id=pair(twins[0], stranger)[0], second_id=pair(twins[0], stranger)[1], bits=1
    )
    assert compare_everybody() == 1
    rows = list(DuplicateCandidate.objects.values())
    assert waiting() == {pair(*twins)}

    assert compare_everybody() == 1
    assert list(DuplicateCandidate.objects.values()) == rows
    assert compare_newcomers() == 0


def test_who_was_told_apart_never_waits_again(twins, by):
    answer = tell_apart(*twins, by=by)
    compare_newcomers()
    assert compare_everybody() == 0
    assert waiting() == set()

    take_back_answer(answer, by=by)
    assert compare_everybody() == 1
    assert not DistinctPair.objects.exists()


def test_an_answer_about_a_record_holds_for_the_one_it_became_part_of(twins, factory, by):
    third = registered(factory)
    compare_newcomers()
    assert len(waiting()) == 3
    one, other = twins
    tell_apart(third, other, by=by)
    merge = merge_people(one, other, by=by)
    compare_newcomers()
    assert waiting() == set()

    undo_merge(merge, by=by)
    compare_newcomers()
    assert waiting() == {pair(*twins), pair(one, third)}


def test_later_means_behind_all_others(twins, factory):
    registered(factory)
    compare_newcomers()
    rows = DuplicateCandidate.objects.undecided()
    seen = []
    for _turn in range(4):
        first = next_pair(rows)
        seen.append(first.pk)
        put_off(first)
    assert len(set(seen[:3])) == 3 and seen[3] == seen[0]
