"""Which pairs are alike, which record should stay, and at what price."""

import pytest

from courses.models import DuplicateCandidate, Person, PersonPhone
from courses.queries.duplicates import better_first, pairs_alike, pairs_on_runs_of
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def named(name_km, **details):
    """A person whose name is like no other."""
    return PersonFactory(name_km=name_km, family_name_latin="", given_name_latin="", **details)


def alike(number):
    """Pairs of records with one name and one phone."""
    people = []
    for place in range(number):
        phone = f"+85512{place:06d}"
        for _twice in range(2):
            name = chr(ord("ក") + place) * 4
            person = named(name, birth_year=1990 - place)
            PersonPhone.objects.create(person=person, raw=phone, e164=phone)
            people.append(person)
    return people


@pytest.mark.parametrize("pairs", [1, 15])
def test_any_number_of_people_is_compared_in_ten_queries(pairs, django_assert_num_queries):
    alike(pairs)
    with django_assert_num_queries(10):
        assert len(pairs_alike(Person.objects.all())) == pairs


def candidate(one, other):
    first, second = sorted((one, other), key=lambda person: person.pk)
    return DuplicateCandidate.objects.create(first=first, second=second, bits=2)


def test_the_record_with_a_login_then_with_runs_then_with_details_stays():
    old, full = PersonFactory(), PersonFactory(birth_year=1990, email="a@example.org")
    trained, known = PersonFactory(), PersonFactory(user=UserFactory())
    EnrollmentFactory(person=trained)

    assert better_first(candidate(old, full)) == (full, old)
    assert better_first(candidate(full, trained)) == (trained, full)
    assert better_first(candidate(trained, known)) == (known, trained)


def test_an_owner_sees_the_pairs_of_her_runs():
    owner = UserFactory()
    mine = EnrollmentFactory(run=CourseRunFactory(owner=owner)).person
    pair = candidate(PersonFactory(), mine)
    candidate(PersonFactory(), PersonFactory())

    assert list(pairs_on_runs_of(DuplicateCandidate.objects.all(), owner.pk)) == [pair]
