"""A walk-in who is somebody on the list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.attendance import add_walk_in, mark_attendance
from courses.actions.merging import undo_merge
from courses.actions.walk_ins import keep_walk_in_apart, match_walk_in
from courses.exceptions import Refused
from courses.models import Employment, Enrollment, PersonPhone
from courses.queries.attending import figures_of
from courses.queries.walk_ins import walk_ins_to_match
from courses.rules.no_shows import Figures
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(db):
    return SessionFactory(hour=0)


@pytest.fixture
def listed(session):
    person = PersonFactory(birth_year=1994)
    before = timezone.now() - timedelta(days=3)
    return EnrollmentFactory(run=session.run, person=person, confirmed_at=before)


@pytest.fixture
def walk_in(session, user, listed):
    """The same name and year, written anew at the door."""
    return add_walk_in(session, PersonFactory(birth_year=1994), by=user)


def code_of(action, *args, **values):
    with pytest.raises(Refused) as no:
        action(*args, **values)
    return no.value.code


def test_the_likeliest_names_are_proposed_with_reasons(session, listed, walk_in):
    EnrollmentFactory(
        run=session.run,
        person=PersonFactory(
            name_km="ហេង ពិសី", family_name_latin="Heng", given_name_latin="Pisey", sex="male"
        ),
    )

    (found,) = walk_ins_to_match(session.run)

    assert found.place == walk_in
    (candidate,) = found.candidates
    assert candidate.place == listed
    assert candidate.percent > 50
    assert candidate.reasons[0] == "same name"


def test_somebody_of_another_name_is_proposed_only_for_the_same_phone(session, listed, walk_in):
    listed.delete()
    mill = OrganizationFactory()
    other = EnrollmentFactory(
        run=session.run,
        person=PersonFactory(
            name_km="ម៉ៅ ចន្ថា", family_name_latin="Mao", given_name_latin="Chantha", birth_year=1994
        ),
    )
    for place in (other, walk_in):
        Employment.objects.create(person=place.person, organization=mill)
    assert walk_ins_to_match(session.run) == ()

    for place in (other, walk_in):
        PersonPhone.objects.create(person=place.person, raw="012345678", e164="+85512345678")
    (found,) = walk_ins_to_match(session.run)
    assert [candidate.place for candidate in found.candidates] == [other]


def test_at_most_three_names_and_none_of_somebody_who_came(session, listed, walk_in, user):
    EnrollmentFactory.create_batch(4, run=session.run)
    here = EnrollmentFactory(run=session.run, person=PersonFactory(birth_year=1994))
    mark_attendance(session, here, "present", by=user)

    (found,) = walk_ins_to_match(session.run)

    places = [candidate.place for candidate in found.candidates]
    assert len(places) == 3
    assert places[0] == listed
    assert here not in places


def test_matched_nobody_is_missing_and_nobody_a_walk_in(session, listed, walk_in, user):
    assert figures_of(session.run, timezone.now()) == Figures(
        confirmed=1, no_shows=1, starters=1, walk_ins=1
    )

    match_walk_in(walk_in, listed, by=user)

    assert figures_of(session.run, timezone.now()) == Figures(confirmed=1, starters=1)
    assert walk_ins_to_match(session.run) == ()


def test_a_match_is_undone_like_every_merge(session, listed, walk_in, staff_user):
    undo_merge(match_walk_in(walk_in, listed, by=staff_user), by=staff_user)

    place = Enrollment.objects.get(pk=walk_in.pk)
    assert (place.status, place.attendances.count()) == ("enrolled", 1)
    assert len(walk_ins_to_match(session.run)) == 1


def test_who_is_somebody_else_is_not_proposed_again(session, listed, walk_in, user):
    keep_walk_in_apart(walk_in, [listed], by=user)

    assert walk_ins_to_match(session.run) == ()


def test_a_record_from_earlier_is_for_staff(session, listed, walk_in, user, staff_user):
    EnrollmentFactory(person=walk_in.person, run=CourseRunFactory())

    assert code_of(match_walk_in, walk_in, listed, by=user) == "known_elsewhere"
    assert match_walk_in(walk_in, listed, by=staff_user).kept == listed.person


def test_what_cannot_be_matched(session, listed, walk_in, user):
    other = EnrollmentFactory(run=session.run)
    mark_attendance(session, other, "present", by=user)
    gone = EnrollmentFactory(run=session.run, status="withdrawn")

    assert code_of(match_walk_in, listed, other, by=user) == "not_a_walk_in"
    assert code_of(match_walk_in, walk_in, gone, by=user) == "not_on_the_list"
    assert code_of(match_walk_in, walk_in, other, by=user) == "came_too"


def test_the_queries_do_not_grow_with_the_walk_ins(
    session, listed, walk_in, user, django_assert_num_queries
):
    with django_assert_num_queries(10):
        walk_ins_to_match(session.run)
    for _n in range(9):
        add_walk_in(session, PersonFactory(), by=user)
        EnrollmentFactory(run=session.run)
    with django_assert_num_queries(10):
        assert len(walk_ins_to_match(session.run)) == 10
