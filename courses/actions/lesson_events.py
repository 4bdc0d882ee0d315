"""Take in what phones tell of lessons: how far their reader got."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from courses.actions.learning import course_id_of, mark_lesson_read, progress_of
from courses.models import LessonEvent, LessonPage, Person
from courses.rules.lessons import Place, Seen, further, happened_at


@dataclass(frozen=True)
class Taken:
    """What came of an event; `is_read` says whether the lesson counts as read now."""

    event: UUID
    status: str
    is_read: bool = False


@transaction.atomic
def take_seen(
    person: Person,
    lesson: LessonPage,
    seen: Seen,
    *,
    clock_offset: int,
    by: AbstractBaseUser | None,
) -> Taken:
    """Keep an event, and how far the person got. The same event again is a `duplicate` and changes
    nothing; the order in which events come does not matter. At its last part a lesson is read, from
    the moment when the phone's reader was there."""
    progress = progress_of(person, lesson)
    at = happened_at(seen.tapped_at, clock_offset, timezone.now())
    _event, is_new = LessonEvent.objects.get_or_create(
        uuid=seen.event,
        defaults={
            "person": person,
            "course_id": course_id_of(lesson),
            "lesson_key": lesson.translation_key,
            "part": seen.place.part,
            "number": seen.place.number,
            "parts": seen.place.parts,
            "tapped_at": seen.tapped_at,
            "clock_offset": clock_offset,
        },
    )
    if not is_new:
        return Taken(seen.event, "duplicate", progress.read_at is not None)
    place = further(Place(progress.part, progress.number, progress.parts), seen.place)
    progress.part, progress.number, progress.parts = place.part, place.number, place.parts
    progress.seen_at = max(at, progress.seen_at or at)
    progress.save(update_fields=["part", "number", "parts", "seen_at"])
    if seen.place.is_end:
        progress = mark_lesson_read(person, lesson, by=by, at=at) or progress
    return Taken(seen.event, "created", progress.read_at is not None)
