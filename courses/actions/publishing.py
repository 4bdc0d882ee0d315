"""Prepare, publish and withdraw the public figures of a year."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.audit import record
from courses.exceptions import Refused
from courses.models import PublishedYear, ReportSnapshot
from courses.queries import snapshots
from courses.queries.public_numbers import (
    digest_of,
    earlier_publications,
    public_content,
    sensitive_topics,
    year_counts,
)
from courses.rules.public_numbers import as_plain, cube_of, first_day, is_whole_year
from courses.rules.suppression import Publication, publish


def prepare_numbers(snapshot: ReportSnapshot, *, by: AbstractBaseUser) -> PublishedYear:
    """Keep what of an approved report may be published, proven safe beside every earlier edition of
    its year. Nobody reads it before it is published.

    The proof is made before the transaction begins. Raises Refused: `not_approved`, `changed`,
    `narrowed` where the report does not count everybody of a whole year, `replaced`, `too_early`,
    `same` where it is published already, `waiting` where another edition waits, and `withheld`
    where nothing can be published without telling of single people.
    """
    _refuse_unfit(snapshot)
    year = snapshot.starts_on.year
    edition = _next_edition(year)
    publication = publish(
        cube_of(year_counts(snapshot), sensitive_topics()), earlier_publications(year)
    )
    if publication.is_withheld:
        raise Refused(
            _("So few people were counted that nothing of this report can be published."),
            code="withheld",
        )
    row = PublishedYear(
        year=year,
        edition=edition,
        snapshot=snapshot,
        content=public_content(snapshot, publication),
        proof=as_plain(publication),
        prepared_by=by,
    )
    row.digest = digest_of(row)
    return _written(row, publication, by=by)


def _refuse_unfit(snapshot: ReportSnapshot) -> None:
    """Raises Refused where the report may not be published as a year."""
    if not snapshot.approved_at:
        raise Refused(_("Only an approved report can be published."), code="not_approved")
    if snapshot.digest != snapshots.digest_of(snapshot):
        raise Refused(
            _("This report is not what was frozen, so it cannot be published."), code="changed"
        )
    whole = is_whole_year(snapshot.starts_on, snapshot.ends_on)
    if not whole or snapshot.filters or snapshot.area is not None:
        raise Refused(
            _("Only a report of a whole year that counts everybody can be published."),
            code="narrowed",
        )
    if ReportSnapshot.objects.filter(restates=snapshot).exists():
        raise Refused(
            _("A later report took the place of this one. Publish that one."), code="replaced"
        )
    if timezone.localdate() < first_day(snapshot.starts_on.year):
        raise Refused(
            _("The figures of a year are published from 1 February of the next year on."),
            code="too_early",
        )
    if PublishedYear.objects.published().filter(snapshot=snapshot).exists():
        raise Refused(_("This report was published already."), code="same")


def _next_edition(year: int) -> int:
    rows = PublishedYear.objects.filter(year=year)
    if rows.filter(published_at=None).exists():
        raise Refused(
            _("Another edition of this year waits to be published. Publish or discard it first."),
            code="waiting",
        )
    return rows.count() + 1


@transaction.atomic
def _written(
    row: PublishedYear, publication: Publication, *, by: AbstractBaseUser
) -> PublishedYear:
    """Locks the report, so that two people do not prepare the same edition."""
    ReportSnapshot.objects.select_for_update(of=("self",)).get(pk=row.snapshot_id)
    if _next_edition(row.year) != row.edition:
        raise Refused(_("Somebody published meanwhile. Prepare the edition anew."), code="stale")
    row.save()
    told = {"digest": row.digest, "snapshot": str(row.snapshot.uuid)}
    record(row, "numbers_prepared", by=by, **told, hidden=len(publication.hidden))
    return row


@transaction.atomic
def publish_numbers(row: PublishedYear, *, by: AbstractBaseUser) -> PublishedYear:
    """Let everybody read it, for good. Raises Refused: `published_already`, `own` where nobody but
    who prepared it has looked (see COURSES_PUBLISH_ALONE), `changed`."""
    row = PublishedYear.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.published_at:
        raise Refused(_("This edition was published already."), code="published_already")
    if row.prepared_by == by and not conf.get("COURSES_PUBLISH_ALONE"):
        raise Refused(
            _("You prepared this edition. A second person has to look at it and publish it."),
            code="own",
        )
    if row.digest != digest_of(row):
        raise Refused(
            _("This edition is not what was prepared, so it cannot be published."), code="changed"
        )
    row.published_at, row.published_by = timezone.now(), by
    row.save(update_fields=["published_at", "published_by"])
    record(row, "numbers_published", by=by, digest=row.digest, alone=row.prepared_by == by)
    return row


@transaction.atomic
def discard_numbers(row: PublishedYear, *, by: AbstractBaseUser) -> None:
    """Drop what was prepared and not published. Raises Refused: `published_already`."""
    row = PublishedYear.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if row.published_at:
        raise Refused(
            _("This edition was published and stays. You can withdraw it."),
            code="published_already",
        )
    record(row.snapshot, "numbers_discarded", by=by, digest=row.digest)
    row.delete()


@transaction.atomic
def withdraw_numbers(row: PublishedYear, why: str, *, by: AbstractBaseUser) -> PublishedYear:
    """Take the figures off the page, which then tells since when and why. Later editions are still
    proven safe beside them. Raises Refused: `not_published`, `withdrawn_already`, `no_reason`."""
    row = PublishedYear.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if not row.published_at:
        raise Refused(_("This edition was not published yet."), code="not_published")
    if row.withdrawn_at:
        raise Refused(_("This edition was withdrawn already."), code="withdrawn_already")
    if not why.strip():
        raise Refused(
            _("Say in a sentence why the figures are withdrawn; everybody reads it."),
            code="no_reason",
        )
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = timezone.now(), by, why.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    record(row, "numbers_withdrawn", by=by, digest=row.digest)
    return row
