"""Remind people of a training day, some days before and in the morning."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from courses import conf
from courses.actions.announcing import is_silent
from courses.actions.queueing import Event, queue
from courses.choices import MessageKind, RunStatus
from courses.models import CourseRun, Message, Session
from courses.queries.message_words import RunWords
from courses.rules.reminders import Reminder, reminders_due


def queue_reminders(now: datetime | None = None) -> int:
    """Queue the reminders that are due; returns how many. Idempotent: each day of each person is
    reminded of once for each of COURSES_REMINDER_DAYS, and a day that was moved anew."""
    now = timezone.localtime(now)
    if is_silent():
        return 0
    ahead = conf.get("COURSES_REMINDER_DAYS")
    return sum(len(_remind(run, now, ahead)) for run in _runs(now, max(ahead, default=0)))


def _runs(now: datetime, ahead: int) -> list[CourseRun]:
    coming = Session.objects.taking_place().filter(
        starts_at__gt=now, starts_at__lt=now + timedelta(days=ahead + 1)
    )
    rows = CourseRun.objects.filter(pk__in=coming.order_by().values("run"))
    return list(rows.filter(status=RunStatus.PLANNED).order_by("pk"))


@transaction.atomic
def _remind(run: CourseRun, now: datetime, ahead: Iterable[int]) -> list[Message]:
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    sessions = list(run.sessions.taking_place().select_related("venue"))
    days = {session.day for session in sessions}
    due = reminders_due(days, now, ahead=ahead, hour=conf.get("COURSES_REMINDER_HOUR"))
    return [message for each in due for message in _of_day(run, sessions, each, now)]


def _of_day(
    run: CourseRun, sessions: list[Session], reminder: Reminder, now: datetime
) -> list[Message]:
    """Who enrolled since the reminder was due has just been told the day."""
    theirs = [each for each in sessions if each.day == reminder.day]
    if theirs[0].starts_at <= now:
        return []
    event = Event(
        MessageKind.REMINDER,
        RunWords(run, now, theirs),
        mark=lambda _each: f"{reminder.day:%Y%m%d}:{reminder.ahead}",
        session=theirs[0],
        useless_after=theirs[0].starts_at,
    )
    return queue(event, run.enrollments.enrolled().filter(status_since__lt=reminder.since))
