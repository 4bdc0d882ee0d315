"""Sessions that move, are postponed or led by others; who came to one that was called off."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import announce_change
from courses.actions.audit import record
from courses.actions.completion import refresh_after_session
from courses.actions.events import Draft, Told, append
from courses.actions.runs import keep_days, refuse_closed, refuse_overlap, session_of
from courses.choices import MarkSource, Presence, SessionStatus
from courses.exceptions import Refused
from courses.models import (
    CourseRun,
    Enrollment,
    Person,
    Session,
    SessionTrainer,
    Venue,
)
from courses.rules.schedule import Slot

SLOT_FIELDS = ("starts_at", "ends_at", "planned_minutes", "title", "recording")


@dataclass(frozen=True)
class SessionPlan:
    """When, where and by whom a session is held; without a venue at that of the run, without
    trainers by those of the run."""

    slot: Slot
    venue: Venue | None = None
    trainers: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Why:
    """Why a session is not held: a cause that can be counted, and words."""

    cause: str
    words: str


@transaction.atomic
def change_session(
    session: Session, plan: SessionPlan, *, by: AbstractBaseUser, despite: str = ""
) -> Session:
    """Move a session to another time or place, or let others train; `despite` says why, where
    something stands in its way. What somebody was marked for keeps its time.

    Raises Refused: `run_closed`, `session_called_off`, `session_marked`, `sessions_overlap`.
    """
    session = _locked(session)
    refuse_closed(session.run)
    if session.is_called_off:
        raise Refused(
            _("This session was called off. It cannot be changed any more."),
            code="session_called_off",
        )
    planned = session_of(session.run, plan.slot)
    changed = [name for name in SLOT_FIELDS if getattr(session, name) != getattr(planned, name)]
    if set(changed) - {"title"} and _is_marked(session):
        raise Refused(
            _(
                "People were marked or counted in this session already. Its time stays; the place"
                " and the trainers can be changed."
            ),
            code="session_marked",
        )
    for name in changed:
        setattr(session, name, getattr(planned, name))
    session.venue = _own_venue(session.run, plan.venue)
    refuse_overlap(session.run, session)
    session.save(update_fields=[*changed, "venue"])
    _name_trainers(session, plan.trainers)
    keep_days(session.run)
    told = {"session": str(session.uuid), "despite": despite.strip()}
    record(session.run, "session_changed", by=by, **{key: it for key, it in told.items() if it})
    announce_change(session.run)
    refresh_after_session(session, by=by)
    return session


@transaction.atomic
def postpone_session(
    session: Session, plan: SessionPlan, why: Why, *, by: AbstractBaseUser, despite: str = ""
) -> Session:
    """Hold a planned session at another time; returns the new one. The people of the run and what
    was noted go along. The old one stays, points to the new one and leaves the count.

    Raises Refused: `run_closed`, `no_reason`, `session_not_planned`, `sessions_overlap`.
    """
    session = _locked(session)
    refuse_closed(session.run)
    if not why.words.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    if session.status != SessionStatus.PLANNED:
        raise Refused(
            _(
                "Only a session that is still planned can be postponed. This one was held or called"
                " off."
            ),
            code="session_not_planned",
        )
    session.status, session.status_cause = SessionStatus.POSTPONED, why.cause
    session.status_reason = why.words.strip()
    session.save(update_fields=["status", "status_cause", "status_reason"])
    new = session_of(session.run, plan.slot)
    new.cascade_of_id, new.notes = session.cascade_of_id, session.notes
    new.venue = _own_venue(session.run, plan.venue)
    refuse_overlap(session.run, new)
    new.save()
    _name_trainers(new, plan.trainers)
    session.postponed_to = new
    session.save(update_fields=["postponed_to"])
    keep_days(session.run)
    told = {"session": str(session.uuid), "to": str(new.uuid), "despite": despite.strip()}
    record(session.run, "session_postponed", by=by, **{key: it for key, it in told.items() if it})
    announce_change(session.run)
    refresh_after_session(session, by=by)
    return new


@transaction.atomic
def mark_came_anyway(
    session: Session, enrollments: Iterable[Enrollment], *, by: AbstractBaseUser
) -> int:
    """Keep who came to a session that was called off; who was marked before and is not among them
    did not come. These marks count nowhere. Returns how many marks changed.

    Raises Refused: `session_takes_place`, `not_enrolled`.
    """
    session = _locked(session)
    if not session.is_called_off:
        raise Refused(
            _("This session takes place. Mark people in its register."), code="session_takes_place"
        )
    came = {enrollment.pk: Presence.PRESENT for enrollment in enrollments}
    if session.run.enrollments.enrolled().filter(pk__in=came).count() != len(came):
        raise Refused(
            _("A mark is for someone who is not enrolled on this run. Nothing was saved."),
            code="not_enrolled",
        )
    before = dict(session.attendances.values_list("enrollment", "presence"))
    marks = dict.fromkeys(before, Presence.ABSENT) | came
    news = {pk: mark for pk, mark in marks.items() if before.get(pk) != mark}
    rows = session.run.enrollments.in_bulk(news)
    drafts = [
        Draft(rows[pk], presence, 0, "", MarkSource.CORRECTION) for pk, presence in news.items()
    ]
    if drafts:
        append(session, drafts, Told(session, news, ()), by=by)
        record(session, "register_marked", by=by, marks=len(news), source="came_anyway")
    return len(news)


def _locked(session: Session) -> Session:
    """The session with its run, of which the row is locked first: sessions of one run wait."""
    run = CourseRun.objects.select_for_update().get(pk=session.run_id)
    session = Session.objects.select_for_update().get(pk=session.pk)
    session.run = run
    return session


def _is_marked(session: Session) -> bool:
    return session.attendances.exists() or session.headcounts.exists()


def _own_venue(run: CourseRun, venue: Venue | None) -> Venue | None:
    return None if venue is None or venue.pk == run.venue_id else venue


def _name_trainers(session: Session, trainers: Iterable[Person]) -> None:
    """Keep trainers of the session only where they are others than those of the run."""
    wanted = list(dict.fromkeys(trainers))
    of_run = set(session.run.run_trainers.values_list("person", flat=True))
    if {person.pk for person in wanted} == of_run:
        wanted = []
    session.session_trainers.all().delete()
    SessionTrainer.objects.bulk_create(
        SessionTrainer(session=session, person=person) for person in wanted
    )
