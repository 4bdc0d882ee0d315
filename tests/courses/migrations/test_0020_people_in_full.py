"""Phones that lack digits lose the form that matching compares, and nothing else."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from courses.models import PersonPhone
from tests.factories import PersonFactory

migration = import_module("courses.migrations.0020_people_in_full")


@pytest.mark.django_db
def test_only_numbers_that_lack_digits_lose_their_international_form(monkeypatch):
    monkeypatch.setattr(migration, "PHONES_AT_ONCE", 2)
    person = PersonFactory()
    forms = {
        "012 345 67": "+85501234567",
        "012 345 678": "+85512345678",
        "345678": "+855345678",
        "023 456 789": "+85523456789",
        "ask HR": "",
        "+84 912 345 678": "+84912345678",
    }
    for raw, e164 in forms.items():
        PersonPhone.objects.create(person=person, raw=raw, e164=e164)
    migration.forget_short_forms(apps, SimpleNamespace(connection=connection))
    kept = dict(PersonPhone.objects.values_list("raw", "e164"))
    assert kept == forms | {"012 345 67": "", "345678": ""}
