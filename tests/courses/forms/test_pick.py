"""Choosing among hundreds without a script."""

import pytest
from django import forms
from django.http import QueryDict

from courses.forms.people import OrganizationField
from courses.forms.pick import AS_WRITTEN, is_asking, without_verdict
from courses.forms.runs import RunForm
from tests.factories import OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


class HostForm(forms.Form):
    host = OrganizationField(label="Host")


class EmployerForm(forms.Form):
    employer = OrganizationField(label="Employer", keeps_words=True, required=False)


@pytest.fixture
def lotus():
    return OrganizationFactory(name_en="Lotus Thread Garment", name_km="រោងចក្រសរសៃឈូក")


@pytest.fixture
def lotus_two():
    return OrganizationFactory(name_en="Lotus Thread Garment 2", name_km="រោងចក្រផ្កាឈូក")


def error_of(form):
    [[error]] = form.errors.values()
    return error


def test_a_chosen_row_is_taken(lotus):
    form = HostForm(QueryDict(f"host={lotus.pk}&host_q=palm"))
    assert form.is_valid()
    assert form.cleaned_data["host"] == lotus


@pytest.mark.parametrize("words", ["lotus", "ឈូក", "Lotus thread garment"])
def test_words_that_find_one_row_are_enough(lotus, words):
    form = HostForm(QueryDict(mutable=True) | {"host_q": words})
    assert form.is_valid()
    assert form.cleaned_data["host"] == lotus


def test_a_whole_name_is_enough_beside_longer_ones(lotus, lotus_two):
    form = EmployerForm({"employer_q": "lotus thread garment"})
    assert form.is_valid()
    assert form.cleaned_data["employer"] == lotus


def test_words_that_find_several_ask_to_choose(lotus, lotus_two):
    form = HostForm({"host_q": "lotus"})
    assert error_of(form) == "Choose one of these."
    assert [option.value for option in form["host"].options] == [
        str(lotus.pk),
        str(lotus_two.pk),
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({}, "Type two letters and choose."),
        ({"host_q": "zzz"}, "Nothing was found. Try other letters."),
        ({"host": "999999"}, "This one cannot be chosen any more. Choose another."),
        ({"host": "1 or 1"}, "This one cannot be chosen any more. Choose another."),
    ],
)
def test_nothing_chosen_says_what_to_do(data, sentence):
    assert error_of(HostForm(data)) == sentence


def test_words_that_find_nothing_are_kept_where_that_is_allowed():
    form = EmployerForm({"employer_q": " Small  workshop "})
    assert form.is_valid()
    assert form.cleaned_data["employer"] == "Small workshop"
    assert form["employer"].found_nothing


def test_words_that_find_something_are_kept_only_when_chosen(lotus):
    assert error_of(EmployerForm({"employer_q": "lotus"})) == "Choose one of these."
    form = EmployerForm({"employer_q": "lotus", "employer": AS_WRITTEN})
    assert form.is_valid()
    assert form.cleaned_data["employer"] == "lotus"
    assert [(option.name, option.is_chosen) for option in form["employer"].options] == [
        ("Lotus Thread Garment", False),
        ("lotus", True),
    ]


def test_nothing_is_fine_where_it_is_not_required():
    form = EmployerForm({})
    assert form.is_valid()
    assert form.cleaned_data["employer"] is None


def test_several_people_are_taken_in_their_order(staff_user):
    first, second = PersonFactory.create_batch(2)
    form = RunForm(QueryDict(f"trainers={second.pk}&trainers={first.pk}"), user=staff_user)
    form.is_valid()
    assert form.cleaned_data["trainers"] == [second, first]
    assert form["trainers"].input_type == "checkbox"


def test_one_person_found_by_name_is_a_list_too(staff_user):
    person = PersonFactory(family_name_latin="Ith", given_name_latin="Sophal")
    form = RunForm(QueryDict("trainers_q=sophal"), user=staff_user)
    form.is_valid()
    assert form.cleaned_data["trainers"] == [person]


def test_first_answers_are_chosen(lotus):
    field = HostForm(initial={"host": lotus})["host"]
    assert [(option.value, option.is_chosen) for option in field.options] == [(str(lotus.pk), True)]
    assert field.input_type == "radio"


def test_asking_gives_no_verdict_yet(lotus):
    form = HostForm({"host_q": "lot", "host_find": "1"})
    assert is_asking(form)
    assert not without_verdict(form).errors
    assert not is_asking(HostForm({"host_q": "lot"}))
