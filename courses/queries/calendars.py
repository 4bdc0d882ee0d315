"""Sessions as entries of a calendar: those of one run for who takes part, those of a trainer."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import override

from courses.adapters.calendars import Entry
from courses.choices import MessageKind, RunStatus, SessionStatus
from courses.models import CourseRun, Message, RunTrainer, Session

#: How long a trainer's calendar remembers, and how many sessions one letter carries.
PAST = timedelta(days=90)
SESSIONS_IN_A_LETTER = 30
OFF = (SessionStatus.CANCELLED, SessionStatus.POSTPONED)
#: Messages that come with an invitation, and those that take it back.
INVITES = (MessageKind.CONFIRMATION, MessageKind.SEAT, MessageKind.CHANGE)
TAKES_BACK = (MessageKind.CANCELLATION, MessageKind.WITHDRAWAL)


def entry_of(session: Session, run: CourseRun, language: str, now: datetime, **more) -> Entry:
    """A session in the words of a language; `run` has its course, venue, host and province."""
    with override(language):
        venue = session.venue or run.venue
        place = [venue.name if venue else "", run.host.name, run.province.name]
        return Entry(
            **{
                "uid": f"{session.uuid}@sala",
                "sequence": run.calendar_sequence,
                "starts": session.starts_at,
                "ends": session.ends_at,
                "title": session.title or run.course.title,
                "changed": now,
                "place": ", ".join(part for part in place if part),
                "description": run.code,
                "is_cancelled": session.status in OFF or run.status == RunStatus.CANCELLED,
                **more,
            }
        )


def _with_places(run: CourseRun) -> CourseRun:
    related = CourseRun.objects.select_related("course", "host", "venue", "province")
    return related.get(pk=run.pk)


def entries_of_run(run: CourseRun, language: str, now: datetime) -> list[Entry]:
    """Every session of the run, cancelled ones as cancelled. Two queries."""
    run = _with_places(run)
    return [entry_of(each, run, language, now) for each in run.sessions.select_related("venue")]


def entries_for_message(message: Message, now: datetime) -> list[Entry]:
    """What a letter carries: the sessions to come, as they stand now, or their cancellation."""
    if message.kind not in (*INVITES, *TAKES_BACK):
        return []
    run = _with_places(message.run)
    coming = (
        run.sessions.select_related("venue").filter(ends_at__gt=now).order_by("starts_at", "pk")
    )
    if message.kind in TAKES_BACK:
        return _cancelled(coming, run, message.language, now)
    standing = coming.taking_place()[:SESSIONS_IN_A_LETTER]
    entries = [entry_of(each, run, message.language, now) for each in standing]
    if message.kind != MessageKind.CHANGE:
        return entries
    off = coming.filter(status__in=OFF)
    return entries + _cancelled(off, run, message.language, now)


def _cancelled(
    sessions: Iterable[Session], run: CourseRun, language: str, now: datetime
) -> list[Entry]:
    first = list(sessions)[:SESSIONS_IN_A_LETTER]
    return [entry_of(each, run, language, now, is_cancelled=True) for each in first]


def entries_of_trainer(user: AbstractBaseUser, language: str, now: datetime) -> list[Entry]:
    """The sessions of the runs on which the user trains, from ninety days ago on. Nothing of who
    takes part is in it. One query."""
    hers = RunTrainer.objects.filter(person__user=user).values("run")
    rows = Session.objects.filter(run__in=hers, ends_at__gte=now - PAST).select_related(
        "venue", "run__course", "run__host", "run__venue", "run__province"
    )
    return [entry_of(each, each.run, language, now) for each in rows.order_by("starts_at", "pk")]
