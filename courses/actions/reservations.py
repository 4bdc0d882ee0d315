"""Keep seats of a run for an organization that names its people later."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses.actions.audit import record
from courses.actions.seats import fill_free_seats
from courses.adapters.language import language
from courses.adapters.memory import forget
from courses.choices import OrganizationStatus, RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Organization, SeatReservation
from courses.queries.seats import facts_of
from courses.rules.calendar_words import digits


@transaction.atomic
def keep_seats(
    run: CourseRun,
    organization: Organization,
    seats: int,
    until: date | None = None,
    *,
    by: AbstractBaseUser,
) -> SeatReservation:
    """Keep seats for an organization until a day, or change how many are kept and until when.

    Locks the run. Seats are kept out of those that are free, so none is promised twice. Raises
    Refused: `run_closed`, `no_seats`, `day_past`, `organization_gone`, `not_enough_seats`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status != RunStatus.PLANNED:
        raise Refused(_("This run is closed. Choose another date."), code="run_closed")
    if seats < 1:
        raise Refused(_("Keep at least one seat."), code="no_seats")
    if until and until < timezone.localdate():
        raise Refused(_("This day is over. Choose a later day."), code="day_past")
    if organization.status != OrganizationStatus.ACTIVE:
        raise Refused(
            _("This organization is closed or part of another one. Choose another."),
            code="organization_gone",
        )
    fill_free_seats(run, by=by)
    _refuse_too_many(run, organization, seats)
    row, _is_new = SeatReservation.objects.update_or_create(
        run=run, organization=organization, defaults={"seats": seats, "until": until}
    )
    about = {"organization": organization.pk, "seats": seats, "until": str(until or "")}
    record(run, "seats_kept", by=by, **about)
    _move_on(run, by=by)
    return row


def _refuse_too_many(run: CourseRun, organization: Organization, seats: int) -> None:
    """Seats that are used already are held by people; only the others have to be free."""
    facts = facts_of(run, timezone.now())
    mine = [each for each in facts.kept if each.organization == organization.standing.pk]
    used = sum(each.used for each in mine)
    free = facts.capacity - facts.taken
    free -= sum(each.left(facts.today) for each in facts.kept if each not in mine)
    most = used + max(0, free)
    if seats > most:
        words = ngettext(
            "At most %(count)s seat can be kept: the others are taken, or kept for others. Give"
            " the run more seats first.",
            "At most %(count)s seats can be kept: the others are taken, or kept for others. Give"
            " the run more seats first.",
            most,
        )
        raise Refused(words % {"count": digits(most, language())}, code="not_enough_seats")


def refuse_too_few_seats(run: CourseRun, capacity: int) -> None:
    """Raises Refused where a run would get fewer seats than are held or kept:
    `fewer_seats_than_people`, `fewer_seats_than_kept`."""
    facts = facts_of(run, timezone.now())
    if capacity >= min(run.capacity, facts.taken + facts.kept_seats):
        return
    if capacity < facts.taken:
        raise Refused(
            _("%(taken)s people have a seat already. Keep at least that many seats.")
            % {"taken": digits(facts.taken, language())},
            code="fewer_seats_than_people",
        )
    raise Refused(
        _("%(kept)s seats wait for people of organizations. Keep fewer for them first.")
        % {"kept": digits(facts.kept_seats, language())},
        code="fewer_seats_than_kept",
    )


@transaction.atomic
def release_seats(reservation: SeatReservation, *, by: AbstractBaseUser) -> None:
    """Keep no more seats for the organization. Who has one of them keeps it; the others go to the
    waiting list. Doing it twice changes nothing."""
    run = CourseRun.objects.select_for_update().get(pk=reservation.run_id)
    row = SeatReservation.objects.filter(pk=reservation.pk).first()
    if row is None:
        return
    about = {"organization": row.organization_id}
    row.delete()
    record(run, "seats_released", by=by, **about)
    _move_on(run, by=by)


def _move_on(run: CourseRun, *, by: AbstractBaseUser) -> None:
    fill_free_seats(run, by=by)
    forget()
    transaction.on_commit(forget)
