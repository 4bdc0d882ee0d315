"""Bring people whose certificates expire onto a run of the same course."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser

from certificates.models import Certificate
from courses.actions.enrollment import enroll
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment


def enroll_again(
    certificates: Iterable[Certificate], run: CourseRun, *, by: AbstractBaseUser
) -> dict[int, Enrollment | Refused]:
    """Enrol who holds them as `enroll` does, each in a transaction of her own: a "no" stops nobody
    else. By the id of the certificate the place, or the Refused. Doing it twice changes nothing.
    """
    return {each.pk: _place(each, run, by=by) for each in certificates}


def _place(certificate: Certificate, run: CourseRun, *, by) -> Enrollment | Refused:
    try:
        return enroll(run, certificate.person, by=by)
    except Refused as no:
        return no
