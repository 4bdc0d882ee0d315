"""The three groups."""

import pytest
from django.contrib.auth.models import Group, Permission

from courses.actions.groups import ensure_groups


@pytest.mark.django_db
def test_groups_are_made_once_and_keep_what_staff_changed():
    trainers, staff = ensure_groups()
    trainers.permissions.clear()

    ensure_groups()

    assert Group.objects.filter(name__in=["Trainers", "Programme staff"]).count() == 2
    assert not trainers.permissions.exists()
    assert staff.permissions.filter(codename="see_all_training").exists()


@pytest.mark.django_db
def test_staff_of_an_earlier_version_get_what_came_later_once():
    _trainers, staff = ensure_groups()
    later = Permission.objects.filter(codename__in=["view_exportlog", "add_consentnotice"])
    staff.permissions.remove(*Permission.objects.filter(content_type__model="exportlog"))
    staff.permissions.remove(later.get(codename="add_consentnotice"))

    ensure_groups()

    assert list(staff.permissions.filter(pk__in=later).values_list("codename", flat=True)) == [
        "view_exportlog"
    ]
