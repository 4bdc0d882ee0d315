"""Every stored field is declared: personal, with purpose and retention, or plainly not personal."""

import re

from django.apps import apps

from courses import conf
from courses.actions.retention import enforcers
from courses.rules.personal_words import Declared, Held, undeclared
from courses.rules.retention import Term
from lms.tools import personal_data
from tests import house

REGISTER = personal_data.register()


def models_of(*labels):
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in labels
    ]


def fields_of(model):
    return [field.name for field in model._meta.concrete_fields]


def is_declared(model):
    is_link = model._meta.auto_created and model._meta.app_label in ("auth", "wagtailusers")
    return not is_link


def test_every_field_of_every_model_is_declared():
    wrong = [
        f"{model._meta.label}: {field}"
        for model in models_of(*personal_data.DECLARED_APPS)
        if is_declared(model)
        for field in undeclared(REGISTER.get(model._meta.label), fields_of(model))
    ]
    house.expect_none(wrong)


def test_the_history_of_wagtail_is_declared():
    for label in ("wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry"):
        assert undeclared(REGISTER[label], fields_of(apps.get_model(label))) == []


def test_an_app_that_nobody_spoke_of_is_noticed():
    known = personal_data.DECLARED_APPS | personal_data.EDITORIAL_APPS
    house.expect_none({model._meta.app_label for model in apps.get_models()} - known)


def test_the_register_names_no_model_that_is_gone():
    labels = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    house.expect_none(set(REGISTER) - labels)


def test_personal_fields_have_a_purpose_a_retention_and_an_end():
    silent = [
        (label, held)
        for label, declared in REGISTER.items()
        for held in declared.personal
        if not (held.names and held.purpose and held.retention and held.when_erased)
    ]
    house.expect_none(silent)


def retentions():
    """Each retention with the model that is kept so long."""
    return [
        (label, held.retention)
        for label, declared in REGISTER.items()
        for held in declared.personal
    ]


def test_every_retention_that_is_a_time_is_enforced_and_nothing_else_is():
    promised = {kept.code for _label, kept in retentions() if isinstance(kept, Term)}
    assert promised == {each.term.code for each in enforcers()}


def test_no_time_is_told_in_words_alone():
    time = re.compile(r"\b(hour|day|week|month|year)s?\b", re.IGNORECASE)
    told = [(label, kept) for label, kept in retentions() if isinstance(kept, str)]
    house.expect_none([each for each in told if time.search(each[1])])


def test_the_days_of_a_term_are_a_setting():
    terms = {each.term for each in enforcers() if each.term.setting}
    assert {type(conf.DEFAULTS[term.setting]) for term in terms} == {int}
    assert all("%(days)s" in term.words for term in terms)


def test_models_with_personal_data_say_so():
    silent = [
        model._meta.label
        for model in models_of("courses", "certificates")
        if not model._meta.auto_created
        and REGISTER[model._meta.label].personal
        and not hasattr(model, "page_ptr")
        and "Personal data:" not in (model.__doc__ or "")
    ]
    house.expect_none(silent)


def test_a_field_without_a_word_a_lost_one_and_a_double_one_are_told():
    declared = Declared(plain="id gone", personal=(Held("name id", "why", "long", "emptied"),))
    assert undeclared(declared, ["id", "name", "phone"]) == ["+phone", "-gone", "=id"]
    assert undeclared(None, ["id"]) == ["+id"]


def test_the_document_is_current():
    assert personal_data.DOCUMENT.read_text(encoding="utf-8") == personal_data.document(), (
        "Run: python -m lms.tools.personal_data"
    )
