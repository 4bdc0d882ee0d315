"""A new person in four answers."""

import pytest

from courses.actions.enrollment import JobAtTheTime
from courses.actions.people import PersonDetails
from courses.choices import Role
from courses.forms.people import NewPersonForm, describe_organization, describe_person, roles_for
from tests.factories import CourseFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def course():
    return CourseFactory(audience=["official", "worker", "no such role"])


def form_with(course, **answers):
    data = {"name": "Kong Soklim", "sex": "female", "role": "worker", "workplace_q": "A workshop"}
    form = NewPersonForm(data | answers, course=course)
    assert form.is_valid(), form.errors
    return form


def test_a_latin_name_is_split_family_first(course):
    form = form_with(course, name="Ms. Kong Soklim", phone="012 345 678", birth_year="១៩៩៤")
    assert form.person() == PersonDetails(
        family_name_latin="Kong",
        given_name_latin="Soklim",
        title="Ms.",
        sex="female",
        birth_year=1994,
        phone="012 345 678",
        role="worker",
    )
    assert form.job() == JobAtTheTime(role="worker", employer_text="A workshop")


def test_a_khmer_name_stays_whole_and_a_known_workplace_is_the_employer(course):
    lotus = OrganizationFactory()
    form = form_with(course, name="គង់ សុខលីម", workplace=f"{lotus.pk}")
    assert form.person() == PersonDetails(
        name_km="គង់ សុខលីម", sex="female", role="worker", employer=lotus
    )
    assert form.job() == JobAtTheTime(role="worker", employer=lotus)


def test_what_is_rarely_known_is_kept_too(course):
    lotus = OrganizationFactory()
    form = form_with(
        course,
        workplace=f"{lotus.pk}",
        phone="012 345 678",
        phone_is_shared="on",
        birth_year="1994",
        birth_year_is_estimated="on",
        employee_number=" B-17 ",
        reads_khmer="with_difficulty",
    )
    details, told = form.person(), form.told()
    assert form.has_more
    assert (details.phone_is_shared, details.birth_year_is_estimated) == (True, True)
    assert (details.employee_number, details.reads_khmer) == ("B-17", "with_difficulty")
    assert told.shared_phones == told.phones == {"+85512345678"}
    assert (told.birth_year_is_estimated, told.employee_number) == (True, "B-17")


def test_nothing_is_guessed_where_nothing_is_told(course):
    form = form_with(course, birth_year_is_estimated="on")
    details = form.person()
    assert (details.reads_khmer, details.birth_year_is_estimated) == ("", False)
    assert not NewPersonForm(course=course).has_more


@pytest.mark.parametrize(
    ("phone", "doubts"),
    [
        ("012 345 678", []),
        ("012 345 67", ["The phone number 012 345 67 is too short. It is kept as written."]),
        ("ask HR", ["“ask HR” is no phone number. It is kept as written."]),
        ("", []),
    ],
)
def test_a_doubtful_phone_is_kept_and_told(course, phone, doubts):
    form = form_with(course, phone=phone)
    assert (form.person().phone, form.doubts()) == (phone, doubts)


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"name": ""}, "name", "Write the name as you hear it."),
        ({"name": "123"}, "name", "Write the name in letters."),
        ({"sex": ""}, "sex", "Choose one. “Not stated” is fine."),
        ({"role": "king"}, "role", None),
        ({"workplace_q": ""}, "workplace", "Say where she or he works."),
        (
            {"birth_year": "94"},
            "birth_year",
            "Write the year in four digits, between 1920 and 2020.",
        ),
    ],
)
def test_a_wrong_answer_says_what_to_do(course, answers, field, sentence):
    data = {"name": "Kong", "sex": "male", "role": "worker", "workplace_q": "Home"} | answers
    form = NewPersonForm(data, course=course)
    assert list(form.errors) == [field]
    assert sentence is None or form.errors[field] == [sentence]


def test_roles_of_the_course_come_first(course):
    usual, others = roles_for(course)
    assert [value for value, _label in usual] == ["official", "worker"]
    assert {value for value, _label in usual + others} == set(Role.values)
    assert not form_with(course).has_other_role
    assert form_with(course, role="manager").has_other_role


def test_without_an_audience_workers_and_their_leaders_come_first():
    usual, _others = roles_for(CourseFactory(audience=[]))
    assert [value for value, _label in usual] == [
        "worker",
        "supervisor",
        "worker_rep",
        "union_leader",
    ]


def test_namesakes_are_told_apart():
    union = OrganizationFactory(name_en="Free union", short_name="FU", kind="federation")
    assert describe_organization(union) == (
        "Free union",
        "FU · Union federation · Kampong Speu",
    )
    assert describe_organization(OrganizationFactory(province_id=None))[1] == "Factory"
    person = PersonFactory(card_code="KH-1")
    assert describe_person(person) == ("ចាន់ ស្រីមុំ", "Chan Sreymom · KH-1")
    person = PersonFactory(name_km="", card_code="KH-2")
    assert describe_person(person) == ("Chan Sreymom", "KH-2")
