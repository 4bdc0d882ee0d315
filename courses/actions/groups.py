"""The three groups that the app's permissions are made for."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext_noop

TRAINERS = gettext_noop("Trainers")
STAFF = gettext_noop("Programme staff")
AREA_STAFF = gettext_noop("Provincial staff")

TRAINER_PERMISSIONS = {
    "courses": [
        "add_courserun",
        "change_courserun",
        "view_courserun",
        "view_session",
        "change_session",
        "add_sessionevidence",
        "view_sessionevidence",
        "delete_sessionevidence",
        "add_factoryaction",
        "change_factoryaction",
        "view_factoryaction",
        "add_actionevidence",
        "view_actionevidence",
        "delete_actionevidence",
        "add_enrollment",
        "change_enrollment",
        "view_enrollment",
        "add_person",
        "view_person",
        "view_organization",
        "view_venue",
        "view_deliverypattern",
        "view_publicholiday",
        "view_project",
        "view_roster",
        "view_course",
        "view_coursematerial",
        "view_knowledgetest",
        "add_course",
        "change_course",
    ],
    "wagtailadmin": ["access_admin"],
}
AREA_PERMISSIONS = {
    "courses": [
        *TRAINER_PERMISSIONS["courses"],
        "see_area_training",
        "export_training",
        "change_person",
        "view_completion",
        "view_invitation",
        "view_reportsnapshot",
        "view_phase",
        "view_targetset",
        "view_reporttemplate",
    ],
    "wagtailadmin": ["access_admin"],
}
#: Models that came after the first groups: their permissions go to staff once, and to the other
#: groups those that these have.
LATER = (
    "consentnotice",
    "exportlog",
    "lookup",
    "staffarea",
    "deliverypattern",
    "publicholiday",
    "project",
    "roster",
    "rostermember",
    "runfinance",
    "runpartner",
    "seatreservation",
    "headcount",
    "invitation",
    "sessionevidence",
    "message",
    "coursematerial",
    "messagetemplate",
    "device",
    "reportsnapshot",
    "publishedyear",
    "phase",
    "targetset",
    "reporttemplate",
    "reportschedule",
    "knowledgetest",
    "factoryaction",
    "actionevidence",
)


@transaction.atomic
def ensure_groups() -> tuple[Group, Group]:
    """Create the groups with their permissions where they are missing; keep what staff changed.

    Returns (trainers, staff). Idempotent.
    """
    trainers = _group(TRAINERS, TRAINER_PERMISSIONS)
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
    for model in LATER:
        theirs = Permission.objects.filter(
            content_type__app_label="courses", content_type__model=model
        )
        if not Group.objects.filter(permissions__in=theirs).exists():
            staff.permissions.add(*theirs)
            for group in Group.objects.filter(name__in=(TRAINERS, AREA_STAFF)):
                held = TRAINER_PERMISSIONS if group.name == TRAINERS else AREA_PERMISSIONS
                group.permissions.add(*theirs.filter(codename__in=held["courses"]))
    _group(AREA_STAFF, AREA_PERMISSIONS)
    return trainers, staff


def _group(name: str, permissions: dict[str, list[str]]) -> Group:
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        for app_label, codenames in permissions.items():
            group.permissions.add(
                *Permission.objects.filter(
                    content_type__app_label=app_label, codename__in=codenames
                )
            )
    return group
