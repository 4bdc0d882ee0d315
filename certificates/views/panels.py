"""Parts that the screens of `courses` show: certificates of a run and of a person."""

from functools import partial

from django.template.loader import render_to_string
from django.utils import timezone

from certificates import permissions
from certificates.choices import ACHIEVEMENTS
from certificates.models import Certificate
from certificates.queries.facts import check_url
from certificates.queries.printing import can_print_again
from certificates.rules.sharing import linkedin_address, reminder_day
from courses.adapters.language import language
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
    certificates = certificates.select_related("credential")
    rows = [(row, taken_along(row)) for row in certificates]
    return render_to_string("certificates/panels/my.html", {"rows": rows}, request=request)


def taken_along(certificate):
    """What she may take along: a picture, a reminder, the address that fills in her profile."""
    side = "km" if language().startswith("km") else "en"
    return {
        "has_picture": can_print_again(certificate),
        "has_reminder": bool(reminder_day(certificate.expires_on, timezone.localdate())),
        "profile": linkedin_address(
            title=certificate.about,
            issuer=certificate.facts[f"org_1_{side}"],
            issued_on=certificate.issued_on,
            expires_on=certificate.expires_on,
            serial=certificate.serial,
            check=check_url(certificate.code),
        ),
    }


def files_of(enrollments):
    """Certificates in force by the ids of their enrolments, each with a name and a way to open its
    file; hook `courses_certificate_files`."""
    rows = Certificate.objects.filter(enrollment__in=enrollments, kind__in=ACHIEVEMENTS).in_force()
    return {row.enrollment_id: (f"{row.serial}.pdf", partial(row.file.open, "rb")) for row in rows}
