"""What a merge would do, and what is known about merges and pairs."""

import pytest

from courses.actions.merging import merge_people, tell_apart, undo_merge
from courses.models import PersonPhone
from courses.queries.matching import people_like
from courses.queries.merging import (
    are_distinct,
    latest_merge,
    plan_of,
    standing_merge_of,
    with_marks_left_aside,
)
from courses.queries.people import people_matching
from courses.queries.records import with_presence
from courses.rules.traits import Traits
from tests.courses.actions.twins import enrolled_twice
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(db):
    return PersonFactory(), PersonFactory()


def test_the_plan_parts_what_moves_from_what_both_have(both):
    kept, absorbed = both
    _run, mine, other, (morning, afternoon) = enrolled_twice(both)
    alone = EnrollmentFactory(person=absorbed)
    weak = AttendanceFactory(
        session=morning, enrollment=mine, presence="absent", credited_minutes=0
    )
    strong = AttendanceFactory(session=morning, enrollment=other)
    single = AttendanceFactory(session=afternoon, enrollment=other)

    plan = plan_of(kept, absorbed)

    assert plan.shares["enrollments"].moving == [alone]
    assert plan.folds == [(other, mine)]
    assert plan.marks.moving == [single]
    assert plan.stronger == [(strong, weak)]
    assert plan.raised == []


def test_blanks_are_whole_groups(both):
    kept = PersonFactory(family_name_latin="Chan", given_name_latin="", email="")
    absorbed = PersonFactory(given_name_latin="Mom", email="mom@example.org", birth_year=1990)

    assert plan_of(kept, absorbed).blanks == [
        {"birth_year": 1990, "birth_year_is_estimated": False},
        {"email": "mom@example.org"},
    ]


def test_who_trains_on_the_run_of_the_other_is_told(both):
    kept, absorbed = both
    first, second = CourseRunFactory(code="B"), CourseRunFactory(code="A")
    first.run_trainers.create(person=kept)
    second.run_trainers.create(person=absorbed)
    EnrollmentFactory(run=first, person=absorbed)
    EnrollmentFactory(run=second, person=kept)

    assert plan_of(kept, absorbed).both_train_and_take_part == ["A", "B"]


@pytest.mark.parametrize("rows", [1, 30])
def test_a_plan_takes_the_same_number_of_queries_for_many_rows(
    rows, both, django_assert_num_queries
):
    kept, absorbed = both
    for _row in range(rows):
        _run, _mine, other, (morning, _afternoon) = enrolled_twice(both)
        AttendanceFactory(session=morning, enrollment=other)
        PersonPhone.objects.create(person=absorbed, raw=f"0{_row}")

    with django_assert_num_queries(24):
        plan = plan_of(kept, absorbed)
        assert (len(plan.folds), len(plan.marks), len(plan.shares["phones"])) == (rows,) * 3
        assert (plan.raised, plan.stronger, plan.both_train_and_take_part) == ([], [], [])


def test_the_newest_merge_that_stands(both):
    kept, absorbed = both
    third, user = PersonFactory(), UserFactory()
    assert (latest_merge(kept), standing_merge_of(kept)) == (0, None)

    first = merge_people(kept, absorbed, by=user)
    second = merge_people(kept, third, by=user)
    assert (latest_merge(kept, absorbed), standing_merge_of(kept)) == (second.pk, second)
    undo_merge(second, by=user)
    assert (latest_merge(kept), standing_merge_of(kept)) == (second.pk, first)
    assert standing_merge_of(absorbed) == first


def test_pairs_are_known_from_both_sides(both):
    tell_apart(*both, by=UserFactory())

    assert are_distinct(*both) and are_distinct(*reversed(both))
    assert not are_distinct(both[0], PersonFactory())


def test_a_merged_record_is_found_nowhere_but_its_card_finds_the_kept_one(both):
    kept, absorbed = both
    PersonPhone.objects.create(person=absorbed, raw="012 345 678", e164="+85512345678")
    PersonPhone.objects.create(person=kept, raw="012 345 678", e164="+85512345678")
    merge_people(kept, absorbed, by=UserFactory())

    assert list(people_matching(absorbed.card_code)) == [kept]
    assert list(people_matching("Sreymom")) == [kept]
    assert list(people_matching("012345678")) == [kept]
    told = Traits(name_latin="Chan Sreymom", phones=frozenset(["+85512345678"]))
    assert people_like(told) == [kept]


def test_marks_left_aside_are_shown_and_not_counted(both):
    run, mine, other, (morning, _afternoon) = enrolled_twice(both)
    counts = AttendanceFactory(session=morning, enrollment=mine)
    weaker = AttendanceFactory(session=morning, enrollment=other, credited_minutes=90)
    merge_people(*both, by=UserFactory())

    assert set(with_marks_left_aside(mine)) == {counts, weaker}
    first = with_presence(run.sessions.order_by("pk")).first()
    assert (first.enrolled, first.here) == (1, 1)
