"""Finding actions by words, and the order of a plan."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.models import FactoryAction
from courses.queries.factory_actions import actions_found, done_by, in_order
from tests.factories import CourseRunFactory, FactoryActionFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def test_words_find_what_is_done_by_whom_and_for_which_organization():
    lotus = OrganizationFactory(name_en="Lotus Thread Garment", short_name="LTG")
    named = FactoryActionFactory(organization=lotus)
    other = FactoryActionFactory(
        organization=OrganizationFactory(name_en="Silk Moon Apparel"),
        text="Hold a fire drill",
        responsible="Committee",
    )
    rows = FactoryAction.objects.all()

    found = {
        words: set(actions_found(rows, words))
        for words in ("fire drill", "drill committee", "lotus", other.run.code, "!!")
    }

    assert found == {
        **{each: {other} for each in ("fire drill", "drill committee", other.run.code)},
        "lotus": {named},
        "!!": set(),
    }
    assert set(done_by(rows, "ltg")) == {named}


def test_open_ones_come_first_by_the_day_on_which_they_are_due():
    run, today = CourseRunFactory(), timezone.localdate()
    done = FactoryActionFactory(run=run, state="done", seen_on=today, seen_by="Adviser")
    later = FactoryActionFactory(run=run)
    sooner = FactoryActionFactory(run=run, due_on=today + timedelta(days=1))

    assert list(in_order(run.factory_actions.all())) == [sooner, later, done]
