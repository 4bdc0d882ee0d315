"""The registry in numbers: what was issued, what became of it, how often it was checked."""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone

from certificates.choices import Status
from certificates.models import CheckCount
from certificates.permissions import certificates


@dataclass(frozen=True)
class YearOfCertificates:
    """Certificates of one year of issue, by what they are worth today, and the checks made in that
    year: all of them, and those that found nothing."""

    year: int
    issued: int = 0
    in_force: int = 0
    expired: int = 0
    withdrawn: int = 0
    replaced: int = 0
    erased: int = 0
    checked: int = 0
    unknown: int = 0


def registry_years(user) -> list[YearOfCertificates]:
    """One line for each year with certificates or checks, the newest first. Two queries."""
    today = timezone.localdate()
    kept = Q(erased_on=None)
    over = kept & Q(status=Status.VALID, expires_on__lt=today)
    rows = (
        certificates.rows_for(user)
        .order_by()
        .annotate(issued_in=ExtractYear("issued_on"))
        .values("issued_in")
        .annotate(
            issued=Count("pk"),
            in_force=Count("pk", filter=kept & Q(status=Status.VALID) & ~over),
            expired=Count("pk", filter=over),
            withdrawn=Count("pk", filter=kept & Q(status=Status.REVOKED)),
            replaced=Count("pk", filter=kept & Q(status=Status.REPLACED)),
            erased=Count("pk", filter=~kept),
        )
    )
    checks = (
        CheckCount.objects.annotate(year=ExtractYear("day"))
        .values("year")
        .annotate(checked=Sum("count"), unknown=Sum("count", filter=Q(answer="unknown"), default=0))
    )
    found: dict[int, dict] = {(year := row.pop("issued_in")): {**row, "year": year} for row in rows}
    for row in checks:
        found.setdefault(row["year"], {}).update(row)
    return [YearOfCertificates(**found[year]) for year in sorted(found, reverse=True)]
