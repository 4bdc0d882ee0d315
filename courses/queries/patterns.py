"""Delivery patterns for planning, and the pattern that an earlier run followed."""

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from courses.choices import DeliveryLanguage
from courses.models import CourseRun, DeliveryPattern, PatternSlot, Session
from courses.rules.schedule import Slot, Step


def offered_patterns() -> QuerySet[DeliveryPattern]:
    """The patterns of current courses with their sessions; of each course the usual one first. Two
    queries."""
    rows = DeliveryPattern.objects.filter(course__is_archived=False, slots__isnull=False)
    rows = rows.select_related("course").prefetch_related(
        Prefetch("slots", PatternSlot.objects.order_by("sort_order", "pk"))
    )
    return rows.distinct().order_by("course__title_en", "-is_default", "pk")


def pattern_steps(pattern: DeliveryPattern, language: str) -> list[Step]:
    """The sessions of a pattern as rules know them, with titles in the language spoken."""
    is_khmer = language == DeliveryLanguage.KHMER
    return [
        Step(
            slot.starts,
            slot.ends,
            days_after=slot.days_after,
            pause=slot.break_minutes,
            title=(slot.title_km if is_khmer else slot.title_en) or slot.title_en or slot.title_km,
            counts_heads=slot.counts_heads,
        )
        for slot in pattern.slots.all()
    ]


def held_slots(run: CourseRun) -> list[Slot]:
    """The sessions of a run that were not called off, in order of time. One query."""
    return [slot_of(each) for each in run.sessions.taking_place().order_by("starts_at", "pk")]


def slot_of(session: Session) -> Slot:
    """A session as it is planned."""
    starts, ends = map(timezone.make_naive, (session.starts_at, session.ends_at))
    pause = int((ends - starts).total_seconds() // 60) - session.planned_minutes
    return Slot(starts, ends, pause, session.title, session.counts_heads)
