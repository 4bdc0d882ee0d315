"""The home page of the office leads to the first screens of the work, for everybody to her own."""

import pytest
from django.urls import reverse

from courses.admin.home import BeginPanel

pytestmark = pytest.mark.django_db
HOME = reverse("wagtailadmin_home")


def begin(response):
    (panel,) = [panel for panel in response.context["panels"] if isinstance(panel, BeginPanel)]
    return panel.entries


def test_staff_begin_with_runs_figures_and_what_waits(staff):
    response = staff.get(HOME)
    assert [item.name for item, _purpose in begin(response)] == [
        "training-desk",
        "training-reach",
        "training-quality",
        "training-runs",
        "training-people",
        "training-duplicates",
    ]
    assert "Whom the training reached, by donor" in response.content.decode()


def test_a_trainer_begins_with_her_runs_and_people(trainer):
    names = [item.name for item, _purpose in begin(trainer.get(HOME))]
    assert names == ["training-desk", "training-runs", "training-people"]


def test_every_screen_that_is_named_opens(staff, trainer):
    for client in (staff, trainer):
        answers = {
            item.url: client.get(item.url).status_code for item, _ in begin(client.get(HOME))
        }
        assert set(answers.values()) == {200}, answers
