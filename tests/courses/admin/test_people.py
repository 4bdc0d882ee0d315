"""People: found by any spelling, code or phone; added with a card code; kept with their phones."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.models import Person, PersonPhone
from tests.courses.admin.world import make_world
from tests.factories import EnrollmentFactory, OrganizationFactory, PersonFactory

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
    PersonPhone.objects.create(person=person, raw="012 345 678", e164="+85512345678")
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
    return {**empty, **names, "sex": "female", **rows("phones"), **rows("employments"), **changes}


def rows(part, *several, initial=0):
    """What a page sends for rows below a person."""
    sent = {f"{part}-TOTAL_FORMS": len(several), f"{part}-INITIAL_FORMS": initial}
    for place, row in enumerate(several):
        sent |= {f"{part}-{place}-{name}": value for name, value in {"id": "", **row}.items()}
    return sent


def phones_of(person):
    return [(phone.raw, phone.e164, phone.is_shared) for phone in person.phones.all()]


def test_a_new_person_gets_a_card_code_and_keeps_several_phones_and_jobs(staff):
    lotus, palm = OrganizationFactory(), OrganizationFactory()
    staff.post(
        reverse("training_people:add"),
        values(
            birth_year="1990",
            birth_year_is_estimated="on",
            **rows("phones", {"raw": "012 345 678"}, {"raw": "០១១ ៩៩៩ ៨៨៨", "is_shared": "on"}),
            **rows(
                "employments",
                {"organization": lotus.pk, "role": "worker", "ends_on": "2025-03-31"},
                {"organization": palm.pk, "role": "supervisor", "employee_number": "17"},
            ),
        ),
    )

    person = Person.objects.get()
    assert person.card_code.startswith("KH-")
    assert (person.name_km, person.key_latin != "") == ("កែវ", True)
    assert (person.birth_year, person.birth_year_is_estimated) == (1990, True)
    assert phones_of(person) == [
        ("012 345 678", "+85512345678", False),
        ("០១១ ៩៩៩ ៨៨៨", "+85511999888", True),
    ]
    jobs = person.employments.values_list("organization", "role", "employee_number", "ends_on")
    assert list(jobs) == [
        (lotus.pk, "worker", "", date(2025, 3, 31)),
        (palm.pk, "supervisor", "17", None),
    ]


def test_a_changed_person_keeps_her_code_and_loses_only_the_phone_that_is_removed(staff, dara):
    Person.objects.update(compared_at=timezone.now())
    old = dara.phones.get()
    other = PersonPhone.objects.create(person=dara, raw="old", e164="")
    sent = rows(
        "phones",
        {"id": old.pk, "raw": old.raw, "is_shared": "on"},
        {"id": other.pk, "raw": "old", "DELETE": "1"},
        {"raw": "011 999 888"},
        initial=2,
    )

    staff.post(reverse("training_people:edit", args=[dara.pk]), values(name_km="សុខ ដារ៉ា", **sent))

    dara.refresh_from_db()
    assert (dara.card_code, dara.name_km) == ("KH-7Q4M2X9", "សុខ ដារ៉ា")
    assert phones_of(dara) == [
        ("012 345 678", "+85512345678", True),
        ("011 999 888", "+85511999888", False),
    ]


def test_another_phone_is_a_reason_to_look_for_duplicates_again(
    staff, dara, django_capture_on_commit_callbacks
):
    twin = PersonFactory(name_km="សុខ ដារា", sex="male")
    PersonPhone.objects.create(person=twin, raw="011 999 888", e164="+85511999888")
    Person.objects.update(compared_at=timezone.now())
    path = reverse("training_people:edit", args=[dara.pk])

    with django_capture_on_commit_callbacks(execute=True):
        staff.post(
            path, values(name_km="សុខ ដារា", sex="male", **rows("phones", {"raw": "011999888"}))
        )

    assert [pair.second for pair in dara.alike_after.all()] == [twin]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("012 345 67", "The phone number 012 345 67 is too short. It is kept as written."),
        ("ask HR", "“ask HR” is no phone number. It is kept as written."),
    ],
)
def test_a_phone_that_may_be_wrong_is_kept_with_a_warning(staff, raw, sentence):
    answer = staff.post(
        reverse("training_people:add"), values(**rows("phones", {"raw": raw})), follow=True
    )

    assert phones_of(Person.objects.get()) == [(raw, "", False)]
    page = answer.content.decode()
    assert sentence in page and f"{raw} (as written)" in page


@pytest.mark.parametrize(
    ("part", "row", "sentence"),
    [
        (
            "phones",
            {"raw": "012345678/098765432"},
            "Write one number here, and each in its own row.",
        ),
        (
            "employments",
            {"role": "worker", "starts_on": "2025-05-01", "ends_on": "2025-04-30"},
            "The last day cannot be before the first.",
        ),
    ],
)
def test_a_row_that_cannot_be_kept_says_why(staff, part, row, sentence):
    if part == "employments":
        row = row | {"organization": OrganizationFactory().pk}
    answer = staff.post(reverse("training_people:add"), values(**rows(part, row)))

    assert sentence in answer.content.decode()
    assert not Person.objects.exists()


def test_a_number_stands_once_with_a_person(staff):
    twice = rows("phones", {"raw": "012 345 678"}, {"raw": "012 345 678"})
    answer = staff.post(reverse("training_people:add"), values(**twice))

    assert answer.status_code == 200
    assert not Person.objects.exists()


def test_the_record_tells_what_is_estimated_and_shared(staff, dara):
    dara.phones.update(is_shared=True)
    Person.objects.update(birth_year=1990, birth_year_is_estimated=True)
    page = staff.get(reverse("training_people:inspect", args=[dara.pk])).content.decode()

    assert "1990, estimated" in page and "+85512345678 (others use it too)" in page


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
