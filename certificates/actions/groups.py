"""What the groups of `courses` may do with certificates."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from courses.actions.groups import AREA_STAFF, STAFF, TRAINERS, ensure_groups


@transaction.atomic
def allow_staff() -> None:
    """Give staff all permissions of this app, trainers and provincial staff the view, once; keep
    later changes. A noun that came later is given to staff when no group knows it yet."""
    ensure_groups()
    mine = Permission.objects.filter(content_type__app_label="certificates")
    seen = mine.filter(codename="view_certificate")
    known = Group.objects.filter(permissions__in=mine)
    if not known.exists():
        Group.objects.get(name=STAFF).permissions.add(*mine)
        Group.objects.get(name=TRAINERS).permissions.add(*seen)
    for noun in ("design", "coursedesigns", "printedpicture"):
        theirs = mine.filter(content_type__model=noun)
        if not Group.objects.filter(permissions__in=theirs).exists():
            Group.objects.get(name=STAFF).permissions.add(*theirs)
    if not known.filter(name=AREA_STAFF).exists():
        Group.objects.get(name=AREA_STAFF).permissions.add(*seen)
