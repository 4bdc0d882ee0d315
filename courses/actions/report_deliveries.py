"""Reports that are made and sent by themselves.

Each due report is frozen once. Its files are made before it is claimed, so that a worker that dies
leaves in doubt only what was being handed over: into a folder it is written again, while a mailbox
may have it, and nobody sends it a second time but a person who decides to.
"""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from courses import conf
from courses.actions.audit import record
from courses.actions.snapshots import counted_report, write_snapshot
from courses.adapters.facts import Missing
from courses.adapters.gateways import GatewayError, Outcome
from courses.adapters.letters import Attachment, Letter, Postbox
from courses.adapters.printing.errors import TypesettingError
from courses.adapters.report_folder import FolderError, put
from courses.choices import DeliveryStatus, ReportProblem
from courses.exceptions import Refused
from courses.models import ReportDelivery, ReportSchedule
from courses.queries.report_plans import narrowed
from courses.rules import calendar_words
from courses.rules.reach import Filters
from courses.rules.report_periods import due_periods
from courses.rules.targets import Span

logger = logging.getLogger(__name__)
#: How long a worker may take to hand a report over before it counts as dead.
LEASE = timedelta(minutes=30)
MOST_ATTEMPTS = 14
TROUBLED = (DeliveryStatus.FAILED, DeliveryStatus.UNSURE)

MakeFiles = Callable[[ReportDelivery], Sequence[Attachment]]


class NotSent(Exception):
    """Why a report did not leave, and what becomes of it."""

    def __init__(self, problem: ReportProblem, status: DeliveryStatus, detail: str = ""):
        super().__init__(problem)
        self.problem, self.status, self.detail = problem, status, detail[:300]


def send_due_reports(make_files: MakeFiles, now: datetime | None = None) -> Counter[str]:
    """Make and send every report that is due and not sent yet, also of days that were missed.
    Returns how many ended in which status. Doing it twice, also at once, sends nothing twice."""
    now = timezone.localtime(now)
    settle_stuck_deliveries(now)
    told: Counter[str] = Counter()
    for schedule in ReportSchedule.objects.filter(is_active=True).select_related("template"):
        periods = due_periods(schedule.every, schedule.begins_on, schedule.days_after, now.date())
        for period in periods:
            delivery = _delivery(schedule, period)
            if delivery.status == DeliveryStatus.WAITING:
                told[_send(delivery, make_files, now)] += 1
    return told


@transaction.atomic
def settle_stuck_deliveries(now: datetime) -> None:
    """Look after reports whose worker died while it handed them over. Idempotent."""
    stuck = ReportDelivery.objects.filter(status=DeliveryStatus.SENDING, claimed_at__lt=now - LEASE)
    stuck.filter(schedule__mailbox="").update(status=DeliveryStatus.WAITING)
    stuck.update(status=DeliveryStatus.UNSURE, problem=ReportProblem.INTERRUPTED)


@transaction.atomic
def send_again(schedule: ReportSchedule, *, by: AbstractBaseUser) -> int:
    """Let what was not sent, or may have been, be sent with the next round; returns how many.
    Raises Refused: `nothing_to_send`."""
    again = schedule.deliveries.filter(status__in=TROUBLED)
    count = again.update(status=DeliveryStatus.WAITING, problem="", detail="", attempts=0)
    if not count:
        raise Refused(_("There is nothing to send once more."), code="nothing_to_send")
    record(schedule, "report_sent_again", by=by, reports=count)
    return count


@transaction.atomic
def _delivery(schedule: ReportSchedule, period: Span) -> ReportDelivery:
    start, end = period
    found, _is_new = ReportDelivery.objects.get_or_create(
        schedule=schedule, starts_on=start, defaults={"ends_on": end}
    )
    found.schedule = schedule
    return found


def _send(delivery: ReportDelivery, make_files: MakeFiles, now: datetime) -> str:
    try:
        delivery = _frozen(delivery, now)
        files = _made(delivery, make_files)
        if not _claim(delivery, now):
            return delivery.status
        _hand_over(delivery, files)
    except NotSent as no:
        tries = delivery.attempts
        failed = no.status == DeliveryStatus.WAITING and tries >= MOST_ATTEMPTS
        status = DeliveryStatus.FAILED if failed else no.status
        return _settle(delivery, status, problem=no.problem, detail=no.detail)
    return _settle(
        delivery,
        DeliveryStatus.SENT,
        sent_at=timezone.now(),
        sent_to=delivery.schedule.goes_to,
        problem="",
        detail="",
    )


def _frozen(delivery: ReportDelivery, now: datetime) -> ReportDelivery:
    """With its frozen report, which is counted before anything is locked, and kept once."""
    if delivery.snapshot_id:
        return delivery
    template = delivery.schedule.template
    filters = Filters(delivery.starts_on, delivery.ends_on, now=now)
    with override(delivery.schedule.language):
        days = calendar_words.span(delivery.starts_on, delivery.ends_on, delivery.schedule.language)
        title = f"{template.title} · {days}"[:120]
        comment = _("Made by its schedule.")
    try:
        counted = counted_report(
            narrowed(filters, template), title, comment, by=None, template=template
        )
    except Missing as error:
        raise NotSent(ReportProblem.NO_FACTS, DeliveryStatus.WAITING) from error
    return _kept(delivery, counted)


@transaction.atomic
def _kept(delivery: ReportDelivery, counted) -> ReportDelivery:
    schedule = delivery.schedule
    delivery = ReportDelivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    delivery.schedule = schedule
    if delivery.snapshot_id is None:
        delivery.snapshot = write_snapshot(counted, by=None)
        delivery.save(update_fields=["snapshot"])
    return delivery


def _made(delivery: ReportDelivery, make_files: MakeFiles) -> Sequence[Attachment]:
    try:
        return make_files(delivery)
    except TypesettingError as error:
        raise NotSent(ReportProblem.NOT_PRINTED, DeliveryStatus.FAILED, str(error)) from error
    except Exception as error:
        logger.exception("Report %s could not be made", delivery.pk)
        detail = type(error).__name__
        raise NotSent(ReportProblem.NOT_MADE, DeliveryStatus.FAILED, detail) from error


@transaction.atomic
def _claim(delivery: ReportDelivery, now: datetime) -> bool:
    """Whether the report is now ours to hand over."""
    found = ReportDelivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if found.status != DeliveryStatus.WAITING:
        delivery.status = found.status
        return False
    delivery.status, delivery.claimed_at = DeliveryStatus.SENDING, now
    delivery.attempts = found.attempts + 1
    delivery.save(update_fields=["status", "claimed_at", "attempts"])
    return True


@transaction.atomic
def _settle(delivery: ReportDelivery, status: str, **values: object) -> str:
    """Write what became of a report, unless somebody else settled it."""
    still = (DeliveryStatus.WAITING, DeliveryStatus.SENDING)
    mine = ReportDelivery.objects.filter(pk=delivery.pk, status__in=still)
    if mine.update(status=status, **values) and status == DeliveryStatus.SENT:
        record(delivery.schedule, "report_sent", by=None, snapshot=delivery.snapshot_id)
    return status


def _hand_over(delivery: ReportDelivery, files: Sequence[Attachment]) -> None:
    schedule = delivery.schedule
    if schedule.folder:
        try:
            put(files, schedule.folder, conf.get("COURSES_REPORTS_STORAGE"))
        except FolderError as error:
            detail = str(error)
            raise NotSent(ReportProblem.NO_FOLDER, DeliveryStatus.WAITING, detail) from error
        return
    domains = conf.get("COURSES_REPORTS_MAIL_DOMAINS")
    if domains and schedule.mailbox.rpartition("@")[2].lower() not in domains:
        raise NotSent(ReportProblem.NOT_ALLOWED, DeliveryStatus.FAILED)
    postbox = Postbox()
    try:
        postbox.send(_letter(delivery, files))
    except GatewayError as error:
        status = {
            Outcome.LATER: DeliveryStatus.WAITING,
            Outcome.NEVER: DeliveryStatus.FAILED,
        }.get(error.outcome, DeliveryStatus.UNSURE)
        raise NotSent(ReportProblem(error.problem), status, error.detail) from error
    finally:
        postbox.close()


def _letter(delivery: ReportDelivery, files: Sequence[Attachment]) -> Letter:
    with override(delivery.schedule.language):
        subject = _("[Internal] %(title)s") % {"title": delivery.snapshot.title}
        body = _(
            "The report is attached.\n\n"
            "It is for internal use: small numbers are not hidden in it, so do not publish it and"
            " do not hand it on."
        )
    key = f"report-{delivery.uuid}"
    return Letter(delivery.schedule.mailbox, subject, body, key, attachments=files)
