"""What was delivered: sessions and hours, and the people who were counted without names."""

from dataclasses import dataclass, field

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Sum, When
from django.db.models.functions import Coalesce

from courses.choices import SessionStatus
from courses.models import Session
from courses.queries.reach_counts import Sexes
from courses.queries.reach_facts import Filters, in_period, of_runs

HELD = Q(status=SessionStatus.HELD)
SEXES = ("women", "men", "another", "unknown")


@dataclass(frozen=True)
class Delivered:
    """R5 (as minutes) and R21."""

    minutes: int = 0
    runs: int = 0
    held: int = 0
    cancelled: int = 0
    postponed: int = 0

    @property
    def hours(self) -> float:
        """With one decimal place."""
        return round(self.minutes / 60, 1)


@dataclass(frozen=True)
class Counted:
    """R30 and R29: sums of people without names, never added to people nor to each other."""

    without_names: Sexes = field(default_factory=Sexes)
    passed_on: Sexes = field(default_factory=Sexes)

    @property
    def is_nothing(self) -> bool:
        return not (self.without_names.total or self.passed_on.total)


def delivered(filters: Filters) -> Delivered:
    """One query."""
    return Delivered(
        **_sessions(filters).aggregate(
            minutes=Coalesce(Sum("planned_minutes", filter=HELD), 0),
            runs=Count("run", filter=HELD, distinct=True),
            held=Count("pk", filter=HELD),
            cancelled=Count("pk", filter=Q(status=SessionStatus.CANCELLED)),
            postponed=Count("pk", filter=Q(status=SessionStatus.POSTPONED)),
        )
    )


def counted(filters: Filters) -> Counted:
    """One query, which reads the few sessions without names."""
    rows = (
        _sessions(filters)
        .counted()
        .held()
        .annotate(
            is_passed_on=Case(When(cascade_of=None, then=0), default=1, output_field=IntegerField())
        )
    )
    sums = {name: Coalesce(Sum(f"headcounts__{name}"), 0) for name in SEXES}
    found = {
        row.pop("is_passed_on"): Sexes(**row)
        for row in rows.values("is_passed_on").annotate(**sums)
    }
    return Counted(found.get(0, Sexes()), found.get(1, Sexes()))


def _sessions(filters: Filters) -> QuerySet[Session]:
    """Sessions of the period; by the province of their place, and the sector of the host."""
    rows = in_period(filters).filter(of_runs(filters)).order_by()
    if filters.sector:
        rows = rows.filter(run__host__sector=filters.sector)
    if filters.province:
        rows = rows.annotate(place=Coalesce(F("venue__province"), F("run__province")))
        rows = rows.filter(place=filters.province)
    return rows
