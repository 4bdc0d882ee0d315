"""All viewsets of the app, and what it adds to the records of `courses`."""

from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from certificates import permissions
from certificates.admin.certificates import CertificateViewSet
from certificates.admin.designs import DesignViewSet
from certificates.admin.due import DueViewSet
from certificates.admin.held import HeldViewSet
from certificates.choices import Status
from courses.admin.columns import CodeLinkColumn, day_of
from courses.admin.links import record_address
from courses.admin.views import Section
from courses.models import Enrollment, Person


def certificate_viewsets():
    """Hook `register_admin_viewset`."""
    return [
        CertificateViewSet("certificates"),
        HeldViewSet("held"),
        DueViewSet("due"),
        DesignViewSet("designs"),
    ]


def certificates_of(row, user):
    """Hook `construct_training_record`: certificates below a person and below an enrolment."""
    paths = {Person: "person", Enrollment: "enrollment"}
    if type(row) not in paths:
        return []
    rows = permissions.certificates.rows_for(user).filter(**{paths[type(row)]: row})
    columns = [
        CodeLinkColumn(
            "serial",
            label=_("Number"),
            get_url=lambda certificate: record_address("certificates", certificate.pk),
        ),
        Column("course", label=_("Course"), accessor="about"),
        Column("issued", label=_("Issued"), accessor=lambda found: day_of(found.issued_on)),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda found: found.status == Status.VALID,
        ),
    ]
    found = list(rows)
    return [Section(_("Certificates"), columns, found, _("No certificate yet."))]
