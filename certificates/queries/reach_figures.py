"""Figures of certificates beside those of reach (indicator R32)."""

from collections.abc import Callable

from django.db.models import Q, Sum

from certificates.choices import Kind, Status
from certificates.models import Certificate, CheckCount
from courses.rules.indicators import Indicator
from courses.rules.indicators.base import gettext_noop
from courses.rules.reach import Filters, NotCounted
from courses.rules.reach.ways import Elsewhere

ISSUED = Indicator(
    code="R32",
    version=1,
    name=gettext_noop("Certificates issued"),
    definition=gettext_noop(
        "Certificates of completion, trainer and refresher certificates that were issued in the"
        " period and are valid. Those that were withdrawn or replaced are not in it, so that one"
        " that was issued anew counts once, on the day of the newer one. Statements of attendance"
        " and of a year are not certificates. Periods can be added up."
    ),
    unit=gettext_noop("certificates"),
    is_additive=True,
    way=Elsewhere(),
)
VERIFIED = Indicator(
    code="R32V",
    version=1,
    name=gettext_noop("Certificates checked by the public"),
    definition=gettext_noop(
        "How often the public check page was asked about a certificate and found it valid. One"
        " certificate may be checked many times; which one was asked about is not kept, so this"
        " figure is told of everything alone. Periods can be added up."
    ),
    unit=gettext_noop("checks"),
    is_additive=True,
    way=Elsewhere(),
)
KINDS = (Kind.COMPLETION, Kind.TRAINER, Kind.REFRESHER)
#: Where a certificate stands in each dimension by which reports narrow.
PATHS = {
    "course": "course",
    "topic": "course__topics",
    "outcome": "course__outcomes",
    "run": "enrollment__run",
    "project": "enrollment__run__projects",
    "donor": "enrollment__run__projects__donor",
    "payer": "enrollment__run__finance__payer",
    "language": "enrollment__run__delivery_language",
    "sex": "enrollment__person__sex",
    "role": "enrollment__role",
    "sector": "enrollment__sector",
    "province": "enrollment__province",
}


def issued(filters: Filters) -> int:
    """R32. Raises NotCounted for a filter by which certificates are not told."""
    rows = Certificate.objects.filter(
        issued_on__range=(filters.start, filters.end), status=Status.VALID, kind__in=KINDS
    )
    if filters.area is not None:
        rows = rows.filter(enrollment__run__province__in=filters.area)
    for name, values in filters.only.items():
        if name not in PATHS:
            raise NotCounted(name)
        rows = rows.filter(_within(PATHS[name], values))
    return rows.count()


def _within(path: str, values) -> Q:
    """A certificate once, however many of the values fit."""
    fitting = Certificate.objects.filter(**{f"{path}__in": values}).order_by()
    return Q(pk__in=fitting.values("pk"))


def verified(filters: Filters) -> int:
    """R32V. Raises NotCounted for any filter: which certificate was asked about is not kept."""
    if filters.area is not None:
        raise NotCounted("province")
    for name in filters.only:
        raise NotCounted(name)
    counts = CheckCount.objects.filter(day__range=(filters.start, filters.end), answer=Status.VALID)
    return counts.aggregate(total=Sum("count"))["total"] or 0


def figures_of_certificates() -> list[tuple[Indicator, Callable[[Filters], int]]]:
    """Hook `register_training_figures`."""
    return [(ISSUED, issued), (VERIFIED, verified)]
