"""What the groups of `courses` may do with certificates."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from courses.actions.groups import STAFF, TRAINERS, ensure_groups


@transaction.atomic
def allow_staff() -> None:
    """Give staff all permissions of this app and trainers the view, once; keep later changes."""
    ensure_groups()
    mine = Permission.objects.filter(content_type__app_label="certificates")
    if Group.objects.filter(permissions__in=mine).exists():
        return
    Group.objects.get(name=STAFF).permissions.add(*mine)
    Group.objects.get(name=TRAINERS).permissions.add(*mine.filter(codename="view_certificate"))
