"""People: found by any spelling, code or phone; added with a card code; kept with their phones."""

import pytest
from django.urls import reverse

from courses.models import Person
from tests.courses.admin.world import make_world
from tests.factories import EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db
LIST = "training_people:index"


def found(client, **query):
    return list(client.get(reverse(LIST), query).context["object_list"])


@pytest.fixture
def dara(db):
    person = PersonFactory(
        name_km="សុខ ដារា",
        family_name_latin="Sok",
        given_name_latin="Dara",
        sex="male",
        card_code="KH-7Q4M2X9",
    )
    person.phones.create(raw="012 345 678", e164="+85512345678")
    return person


@pytest.mark.parametrize("words", ["ដារា", "dara SOK", "KH-7Q4M2X9", "012 345 678", "០១២៣៤៥៦៧៨"])
def test_a_person_is_found_by_name_code_and_phone(words, staff, dara):
    PersonFactory()

    assert found(staff, q=words) == [dara]


def test_filters_narrow_the_list_and_double_nobody(staff, dara):
    woman = PersonFactory()
    for _run in range(2):
        EnrollmentFactory(person=woman, role="worker", province_id="12")

    assert found(staff, sex="male") == [dara]
    assert found(staff, role="worker", province="12") == [woman]
    assert found(staff, role="official") == []


def test_khmer_names_stand_in_khmer_order(staff):
    names = ["អ៊ុក សុភា", "កែវ សុភា", "ខៀវ សុភា"]
    for name in names:
        PersonFactory(name_km=name)

    assert [person.name_km for person in found(staff)] == [names[1], names[2], names[0]]


def values(**changes):
    empty = {"known_as": "", "title": "", "birth_year": "", "reads_khmer": "", "email": ""}
    names = {"name_km": " កែវ\u200b ", "family_name_latin": "Keo", "given_name_latin": ""}
    return {**empty, **names, "sex": "female", "phone": "", **changes}


def test_a_new_person_gets_a_card_code_and_her_phone(staff):
    staff.post(reverse("training_people:add"), values(phone="012 345 678"))

    person = Person.objects.get()
    assert person.card_code.startswith("KH-")
    assert (person.name_km, person.key_latin != "") == ("កែវ", True)
    assert [phone.e164 for phone in person.phones.all()] == ["+85512345678"]


def test_a_changed_person_keeps_her_code_and_former_phones(staff, dara):
    path = reverse("training_people:edit", args=[dara.pk])

    staff.post(path, values(name_km="សុខ ដារ៉ា", phone="011 999 888"))

    dara.refresh_from_db()
    assert (dara.card_code, dara.name_km) == ("KH-7Q4M2X9", "សុខ ដារ៉ា")
    assert [phone.e164 for phone in dara.phones.all()] == ["+85512345678", "+85511999888"]


def test_a_person_needs_a_name(staff):
    answer = staff.post(
        reverse("training_people:add"), values(name_km="\u200b", family_name_latin="")
    )

    assert "Give a Khmer name or a Latin name." in answer.content.decode()
    assert not Person.objects.exists()


def test_the_record_tells_runs_jobs_consents_and_phones(staff, db):
    own = make_world()
    page = staff.get(reverse("training_people:inspect", args=[own.people.pk])).content.decode()

    for words in (own.runs.code, "+85512345678", "Name on the public certificate check", "Worker"):
        assert words in page


def test_a_trainer_does_not_see_the_other_runs_of_a_person(trainer, own):
    elsewhere = EnrollmentFactory(person=own.people)

    page = trainer.get(reverse("training_people:inspect", args=[own.people.pk])).content.decode()

    assert own.runs.code in page
    assert elsewhere.run.code not in page


def test_a_year_of_birth_stands_in_the_digits_of_the_reader(staff):
    PersonFactory(birth_year=1992)
    for code, year in (("km", "១៩៩២"), ("en", "1992")):
        page = staff.get(reverse(LIST), headers={"accept-language": code})
        assert year in page.content.decode()
