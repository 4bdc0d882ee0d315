"""Columns that lists of certificates share."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from certificates.choices import Status
from certificates.rules.verdict import verdict
from courses.admin.columns import CodeColumn, day_of, person_name


def state_of(certificate):
    """The status in a word, expired and erased included."""
    if certificate.erased_on:
        return _("Erased")
    state = verdict(certificate.status, certificate.expires_on, timezone.localdate())
    return _("Expired") if state == "expired" else Status(state).label


NAME = Column(
    "person",
    label=_("Name"),
    accessor=lambda certificate: person_name(certificate.person),
    sort_key="person__sort_key",
)
COURSE = CodeColumn("course", label=_("Course"), accessor="course.code", sort_key="course__code")
EXPIRES = Column(
    "expires_on",
    label=_("Expires"),
    accessor=lambda certificate: day_of(certificate.expires_on),
    sort_key="expires_on",
)
STATE = StatusTagColumn(
    "status",
    label=_("Status"),
    accessor=state_of,
    primary=lambda certificate: state_of(certificate) == Status.VALID.label,
    sort_key="status",
)
