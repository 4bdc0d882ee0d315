"""A list of runs against what is on record."""

from datetime import date

import pytest

from courses.models import Person
from courses.queries.plan_list import found_runs
from courses.rules.plan_list import WantedRun
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 4)


@pytest.fixture
def course():
    return CourseFactory()


@pytest.fixture
def lotus():
    return OrganizationFactory(name_en="Lotus Thread", name_km="", short_name="LTG")


def row(host="Lotus Thread", **more):
    return WantedRun("", 2, host, **{"first_day": DAY, **more})


def problems(course, *rows):
    return [(each.problem, each.word) for each in found_runs(course, rows, Person.objects.all())]


def test_a_host_is_found_by_any_of_its_names(course, lotus):
    (found,) = found_runs(course, [row("ltg")], Person.objects.all())

    assert (found.host, found.province, found.problem) == (lotus, lotus.province, "")


def test_trainers_are_found_by_card_or_whole_name(course, lotus):
    sophea = PersonFactory(user=UserFactory(), family_name_latin="Keo", given_name_latin="Sophea")
    dara = PersonFactory(user=UserFactory(), name_km="កែវ ដារ៉ា", given_name_latin="Dara")
    PersonFactory(family_name_latin="Som", given_name_latin="Nobody")

    (found,) = found_runs(
        course, [row(trainers=("KEO SOPHEA", dara.card_code.lower()))], Person.objects.all()
    )

    assert found.trainers == (sophea, dara)
    assert problems(course, row(trainers=("Som Nobody",))) == [("unknown_trainer", "Som Nobody")]


def test_two_trainers_of_one_name_are_told_by_their_cards_only(course, lotus):
    for _each in range(2):
        PersonFactory(user=UserFactory(), family_name_latin="Keo", given_name_latin="Sophea")

    assert problems(course, row(trainers=("Keo Sophea",))) == [("unknown_trainer", "Keo Sophea")]


def test_a_venue_gives_its_province(course, lotus):
    hall = VenueFactory(name_en="Union hall", province_id="21")

    (found,) = found_runs(course, [row(venue="union hall")], Person.objects.all())

    assert (found.venue, found.province.pk) == (hall, "21")
    assert problems(course, row(venue="Moon")) == [("unknown_venue", "Moon")]


def test_what_keeps_a_row_out(course, lotus):
    OrganizationFactory(name_en="Nowhere", province_id=None)
    CourseRunFactory(course=course, host=lotus, starts_on=DAY)
    CourseRunFactory(course=course, host=lotus, starts_on=date(2027, 1, 6), status="cancelled")
    sixth = row(first_day=date(2027, 1, 6))

    assert problems(
        course, row(), sixth, sixth, row("Unknown"), row("Nowhere"), row(problem="not_a_day")
    ) == [
        ("planned", ""),
        ("", ""),
        ("twice", ""),
        ("unknown_host", "Unknown"),
        ("no_province", ""),
        ("not_a_day", ""),
    ]


@pytest.mark.parametrize("number", [1, 30])
def test_many_rows_take_the_same_queries(number, course, django_assert_num_queries):
    trainer = PersonFactory(user=UserFactory())
    hosts = [OrganizationFactory(name_en=f"Host {n}", name_km="") for n in range(number)]
    VenueFactory(name_en="Hall", name_km="")
    rows = [row(each.name_en, trainers=(trainer.card_code,), venue="Hall") for each in hosts]

    with django_assert_num_queries(5):
        assert not any(each.problem for each in found_runs(course, rows, Person.objects.all()))
