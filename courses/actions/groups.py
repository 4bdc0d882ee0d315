"""The two groups that the app's permissions are made for."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext_noop

TRAINERS = gettext_noop("Trainers")
STAFF = gettext_noop("Programme staff")

TRAINER_PERMISSIONS = {
    "courses": [
        "add_courserun",
        "change_courserun",
        "view_courserun",
        "view_session",
        "change_session",
        "add_enrollment",
        "change_enrollment",
        "view_enrollment",
        "add_person",
        "view_person",
        "view_organization",
        "view_venue",
        "view_course",
        "add_course",
        "change_course",
    ],
    "wagtailadmin": ["access_admin"],
}


@transaction.atomic
def ensure_groups() -> tuple[Group, Group]:
    """Create the groups with their permissions where they are missing; keep what staff changed.

    Returns (trainers, staff). Idempotent.
    """
    trainers, trainers_are_new = Group.objects.get_or_create(name=TRAINERS)
    if trainers_are_new:
        for app_label, codenames in TRAINER_PERMISSIONS.items():
            trainers.permissions.add(
                *Permission.objects.filter(
                    content_type__app_label=app_label, codename__in=codenames
                )
            )
    staff, staff_are_new = Group.objects.get_or_create(name=STAFF)
    if staff_are_new:
        staff.permissions.add(
            *Permission.objects.filter(content_type__app_label="courses").exclude(
                content_type__model__in=["cataloguepage", "coursepage", "lessonpage"]
            ),
            *Permission.objects.filter(
                content_type__app_label="wagtailadmin", codename="access_admin"
            ),
        )
    return trainers, staff
