"""Confirm how names are written before they are printed."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from certificates.choices import HoldReason
from certificates.models import HeldCertificate, NameCheck
from certificates.queries.papers import names_of
from courses.actions.audit import record_each
from courses.models import CourseRun


@transaction.atomic
def confirm_names(run: CourseRun, enrollments: Iterable[int], *, by: AbstractBaseUser) -> list[int]:
    """Note that these people of the run (by the ids of their enrolments) saw their names and found
    them right. Returns the completions that waited for nothing else. A name that is changed later
    asks to be confirmed again."""
    rows = run.enrollments.filter(pk__in=list(enrollments), person__erased_at=None)
    found = list(rows.select_related("person").order_by("pk"))
    for each in found:
        name_km, name_en = names_of(each.person)
        values = {"name_km": name_km, "name_en": name_en, "confirmed_by": by}
        NameCheck.objects.update_or_create(enrollment=each, defaults=values)
    record_each(((each, {}) for each in found), "name_confirmed", by=by, app="certificates")
    waiting = HeldCertificate.objects.filter(
        completion__enrollment__in=found, reason=HoldReason.UNCHECKED, is_statement=False
    )
    return list(waiting.values_list("completion", flat=True))
