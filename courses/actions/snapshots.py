"""Freeze a report, and approve a frozen one."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.exceptions import Refused
from courses.models import ReportSnapshot, ReportTemplate
from courses.queries.figures import figures
from courses.queries.reach import report_of
from courses.queries.report_plans import plan_for
from courses.queries.snapshot_labels import filters_as_kept
from courses.queries.snapshots import content_of, digest_of, kept_of
from courses.rules.kept_ids import pack
from courses.rules.reach import Filters


def freeze_report(
    filters: Filters,
    title: str,
    comment: str = "",
    *,
    by: AbstractBaseUser,
    restates: ReportSnapshot | None = None,
    template: ReportTemplate | None = None,
) -> ReportSnapshot:
    """Keep the report as the facts have it now: all figures with their definitions, the tables, and
    the ids behind them. `restates` names the earlier report whose place this one takes, `template`
    what it tells and in which words.

    Everything is counted before the transaction begins, so that nobody waits for it. Raises
    Refused: `no_title`, `restated_already` where another report took that place, and `Missing`
    (adapters.facts) before any facts were made.
    """
    if not title.strip():
        raise Refused(_("Give the report a title."), code="no_title")
    snapshot = counted_report(filters, title, comment, by=by, restates=restates, template=template)
    return write_snapshot(snapshot, by=by)


def counted_report(
    filters: Filters,
    title: str,
    comment: str = "",
    *,
    by: AbstractBaseUser | None,
    restates: ReportSnapshot | None = None,
    template: ReportTemplate | None = None,
) -> ReportSnapshot:
    """A frozen report that nobody has written yet. Raises Missing."""
    with figures(filters) as answers:
        report = report_of(answers, plan_for(filters, template))
        snapshot = ReportSnapshot(
            title=title.strip(),
            comment=comment.strip(),
            made_at=filters.now or timezone.now(),
            made_by=by,
            starts_on=filters.start,
            ends_on=filters.end,
            filters=filters_as_kept(filters),
            area=None if filters.area is None else sorted(filters.area),
            as_at=answers.as_at,
            content=content_of(report, answers.every()),
            kept=pack(kept_of(answers)),
            restates=restates,
            template=template,
        )
    snapshot.digest = digest_of(snapshot)
    return snapshot


@transaction.atomic
def write_snapshot(snapshot: ReportSnapshot, *, by: AbstractBaseUser | None) -> ReportSnapshot:
    """Keep a report that was counted. Raises Refused: `restated_already`."""
    if snapshot.restates:
        _refuse_restated(snapshot.restates)
    snapshot.save()
    record(snapshot, "report_frozen", by=by, digest=snapshot.digest)
    return snapshot


def _refuse_restated(snapshot: ReportSnapshot) -> None:
    """Locks it, so that no other report takes its place meanwhile."""
    ReportSnapshot.objects.select_for_update(of=("self",)).get(pk=snapshot.pk)
    if ReportSnapshot.objects.filter(restates=snapshot).exists():
        raise Refused(
            _("Another report took the place of that one already. Choose the newest one."),
            code="restated_already",
        )


@transaction.atomic
def approve_snapshot(snapshot: ReportSnapshot, *, by: AbstractBaseUser) -> ReportSnapshot:
    """Sign a frozen report, once. Raises Refused: `approved_already`, `changed` where it is not any
    more what was frozen."""
    snapshot = ReportSnapshot.objects.select_for_update(of=("self",)).get(pk=snapshot.pk)
    if snapshot.approved_at:
        raise Refused(_("This report was approved already."), code="approved_already")
    if snapshot.digest != digest_of(snapshot):
        raise Refused(
            _("This report is not what was frozen, so it cannot be approved."), code="changed"
        )
    snapshot.approved_at, snapshot.approved_by = timezone.now(), by
    snapshot.save(update_fields=["approved_at", "approved_by"])
    record(snapshot, "report_approved", by=by, digest=snapshot.digest)
    return snapshot
