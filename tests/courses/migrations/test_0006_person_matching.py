"""Keys for matching are filled for people who were on record before."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from courses.models import Person
from tests.factories import PersonFactory

migration = import_module("courses.migrations.0006_person_matching")


@pytest.mark.django_db
def test_everybody_gets_the_key_that_a_save_would_give(monkeypatch):
    monkeypatch.setattr(migration, "PEOPLE_AT_ONCE", 2)
    people = [PersonFactory(given_name_latin=name) for name in ("Dara", "Srey Mom", "")]
    keys = [person.key_sound for person in people]
    Person.objects.update(key_sound="")
    migration.fill_sound_keys(apps, SimpleNamespace(connection=connection))
    assert list(Person.objects.order_by("pk").values_list("key_sound", flat=True)) == keys
