"""Staff who oversee some provinces."""

import pytest

from courses.actions.areas import assign_area
from courses.exceptions import Refused
from courses.models import Province, StaffArea
from tests.conftest import user_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague():
    return user_in("Programme staff", username="colleague")


def provinces(*codes):
    return Province.objects.filter(pk__in=codes)


def groups(user):
    return list(user.groups.values_list("name", flat=True))


def test_naming_provinces_limits_a_member_of_staff_and_naming_none_frees_her(staff_user, colleague):
    area = assign_area(colleague, provinces("05", "12"), by=staff_user)
    again = assign_area(colleague, provinces("05"), by=staff_user)

    assert area == again
    assert [province.pk for province in area.provinces.all()] == ["05"]
    assert groups(colleague) == ["Provincial staff"]
    assert assign_area(colleague, [], by=staff_user) is None
    assert groups(colleague) == ["Programme staff"]
    assert not StaffArea.objects.exists()


def test_a_stranger_without_provinces_gets_no_rights(staff_user):
    stranger = UserFactory()
    assign_area(stranger, [], by=staff_user)

    assert groups(stranger) == []


def test_nobody_changes_her_own_and_who_sees_all_by_another_right_is_told(staff_user):
    with pytest.raises(Refused) as no:
        assign_area(staff_user, provinces("05"), by=staff_user)
    assert no.value.code == "oneself"
    with pytest.raises(Refused) as no:
        assign_area(UserFactory(is_superuser=True), provinces("05"), by=staff_user)
    assert no.value.code == "sees_all"
    assert not StaffArea.objects.exists()
