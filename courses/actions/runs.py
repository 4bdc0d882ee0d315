"""Change runs and their sessions, and call them off."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.announcing import announce_cancellation, announce_change
from courses.actions.audit import record
from courses.actions.completion import refresh_after_session, refresh_completions
from courses.actions.opening import is_open, refuse_without_texts
from courses.actions.reservations import refuse_too_few_seats
from courses.actions.seats import fill_free_seats
from courses.choices import (
    DeliveryLanguage,
    EnrollmentPolicy,
    EnrollmentStatus,
    Recording,
    RunStatus,
    SessionCause,
    SessionStatus,
    WaitingRule,
)
from courses.exceptions import Refused
from courses.models import (
    CourseRun,
    Organization,
    Person,
    Province,
    Roster,
    RunTrainer,
    Session,
    Venue,
)
from courses.queries.people import newest_employers
from courses.rules.schedule import Slot


@dataclass(frozen=True)
class RunDetails:
    """What a trainer decides about a run besides its sessions."""

    host: Organization
    province: Province
    venue: Venue | None = None
    delivery_language: str = DeliveryLanguage.KHMER
    capacity: int = 25
    enrollment_policy: str = EnrollmentPolicy.OPEN
    is_listed: bool = True
    roles: tuple[str, ...] = ()
    is_for_host_only: bool = False
    waiting_rule: str = WaitingRule.SEAT
    offer_hours: int = 48
    roster: Roster | None = None


def session_of(run: CourseRun, slot: Slot) -> Session:
    return Session(
        run=run,
        starts_at=timezone.make_aware(slot.starts),
        ends_at=timezone.make_aware(slot.ends),
        planned_minutes=slot.minutes,
        title=slot.title,
        recording=Recording.HEADCOUNT if slot.counts_heads else Recording.NAMED,
    )


def trainers_of(
    run: CourseRun, trainers: Iterable[Person], employers: Mapping[int, int]
) -> list[RunTrainer]:
    """The first one leads; each trains for her employer (ids by person), where one is known."""
    return [
        RunTrainer(
            run=run, person=person, is_lead=number == 0, organization_id=employers.get(person.pk)
        )
        for number, person in enumerate(dict.fromkeys(trainers))
    ]


def keep_days(run: CourseRun) -> None:
    """The first and last day of the run follow its sessions."""
    days = [session.day for session in run.sessions.taking_place()]
    run.starts_on, run.ends_on = min(days, default=None), max(days, default=None)
    run.save(update_fields=["starts_on", "ends_on"])


@transaction.atomic
def change_run(
    run: CourseRun, details: RunDetails, trainers: Iterable[Person], *, by: AbstractBaseUser
) -> CourseRun:
    """Change what was decided about a run. New seats go to the waiting list in its order; for whom
    its trainers train stays as it was when they were named; where it was not known, it is now.

    Raises Refused: `no_trainers`, `fewer_seats_than_people`, `fewer_seats_than_kept`,
    `no_texts` unless it was open in that language already.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    trainers = list(dict.fromkeys(trainers))
    if not trainers:
        raise Refused(_("Name at least one trainer."), code="no_trainers")
    refuse_too_few_seats(run, details.capacity)
    if not (is_open(run.enrollment_policy) and run.delivery_language == details.delivery_language):
        refuse_without_texts(run.course, details.enrollment_policy, details.delivery_language)
    for name, value in vars(details).items():
        setattr(run, name, value)
    run.save(update_fields=list(vars(details)))
    employers = newest_employers(trainers) | dict(
        run.run_trainers.exclude(organization=None).values_list("person", "organization")
    )
    run.run_trainers.all().delete()
    RunTrainer.objects.bulk_create(trainers_of(run, trainers, employers))
    record(run, "run_changed", by=by)
    announce_change(run)
    fill_free_seats(run, by=by)
    return run


@transaction.atomic
def add_session(run: CourseRun, slot: Slot, *, by: AbstractBaseUser, despite: str = "") -> Session:
    """Add one session; `despite` says why, where something stands in its way.

    Raises Refused: `sessions_overlap`, `run_closed`."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    refuse_closed(run)
    session = session_of(run, slot)
    refuse_overlap(run, session)
    session.save()
    keep_days(run)
    told = {"despite": despite.strip()} if despite.strip() else {}
    record(run, "run_changed", by=by, session_added=str(session.uuid), **told)
    announce_change(run)
    refresh_completions(run, by=by)
    return session


def refuse_closed(run: CourseRun) -> None:
    if run.status != RunStatus.PLANNED:
        raise Refused(_("This run is closed. Its sessions stay as they are."), code="run_closed")


def refuse_overlap(run: CourseRun, session: Session) -> None:
    others = run.sessions.taking_place().exclude(pk=session.pk)
    if others.filter(starts_at__lt=session.ends_at, ends_at__gt=session.starts_at).exists():
        raise Refused(
            _("Another session of this run is at that time. Change the time."),
            code="sessions_overlap",
        )


@transaction.atomic
def cancel_session(
    session: Session, reason: str, *, by: AbstractBaseUser, cause: str = SessionCause.OTHER
) -> Session:
    """Take a session out of the count; marks that were made stay. Raises Refused `session_closed`,
    `session_postponed`, `no_reason`."""
    session = Session.objects.select_for_update().select_related("run").get(pk=session.pk)
    if not reason.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    if session.is_closed:
        raise Refused(
            _("The register of this session is closed. Open it again first."),
            code="session_closed",
        )
    if session.status == SessionStatus.POSTPONED:
        raise Refused(
            _("This session was postponed. Cancel the one that is held instead."),
            code="session_postponed",
        )
    session.status, session.status_cause = SessionStatus.CANCELLED, cause
    session.status_reason = reason.strip()
    session.save(update_fields=["status", "status_cause", "status_reason"])
    keep_days(session.run)
    record(session.run, "session_cancelled", by=by, session=str(session.uuid))
    announce_change(session.run)
    refresh_after_session(session, by=by)
    return session


@transaction.atomic
def cancel_run(run: CourseRun, reason: str, *, by: AbstractBaseUser) -> CourseRun:
    """Call a run off; nothing is deleted. Raises Refused `run_was_held`, `no_reason`."""
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if not reason.strip():
        raise Refused(_("Say in a few words why."), code="no_reason")
    if run.sessions.held().exists():
        raise Refused(
            _("A session of this run was held already, so it cannot be cancelled as a whole."),
            code="run_was_held",
        )
    announce_cancellation(run, reason)
    run.status = RunStatus.CANCELLED
    run.save(update_fields=["status"])
    run.sessions.filter(status=SessionStatus.PLANNED).update(
        status=SessionStatus.CANCELLED, status_reason=reason.strip()
    )
    run.enrollments.filter(status=EnrollmentStatus.WAITLISTED).update(
        status=EnrollmentStatus.DECLINED, status_since=timezone.now()
    )
    record(run, "run_changed", by=by, cancelled=reason.strip())
    return run
