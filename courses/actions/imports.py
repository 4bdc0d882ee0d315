"""Look at a participant list before its people are added, name its columns, or put it aside."""

import hashlib
from collections.abc import Mapping
from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.audit import record
from courses.actions.enrollment import REFUSALS
from courses.actions.list_adding import NOT_NOW, is_under_way
from courses.adapters.spreadsheets import Limits, SpreadsheetError, read_workbook
from courses.choices import FileProblem, ImportStatus, ListProblem
from courses.exceptions import Refused
from courses.models import ColumnChoice, CourseRun, ImportBatch, Organization
from courses.rules.erasure import without_rows
from courses.rules.khmer import clean
from courses.rules.participant_list import parse_participant_list
from courses.rules.participant_rows import ParsedList

LONGEST_FILENAME = 150


@transaction.atomic
def preview_participant_list(
    run: CourseRun,
    file: BinaryIO,
    *,
    filename: str,
    works_at_host: bool,
    by: AbstractBaseUser,
) -> ImportBatch:
    """Read a list and keep it for a look; people and enrolments stay as they are.

    The same file looked at twice is one batch. What the host's columns were said to hold before is
    remembered; a list whose columns somebody has to name is kept and cannot be added before.
    Raises Refused with the code of what is wrong with the file or the list, `run_cancelled`,
    `run_closed`, or `added_already` for a file whose people were added to this run before.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status in NOT_NOW:
        raise Refused(REFUSALS[NOT_NOW[run.status]], code=NOT_NOW[run.status])
    data = file.read(conf.get("COURSES_IMPORT_MAX_BYTES") + 1)
    digest = hashlib.sha256(data).hexdigest()
    batch = run.imports.standing().filter(sha256=digest).first()
    if batch and batch.status == ImportStatus.COMMITTED:
        raise Refused(
            _("This very file was added to this run before. Adding it again adds nobody."),
            code="added_already",
        )
    if batch and is_under_way(batch):
        return batch
    batch = batch or ImportBatch(run=run, sha256=digest, uploaded_by=by)
    batch.filename = clean(filename)[-LONGEST_FILENAME:]
    batch.works_at_host = works_at_host
    batch.status, batch.failure, batch.created_at = ImportStatus.PREVIEWED, "", timezone.now()
    parsed = read_list(data, chosen_by(run.host))
    if not parsed.can_be_mapped:
        check_list(parsed)
    batch.content, batch.file = without_rows(parsed.as_data(), _forgotten(run, digest)), data
    batch.save()
    return batch


@transaction.atomic
def choose_columns(
    batch: ImportBatch, kinds: Mapping[str, str], *, by: AbstractBaseUser
) -> ImportBatch:
    """Read a list again with what somebody says that its columns hold, by the keys of `offered`;
    remembered for the lists of the host. Raises Refused as `preview_participant_list`, and
    `being_added`, `added_already`, `put_aside`, `file_gone`.
    """
    batch = ImportBatch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    _check_may_change(batch)
    if not batch.file:
        raise Refused(_("This file is not kept any more. Choose it again."), code="file_gone")
    host = batch.run.host
    remember_columns(host, kinds)
    parsed = read_list(bytes(batch.file), chosen_by(host))
    check_list(parsed)
    batch.content = without_rows(parsed.as_data(), _forgotten(batch.run, batch.sha256))
    batch.status, batch.failure = ImportStatus.PREVIEWED, ""
    batch.save(update_fields=["content", "status", "failure"])
    record(batch.run, "columns_chosen", by=by, batch=batch.pk)
    return batch


def remember_columns(organization: Organization, kinds: Mapping[str, str]) -> None:
    """What columns hold in the lists of an organization, by the keys of their headings; the last
    word counts. Part of the transaction of a verb."""
    ColumnChoice.objects.bulk_create(
        (
            ColumnChoice(organization=organization, heading=heading, kind=kind)
            for heading, kind in kinds.items()
        ),
        update_conflicts=True,
        unique_fields=["organization", "heading"],
        update_fields=["kind"],
    )


def chosen_by(host: Organization) -> dict[str, str]:
    return dict(host.column_choices.values_list("heading", "kind"))


def check_list(parsed: ParsedList) -> None:
    """Raises Refused with the code of what keeps the whole list out."""
    for problem in parsed.problems:
        if problem.is_blocking:
            raise Refused(ListProblem.sentence(problem), code=problem.code)


def _forgotten(run: CourseRun, digest: str) -> set[tuple[str, int]]:
    """The rows of this very file that held people who were erased since it came first."""
    earlier = run.imports.filter(sha256=digest).values_list("forgotten", flat=True)
    return {(sheet, number) for places in earlier for sheet, number in places}


def read_list(data: bytes, chosen: Mapping[str, str]) -> ParsedList:
    """What a file holds. Raises Refused with the code of what is wrong with the file."""
    limits = Limits(file_bytes=conf.get("COURSES_IMPORT_MAX_BYTES"))
    try:
        workbook = read_workbook(data, limits)
    except SpreadsheetError as error:
        raise Refused(FileProblem(error.code).label, code=error.code) from error
    return parse_participant_list(
        [(sheet.name, sheet.rows) for sheet in workbook.sheets],
        today=timezone.localdate(),
        region=conf.get("COURSES_PHONE_REGION"),
        chosen=chosen,
    )


@transaction.atomic
def discard_participant_list(batch: ImportBatch, *, by: AbstractBaseUser) -> ImportBatch:
    """Put a list aside and forget its people. Raises Refused `added_already` after committing,
    `being_added` while somebody works on it."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.status != ImportStatus.DISCARDED:
        _check_may_change(batch)
    batch.status, batch.decided_at = ImportStatus.DISCARDED, timezone.now()
    batch.content, batch.file = ParsedList((), ()).as_data(), b""
    batch.save()
    return batch


def _check_may_change(batch: ImportBatch) -> None:
    if batch.status in (ImportStatus.COMMITTED, ImportStatus.UNDONE):
        raise Refused(_("The people of this list were added already."), code="added_already")
    if batch.status == ImportStatus.DISCARDED:
        raise Refused(_("This list was put aside. Choose the file again."), code="put_aside")
    if is_under_way(batch):
        raise Refused(_("The people of this list are being added now."), code="being_added")
