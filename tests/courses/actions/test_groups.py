"""The two groups."""

import pytest
from django.contrib.auth.models import Group

from courses.actions.groups import ensure_groups


@pytest.mark.django_db
def test_groups_are_made_once_and_keep_what_staff_changed():
    trainers, staff = ensure_groups()
    trainers.permissions.clear()

    ensure_groups()

    assert Group.objects.filter(name__in=["Trainers", "Programme staff"]).count() == 2
    assert not trainers.permissions.exists()
    assert staff.permissions.filter(codename="see_all_training").exists()
