"""What was delivered: sessions and hours, and the people who were counted without names."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from courses.choices import SessionStatus
from courses.models import Session, SessionEvidence
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
    """R30 and R29: sums of people without names, never added to people nor to each other; and how
    many of them were in sessions of which a photo or a signed sheet is kept."""

    without_names: Sexes = field(default_factory=Sexes)
    passed_on: Sexes = field(default_factory=Sexes)
    without_names_proven: int = 0
    passed_on_proven: int = 0

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
    proven = Exists(SessionEvidence.objects.filter(session=OuterRef("pk")))
    sums = {name: Coalesce(Sum(f"headcounts__{name}"), 0) for name in SEXES}
    rows = _sessions(filters).counted().held().annotate(is_proven=proven, **sums)
    found = {False: Sexes(), True: Sexes()}
    proven_of = {False: 0, True: 0}
    for trainer, is_proven, *numbers in rows.values_list("cascade_of", "is_proven", *SEXES):
        is_passed_on, sexes = trainer is not None, Sexes(*numbers)
        found[is_passed_on] += sexes
        proven_of[is_passed_on] += sexes.total if is_proven else 0
    return Counted(found[False], found[True], proven_of[False], proven_of[True])


def _sessions(filters: Filters) -> QuerySet[Session]:
    """Sessions of the period; by the province of their place, and the sector of the host."""
    rows = in_period(filters).filter(of_runs(filters)).order_by()
    if filters.sector:
        rows = rows.filter(run__host__sector=filters.sector)
    if filters.province:
        rows = rows.annotate(place=Coalesce(F("venue__province"), F("run__province")))
        rows = rows.filter(place=filters.province)
    return rows
