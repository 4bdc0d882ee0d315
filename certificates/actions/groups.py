"""What the groups of `courses` may do with certificates."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from courses.actions.groups import AREA_STAFF, STAFF, TRAINERS, ensure_groups


@transaction.atomic
def allow_staff() -> None:
    """Give staff all permissions of this app, trainers and provincial staff the view, once; keep
    later changes."""
    ensure_groups()
    mine = Permission.objects.filter(content_type__app_label="certificates")
    seen = mine.filter(codename="view_certificate")
    known = Group.objects.filter(permissions__in=mine)
    if not known.exists():
        Group.objects.get(name=STAFF).permissions.add(*mine)
        Group.objects.get(name=TRAINERS).permissions.add(*seen)
    if not known.filter(name=AREA_STAFF).exists():
        Group.objects.get(name=AREA_STAFF).permissions.add(*seen)
