"""Say whose training a member of staff oversees: that of some provinces, or of the country."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.groups import AREA_STAFF, STAFF, ensure_groups
from courses.exceptions import Refused
from courses.models import Province, StaffArea
from courses.permissions import sees_all


@transaction.atomic
def assign_area(
    user: AbstractBaseUser, provinces: Iterable[Province], *, by: AbstractBaseUser
) -> StaffArea | None:
    """Limit a member of staff to these provinces; without any she sees the country again.

    She changes between the groups "Programme staff" and "Provincial staff"; doing it twice changes
    nothing. Raises Refused: `oneself`, and `sees_all` when another right shows her everything.
    """
    ensure_groups()
    user = get_user_model().objects.select_for_update().get(pk=user.pk)
    if user == by:
        raise Refused(_("You cannot change your own provinces."), code="oneself")
    wanted = sorted({province.pk for province in provinces})
    area = StaffArea.objects.filter(user=user).first()
    before = sorted(area.provinces.values_list("pk", flat=True)) if area else []
    if not wanted:
        _to_the_country(user, area)
    else:
        area = area or StaffArea.objects.create(user=user)
        area.provinces.set(wanted)
        _move(user, STAFF, AREA_STAFF)
        if sees_all(get_user_model().objects.get(pk=user.pk)):
            raise Refused(
                _("This login sees everything by another right. Take that right away first."),
                code="sees_all",
            )
    if wanted != before:
        record(user, "area_assigned", by=by, provinces=wanted)
    return area if wanted else None


def _to_the_country(user: AbstractBaseUser, area: StaffArea | None) -> None:
    if area is not None:
        area.delete()
        _move(user, AREA_STAFF, STAFF)


def _move(user: AbstractBaseUser, old: str, new: str) -> None:
    groups = user.groups.model.objects
    user.groups.remove(*groups.filter(name=old))
    user.groups.add(groups.get(name=new))
