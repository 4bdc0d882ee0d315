"""The seats of runs: how many are held, and how many wait for people of organizations."""

from datetime import datetime

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from courses.choices import RunStatus
from courses.models import CourseRun, Enrollment, SeatReservation
from courses.rules.enrollment import Kept, RunFacts


def seats_held(now: datetime) -> QuerySet[Enrollment]:
    """Enrolments that hold a seat: people with one, and offers that have not run out."""
    return Enrollment.objects.holding_seats(now)


def with_seats(runs: QuerySet[CourseRun], now: datetime) -> QuerySet[CourseRun]:
    """The runs with how many seats are `taken`, and how many are `kept` for organizations."""
    held = seats_held(now).filter(run=OuterRef("pk")).order_by().values("run")
    left = reservations(now).filter(run=OuterRef("pk")).order_by().values("run")
    return runs.annotate(
        taken=_number(held.annotate(n=Count("pk"))),
        kept=_number(left.annotate(n=Sum("left"))),
    )


def _number(counted: QuerySet) -> Coalesce:
    return Coalesce(Subquery(counted.values("n")), Value(0), output_field=IntegerField())


def reservations(now: datetime) -> QuerySet[SeatReservation]:
    """Kept seats with how many are `used`, and how many are `left`: none after their last day."""
    used = seats_held(now).filter(reservation=OuterRef("pk")).order_by().values("reservation")
    day = timezone.localdate(now)
    is_open = Q(until=None) | Q(until__gte=day)
    return SeatReservation.objects.annotate(
        used=_number(used.annotate(n=Count("pk"))),
        left=Case(
            When(is_open, then=Greatest(F("seats") - F("used"), Value(0))),
            default=Value(0),
            output_field=IntegerField(),
        ),
    )


def begins_at(run: CourseRun) -> datetime | None:
    """The beginning of the first session that takes place, or None."""
    starts = run.sessions.taking_place().order_by("starts_at").values_list("starts_at", flat=True)
    return starts.first()


def organizations_of(place: Enrollment) -> list[int]:
    """Whose kept seat somebody may use: that of who named her, then that of her employer."""
    named_by = place.invitation and place.invitation.organization
    return [each.standing.pk for each in (named_by, place.employer) if each]


def facts_of(run: CourseRun, now: datetime) -> RunFacts:
    """The facts that decide about a seat of the run, counted now. Two queries, and one for each
    step by which an organization became part of another one."""
    day = timezone.localdate(now)
    rows = reservations(now).filter(run=run.pk)
    kept = tuple(
        Kept(each.pk, each.organization.standing.pk, each.seats, each.used, each.until)
        for each in rows.select_related("organization__merged_into")
    )
    return RunFacts(
        policy=run.enrollment_policy,
        capacity=run.capacity,
        taken=seats_held(now).filter(run=run.pk).count(),
        is_cancelled=run.status == RunStatus.CANCELLED,
        is_closed=run.status == RunStatus.CLOSED,
        ends_on=run.ends_on,
        kept=kept,
        today=day,
    )
