"""People by name, code and phone."""

from random import Random

import pytest
from django.db import connection

from courses.models import Employment, Person, PersonPhone
from courses.queries import letters
from courses.queries import people as queries
from courses.queries.people import (
    LOOKED_THROUGH,
    first_matching,
    people_matching,
    with_rank,
    with_words,
)
from courses.rules.card_codes import new_card_code
from tests.courses.rules.test_khmer_order import (
    INDEPENDENT_VOWELS_IN_ORDER,
    NAMES_IN_ORDER,
    PROVINCES_IN_ORDER,
    SYLLABLES_IN_ORDER,
)
from tests.factories import OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def person(name_km="", latin="", **details):
    family, _, given = latin.partition(" ")
    return PersonFactory(
        name_km=name_km, family_name_latin=family, given_name_latin=given, **details
    )


def test_names_that_begin_so_come_first():
    inside = person(latin="Chan Lasok")
    begins = person(latin="Sok Bopha")
    assert list(people_matching("sok")) == [begins, inside]


def test_every_word_must_be_there():
    person(latin="Sok Bopha")
    both = person(latin="Sok Dara")
    assert list(people_matching("dara sok")) == [both]


@pytest.mark.parametrize("query", ["", "s", " ", "ស"])
def test_a_single_letter_finds_nobody(query):
    person("សុខ បុប្ផា", "Sok Bopha")
    assert list(people_matching(query)) == []


def test_signs_alone_find_nobody():
    person("សុខ បុប្ផា", "Sok Bopha")
    assert list(people_matching("!!")) == []


def test_a_khmer_name_is_found_whatever_the_order_of_signs():
    found = person("ស្រីមុំ")
    assert list(people_matching("ស្រីមុំ")) == [found]


def test_the_end_of_a_phone_number_is_enough():
    found = person(latin="Sok Bopha")
    PersonPhone.objects.create(person=found, raw="012 345 678", e164="+85512345678")
    assert list(people_matching("345 678")) == [found]
    assert list(people_matching("0345678")) == [found]


def test_a_number_that_rings_nowhere_is_found_as_it_was_written():
    found = person(latin="Sok Bopha")
    PersonPhone.objects.create(person=found, raw="012 345-67", e164="")
    assert list(people_matching("01234567")) == [found]
    assert list(people_matching("012345 6")) == [found]
    assert list(people_matching("0123468")) == []


def test_an_employee_number_finds_everybody_who_has_it():
    found = [person(latin="Sok Bopha"), person(latin="Sok Dara")]
    for each in found:
        Employment.objects.create(
            person=each, organization=OrganizationFactory(), employee_number="B00123"
        )
    assert set(people_matching("b00123")) == set(found)
    assert set(people_matching("B០០១២៣")) == set(found)
    assert list(people_matching("0012")) == []


@pytest.mark.parametrize("typed", ["kh 7k4m 92", "KH-7K4M-92", "7k4m92"])
def test_a_card_code_is_found_however_it_is_typed(typed):
    code = new_card_code(Random(5).randbytes)
    found = person(latin="Sok Bopha", card_code=code)
    typed = typed.replace("7k4m", code[3:7].lower()).replace("7K4M", code[3:7])
    assert list(people_matching(typed.replace("92", code[-2:]))) == [found]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("ស្រីមុំ", "ស្រីមំុ"),  # signs in the other order
        ("កណ្ដាល", "កណ្តាល"),  # the two subscripts that look alike
        ("ម៉ារី", "មា៉រី"),
        ("សុខ ដារ៉ា", "សុខដារ៉ា"),  # without the space
        ("សុខ ដារ៉ា", "ដារ៉ា\u200b សុខ"),
        ("ចាន់", "ចា"),
    ],
)
def test_khmer_is_found_by_what_the_eye_sees(name, typed):
    found = person(name)
    assert list(people_matching(typed)) == [found] == list(first_matching(typed, 5))


@pytest.mark.parametrize("typed", ["so", "SREY MOM", "sreymom sok", "Sréy-mom", "mo"])
def test_latin_is_found_without_case_accents_and_spaces(typed):
    found = person(latin="Sok Srey-Mom")
    assert list(first_matching(typed, 5)) == [found]


def test_the_first_few_are_those_of_the_whole_list():
    for number in range(LOOKED_THROUGH + 5):
        person("កក", f"Chan Lasok{number}")
    later = [person("អុ", "Sok Bopha"), person("អូ", "Bopha Sok")]
    assert list(first_matching("sok", 4)) == list(people_matching("sok")[:4])
    assert list(first_matching("sok", 2)) == later


def test_people_are_found_in_the_order_of_a_khmer_dictionary():
    names = ["ខៀវ សុខា", "កែវ សុខា", "ឡុង សុខា", "គង់ សុខា", "អ៊ុំ សុខា"]
    found = {name: person(name) for name in names}
    order = ["កែវ សុខា", "ខៀវ សុខា", "គង់ សុខា", "ឡុង សុខា", "អ៊ុំ សុខា"]
    assert list(first_matching("សុខា", 9)) == [found[name] for name in order]


@pytest.mark.parametrize(
    "in_order",
    [NAMES_IN_ORDER, PROVINCES_IN_ORDER, SYLLABLES_IN_ORDER, INDEPENDENT_VOWELS_IN_ORDER],
    ids=["names", "provinces", "syllables", "independent vowels"],
)
def test_the_database_reads_in_the_order_of_khmer_readers(in_order):
    for name in Random(5).sample(in_order, len(in_order)):
        person(name)
    assert [each.name_km for each in Person.objects.in_reading_order()] == in_order


@pytest.mark.parametrize("few", [0, 99])
@pytest.mark.parametrize("glance", [1, 99])
def test_while_typing_names_stand_in_the_order_of_khmer_readers(few, glance, monkeypatch):
    """Whichever way they are found."""
    monkeypatch.setattr(queries, "FEW", few)
    monkeypatch.setattr(letters, "GLANCE", glance)
    names = ["ប្រាក់", "ប្រាក់ វីរៈ", "ប្រាក់ ស្រីទូច", "ចាន់ ប្រាក់", "សុខ ប្រាក់"]
    for name in Random(5).sample(names, len(names)):
        person(name)
    assert [each.name_km for each in first_matching("ប្រា", 9)] == names


def test_a_merged_record_is_not_found_but_its_card_finds_the_person():
    kept = person(latin="Sok Bopha")
    gone = person(latin="Sok Bopah", merged_into=kept)
    assert list(first_matching("sok", 9)) == [kept] == list(first_matching(gone.card_code, 9))


@pytest.mark.parametrize("typed", ["sok", "សុខ", "SOK BO", "s ok", "sok-b"])
@pytest.mark.parametrize(("few", "begin"), [(0, 0), (0, 9), (9, 0)])
@pytest.mark.parametrize("glance", [1, 3, 99])
@pytest.mark.parametrize("at_most", [1, 2, 9])
def test_many_and_few_are_found_alike(typed, few, begin, glance, at_most, monkeypatch):
    """Whether a glance or the index of letters finds them, or they are read in order."""
    people = [person("សុខ បុប្ផា", "Sok Bopha"), person("ស សុខ", "Sa Sok-Bo"), person("", "So Kbo")]
    people += [person("កែវ សុខ", "Keo Sok"), person("ឯក", "Lasok Bora")]
    monkeypatch.setattr(queries, "FEW", few)
    monkeypatch.setattr(queries, "FEW_THAT_BEGIN", begin)
    monkeypatch.setattr(letters, "GLANCE", glance)
    assert list(first_matching(typed, at_most)) == list(people_matching(typed))[:at_most]


@pytest.mark.postgres
def test_postgresql_finds_the_few_by_their_letters():
    person(latin="Sok Bopha")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("DROP INDEX person_search, person_not_compared")
    assert "person_letters" in people_matching("zq").order_by().explain()
    begins = Person.objects.filter(letters.beginning("zq"))
    assert "person_letters" in begins.explain()


@pytest.mark.parametrize("typed", ["", "s", " ", "!!", "99"])
def test_what_finds_nobody_finds_nobody_at_first_either(typed):
    person(latin="Sok Bopha")
    assert list(first_matching(typed, 9)) == []


@pytest.mark.postgres
def test_postgresql_reads_in_order_without_sorting():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Person.objects.filter(with_words(["so"])).order_by("sort_key", "pk").explain()
    assert "person_search" in plan and "Sort" not in plan


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_on_sqlite_one_index_answers_the_search():
    rows = with_rank("so").order_by("sort_key", "pk").values_list("pk", "rank")[:9]
    assert "COVERING INDEX person_search" in rows.explain()
