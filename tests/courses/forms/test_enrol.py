"""What people tell when they take part."""

import uuid

import pytest
from django.utils import translation

from courses.actions.enrollment import JobAtTheTime
from courses.forms.enrol import OwnJobForm, TakePartForm, role_choices
from courses.models import Employment
from tests.factories import CourseFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db
GOOD = {"name": "Tep Sovannary", "sex": "female", "role": "worker"}


def sheet(**answers):
    return TakePartForm(GOOD | answers, course=CourseFactory(topics=[]))


def errors(**answers):
    form = sheet(**answers)
    return {name: [str(each) for each in found] for name, found in form.errors.items()}


def test_three_answers_are_enough():
    form = sheet()
    assert form.is_valid()
    details = form.person(form.job())
    assert (details.family_name_latin, details.given_name_latin, details.birth_year) == (
        "Tep", "Sovannary", None,
    )  # fmt: skip
    assert isinstance(form.form_id, uuid.UUID)


def test_everything_told_is_kept():
    lotus = OrganizationFactory(name_en="Lotus Thread", short_name="LTG")
    form = sheet(
        name="អ្នកស្រី ទេព សុវណ្ណារី",
        birth_year="១៩៩២",
        workplace="ltg",
        phone="012 345 678",
        phone_is_shared="on",
        form=str(uuid.UUID(int=7)),
    )
    assert form.is_valid(), form.errors
    details = form.person(form.job())
    assert (details.title, details.name_km, details.birth_year) == (
        "អ្នកស្រី", "ទេព សុវណ្ណារី", 1992,
    )  # fmt: skip
    assert (details.phone, details.phone_is_shared, details.employer) == (
        "012 345 678", True, lotus,
    )  # fmt: skip
    assert form.job() == JobAtTheTime(role="worker", employer=lotus)
    assert form.form_id == uuid.UUID(int=7)


def test_an_unknown_workplace_stays_as_words():
    form = sheet(workplace="  Palm  Shade ")
    assert form.is_valid()
    assert form.job() == JobAtTheTime(role="worker", employer_text="Palm Shade")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"name": ""}, {"name": ["Write your name in Khmer or Latin letters."]}),
        ({"name": "12"}, {"name": ["Write your name in Khmer or Latin letters."]}),
        ({"name": "A " + "b" * 120}, {"name": ["This name is too long. Shorten it a little."]}),
        ({"sex": ""}, {"sex": ["Choose one. “Not stated” is fine."]}),
        ({"role": ""}, {"role": ["Choose what is nearest."]}),
        ({"birth_year": "2062"}, {"birth_year": ["2062 is still to come. Did you mean 1962?"]}),
        (
            {"birth_year": "92"},
            {"birth_year": ["Write the year in four digits. Did you mean 1992?"]},
        ),
        (
            {"birth_year": "x"},
            {"birth_year": ["Write the year in four digits, or leave it empty."]},
        ),
        (
            {"phone": "012 34"},
            {"phone": ["This number is too short. Complete it or leave it empty."]},
        ),
        (
            {"phone": "012 345 67"},
            {"phone": ["This number is too short. Complete it or leave it empty."]},
        ),
        (
            {"phone": "ask my sister 0123456789012"},
            {"phone": ["This does not look like a phone number. Correct it or leave it empty."]},
        ),
    ],
)
def test_an_error_says_what_to_do(answers, said):
    assert errors(**answers) == said


def test_years_are_told_in_khmer_digits_on_a_khmer_screen():
    with translation.override("km"):
        (said,) = errors(birth_year="2062")["birth_year"]
    assert "២០៦២" in said and "១៩៦២" in said


def test_roles_that_the_course_is_made_for_come_first():
    values = [value for value, _label in role_choices(CourseFactory(audience=["official", "odd"]))]
    assert values[:3] == ["", "official", "worker"]
    assert len(values) == len(set(values)) == 11


@pytest.fixture
def person():
    person = PersonFactory()
    Employment.objects.create(
        person=person,
        organization=OrganizationFactory(name_en="Lotus Thread", name_km=""),
        role="supervisor",
    )
    return person


def own(person, **answers):
    answers = {"workplace": "Lotus Thread", "role": "supervisor"} | answers
    return OwnJobForm(answers, person=person, course=CourseFactory(topics=[]))


def test_the_job_on_file_is_offered_and_stays_when_it_is_left(person):
    OrganizationFactory(name_en="Lotus Thread")
    form = own(person)
    assert form.is_valid() and form.initial == {"role": "supervisor", "workplace": "Lotus Thread"}
    job = form.job()
    assert (job.role, job.employer) == ("supervisor", person.employments.get().organization)


def test_a_new_workplace_replaces_the_one_on_file(person):
    form = own(person, workplace="Palm Shade", role="worker")
    assert form.is_valid()
    assert form.job() == JobAtTheTime(role="worker", employer_text="Palm Shade")


def test_a_workplace_may_be_taken_away(person):
    form = own(person, workplace="")
    assert form.is_valid()
    assert form.job() == JobAtTheTime(role="supervisor")


def test_nothing_may_be_on_file():
    assert OwnJobForm(person=PersonFactory(), course=CourseFactory()).initial == {
        "role": "", "workplace": "",
    }  # fmt: skip
