"""Half-days of other runs of a course, for who missed some of her own."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F
from django.utils import timezone

from courses.models import CourseRun, Enrollment
from courses.queries.catalogue import NOT_CHOSEN
from courses.queries.offers import half_days_of, with_marks
from courses.queries.seats import with_seats
from courses.rules.make_up import in_place_of
from courses.rules.progress import HalfDay

SHOWN_AT_MOST = 6


@dataclass(frozen=True)
class Elsewhere:
    """A run with a free seat, and the half-days of it that stand for missed ones. `is_near` says
    that it is in the province of her own run."""

    run: CourseRun
    half_days: tuple[HalfDay, ...]
    free: int
    is_near: bool

    @property
    def order(self) -> tuple[bool, datetime]:
        return not self.is_near, self.half_days[0].starts

    def has_begun_on(self, day: date) -> bool:
        """Whether nobody can take part in the whole of it any more."""
        return self.run.starts_on <= day


@dataclass(frozen=True)
class MakingUp:
    """What she missed, and where the same is still to come, the same province first."""

    missed: tuple[HalfDay, ...]
    elsewhere: list[Elsewhere]


def making_up(enrollment: Enrollment, now: datetime) -> MakingUp:
    """For one enrolment. Four queries, however many runs there are."""
    run = enrollment.run
    others = {each.pk: each for each in _others(enrollment, now)}
    half_days = half_days_of([run.pk, *others], now)
    own = with_marks({run.pk: half_days.pop(run.pk, ())}, [enrollment.pk], now)[run.pk]
    found = [
        Elsewhere(
            run=other,
            half_days=instead,
            free=other.capacity - other.taken - other.kept,
            is_near=other.province_id == run.province_id,
        )
        for other in others.values()
        if (instead := in_place_of(own, half_days.get(other.pk, ())))
    ]
    missed = tuple(each for each in own if each.was_missed)
    return MakingUp(missed, sorted(found, key=lambda each: each.order)[:SHOWN_AT_MOST])


def _others(enrollment: Enrollment, now: datetime) -> list[CourseRun]:
    """Listed runs of the course with a free seat, that everybody of her role may come to and on
    which she is not yet herself."""
    runs = CourseRun.objects.listed().upcoming_on(timezone.localdate(now))
    runs = runs.filter(course=enrollment.run.course_id, is_for_host_only=False)
    runs = runs.exclude(enrollment_policy__in=NOT_CHOSEN)
    runs = runs.exclude(pk__in=Enrollment.objects.filter(person=enrollment.person_id).values("run"))
    runs = with_seats(runs.select_related("host", "venue", "province"), now)
    runs = runs.filter(capacity__gt=F("taken") + F("kept")).order_by("starts_on", "pk")
    return [run for run in runs if not run.roles or enrollment.role in run.roles]
