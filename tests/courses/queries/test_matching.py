"""Candidates in the database: who is found, how many, with which reasons and at what price."""

import pytest

from courses.models import Employment, Organization, PersonPhone
from courses.queries.matching import candidates_for, known_people, people_like
from courses.rules.khmer import match_key
from courses.rules.traits import Traits
from tests.factories import EnrollmentFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def person(name_km="", latin="", **details):
    family, _, given = latin.partition(" ")
    return PersonFactory(
        name_km=name_km, family_name_latin=family, given_name_latin=given, **details
    )


def told(name_km="", latin="", **details):
    return Traits(key_km=match_key(name_km), name_latin=latin, **details)


@pytest.fixture
def soklim():
    """Somebody known, with a phone and a workplace; and somebody else."""
    person("ចាន់ ធារី", "Chan Theary")
    known = person("គង់ សុខលីម", "Kong Soklim")
    PersonPhone.objects.create(person=known, raw="012345678", e164="+85512345678")
    Employment.objects.create(
        person=known, organization=OrganizationFactory(), employee_number="17"
    )
    return known


@pytest.mark.parametrize(
    ("described", "reasons"),
    [
        (told("គង់ សុខលីម"), ["same name"]),
        (told(latin="SOKLIM kong"), ["same name"]),
        (told(latin="Kong Sok Leem"), ["similar name"]),
        (told(phones=frozenset({"+85512345678"})), ["same phone"]),
        (
            told("គង់ សុខលីម", sex="female", phones=frozenset({"+85512345678"})),
            ["same name", "same sex", "same phone"],
        ),
    ],
)
def test_a_name_or_a_phone_in_common_is_shown_with_its_reasons(soklim, described, reasons):
    (found,) = people_like(described)
    assert found == soklim
    assert found.reasons == reasons
    assert [job.organization for job in found.jobs] == [soklim.employments.get().organization]


def test_a_workplace_and_a_number_find_a_name_in_another_script(soklim):
    job = soklim.employments.get()
    row = told("ឡុង សុភា", employer=job.organization_id, employee_number="17")
    ((match,),) = candidates_for([row])
    assert (match.person, match.reasons) == (
        soklim.pk,
        ("other_name", "same_employer", "same_number"),
    )


@pytest.fixture
def kept(soklim):
    """The factory that took in another one, which had taken in that of the known person."""
    kept = OrganizationFactory()
    between = OrganizationFactory(status="merged", merged_into=kept)
    job = soklim.employments.get()
    Organization.objects.filter(pk=job.organization_id).update(status="merged", merged_into=between)
    return kept


def test_who_worked_in_a_merged_factory_is_known_in_the_one_that_stands(soklim, kept):
    row = told("ឡុង សុភា", employer=kept.pk, employee_number="17")
    ((match,),) = candidates_for([row])
    assert (match.person, match.reasons) == (
        soklim.pk,
        ("other_name", "same_employer", "same_number"),
    )


def test_who_is_told_in_a_merged_factory_is_known_by_the_one_that_stands(soklim, kept):
    merged = soklim.employments.get().organization_id
    soklim.employments.update(organization=kept)
    row = told(latin="Kong Soklim", record=0, employer=merged)
    ((match,),) = candidates_for([row], least=11)
    assert (match.person, match.reasons) == (soklim.pk, ("same_name", "same_employer"))


def test_a_colleague_of_a_merged_factory_is_taken_for_who_is_on_the_run(soklim, kept):
    merged = soklim.employments.get().organization
    place = EnrollmentFactory(person=soklim, employer=merged)
    known = known_people([told("គង់ សុខលីម", employer=kept.pk)], run=place.run)
    assert known.take(told("គង់ សុខលីម", employer=kept.pk)) == soklim.pk


def test_a_factory_of_the_same_name_is_another_workplace(soklim, kept):
    row = told("ឡុង សុភា", employer=OrganizationFactory().pk, employee_number="17")
    assert candidates_for([row]) == [[]]


def test_nobody_is_like_somebody_without_name_and_phone(soklim):
    assert people_like(told()) == []


def test_three_candidates_are_enough_and_the_likeliest_comes_first():
    people = [person("គង់ សុខលីម", birth_year=year) for year in (1970, 1980, 1990, 1991)]
    found = people_like(told("គង់ សុខលីម", birth_year=1990))
    assert found[:2] == [people[2], people[3]]
    assert len(found) == 3


def test_her_own_record_is_no_candidate(soklim):
    other = person("គង់ សុខលីម", "Kong Soklim")
    ((match,),) = candidates_for([told("គង់ សុខលីម", record=soklim.pk)])
    assert match.person == other.pk


def test_in_a_large_register_a_namesake_elsewhere_is_no_candidate(
    soklim, django_assert_num_queries
):
    job = soklim.employments.get()
    here = told(latin="Kong Soklim", record=0, employer=job.organization_id)
    elsewhere = told(latin="Kong Soklim", record=0, employer=OrganizationFactory().pk)
    bar = 11
    with django_assert_num_queries(5):
        (near,), far = candidates_for([here, elsewhere], least=bar)
    assert (near.person, far) == (soklim.pk, [])


@pytest.mark.parametrize("count", [1, 30])
def test_candidates_cost_the_same_for_one_row_and_for_thirty(
    soklim, django_assert_num_queries, count
):
    rows = [
        told("គង់ សុខលីម", "Kong Soklim", phones=frozenset({f"+855123456{number:02}"}))
        for number in range(count)
    ]
    with django_assert_num_queries(5):
        assert len(candidates_for(rows)) == count
