"""Parts that the screens of `courses` show: certificates of a run and of a person."""

from functools import partial

from django.template.loader import render_to_string

from certificates import permissions
from certificates.choices import ACHIEVEMENTS
from certificates.models import Certificate
from courses.models import Completion


def run_panel(request, run):
    """Certificates of a run for its trainers; hook `courses_run_panels`."""
    rows = permissions.certificates.rows_for(request.user)
    certificates = rows.filter(enrollment__run=run).in_force().select_related("person")
    return render_to_string(
        "certificates/panels/run.html",
        {
            "certificates": certificates.order_by("person__sort_key", "kind"),
            "run": run,
            "can_issue": Completion.objects.filter(enrollment__run=run).exists(),
        },
        request=request,
    )


def my_panel(request, person):
    """A person's own certificates in force; hook `courses_my_panels`."""
    certificates = Certificate.objects.filter(person=person).in_force()
    certificates = certificates.select_related("course", "credential")
    return render_to_string(
        "certificates/panels/my.html", {"certificates": certificates}, request=request
    )


def files_of(enrollments):
    """Certificates in force by the ids of their enrolments, each with a name and a way to open its
    file; hook `courses_certificate_files`."""
    rows = Certificate.objects.filter(enrollment__in=enrollments, kind__in=ACHIEVEMENTS).in_force()
    return {row.enrollment_id: (f"{row.serial}.pdf", partial(row.file.open, "rb")) for row in rows}
