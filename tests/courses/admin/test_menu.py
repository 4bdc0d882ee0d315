"""The menu "Training" stands in the order of work and shows what a user may open."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from courses.admin.base import MENU_HOOK
from courses.admin.menu import training_item, training_menu

pytestmark = pytest.mark.django_db

STAFF = [
    "Reach",
    "Runs",
    "Sessions",
    "Invitations",
    "Enrolments",
    "People",
    "Possible duplicates",
    "Organizations",
    "Venues",
    "Courses",
    "Topics",
    "Outcomes",
]


def labels(user, menu=training_menu):
    # Wagtail registers the items of the view sets when it makes its addresses.
    request = RequestFactory().get(reverse("wagtailadmin_home"))
    request.user = user
    return [str(item.label) for item in menu.render_component(request)]


def test_staff_see_the_order_of_work(staff_user):
    shown = labels(staff_user)

    assert [label for label in shown if label in STAFF] == STAFF


def test_a_trainer_begins_with_her_runs_and_sees_no_reach(trainer_user):
    assert labels(trainer_user)[:3] == ["My runs", "Runs", "Sessions"]
    assert "Reach" not in labels(trainer_user)
    assert "Topics" not in labels(trainer_user)


def test_a_stranger_sees_no_menu(participant_user):
    request = RequestFactory().get("/admin/")
    request.user = participant_user

    assert not training_item().is_shown(request)


def test_another_app_adds_its_item_in_its_place(staff_user):
    training_menu.__dict__.pop("registered_menu_items", None)
    with hooks.register_temporarily(
        MENU_HOOK, lambda: MenuItem("Equipment", "/equipment/", order=85)
    ):
        shown = labels(staff_user)
    training_menu.__dict__.pop("registered_menu_items", None)

    place = shown.index("Equipment")
    assert shown[place - 1 : place + 2] == ["Venues", "Equipment", "Courses"]
