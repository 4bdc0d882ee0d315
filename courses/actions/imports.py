"""Bring a participant list onto a run: look at it first, then add its people, or put it aside."""

import hashlib
from collections import Counter
from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.actions.audit import record
from courses.actions.enrollment import REFUSALS, JobAtTheTime, enroll
from courses.actions.people import PersonDetails, register_person
from courses.adapters.spreadsheets import Limits, SpreadsheetError, read_workbook
from courses.choices import (
    EnrollmentSource,
    FileProblem,
    ImportOutcome,
    ImportStatus,
    ListProblem,
    RunStatus,
)
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, ImportBatch, Person
from courses.queries.imports import WILL_COME, PlannedRow, plan_of
from courses.rules.erasure import without_rows
from courses.rules.khmer import clean
from courses.rules.participant_list import parse_participant_list
from courses.rules.participant_rows import ParsedList

NOT_NOW = {RunStatus.CANCELLED: "run_cancelled", RunStatus.CLOSED: "run_closed"}
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

    The same file looked at twice is one batch. Raises Refused with the code of what is wrong with
    the file or the list, `run_cancelled`, `run_closed`, or `added_already` for a file whose people
    were added to this run before.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status in NOT_NOW:
        raise Refused(REFUSALS[NOT_NOW[run.status]], code=NOT_NOW[run.status])
    data = file.read(conf.get("COURSES_IMPORT_MAX_BYTES") + 1)
    digest = hashlib.sha256(data).hexdigest()
    batch = run.imports.exclude(status=ImportStatus.DISCARDED).filter(sha256=digest).first()
    if batch and batch.status == ImportStatus.COMMITTED:
        raise Refused(
            _("This very file was added to this run before. Adding it again adds nobody."),
            code="added_already",
        )
    batch = batch or ImportBatch(run=run, sha256=digest, uploaded_by=by)
    batch.filename = clean(filename)[-LONGEST_FILENAME:]
    batch.works_at_host = works_at_host
    batch.content = without_rows(_read(data).as_data(), _forgotten(run, digest))
    batch.save()
    return batch


def _forgotten(run: CourseRun, digest: str) -> set[tuple[str, int]]:
    """The rows of this very file that held people who were erased since it came first."""
    earlier = run.imports.filter(sha256=digest).values_list("forgotten", flat=True)
    return {(sheet, number) for places in earlier for sheet, number in places}


def _read(data: bytes) -> ParsedList:
    limits = Limits(file_bytes=conf.get("COURSES_IMPORT_MAX_BYTES"))
    try:
        workbook = read_workbook(data, limits)
    except SpreadsheetError as error:
        raise Refused(FileProblem(error.code).label, code=error.code) from error
    parsed = parse_participant_list(
        [(sheet.name, sheet.rows) for sheet in workbook.sheets],
        today=timezone.localdate(),
        region=conf.get("COURSES_PHONE_REGION"),
    )
    for problem in parsed.problems:
        if problem.is_blocking:
            raise Refused(ListProblem.sentence(problem), code=problem.code)
    return parsed


@transaction.atomic
def commit_participant_list(batch: ImportBatch, *, by: AbstractBaseUser) -> ImportBatch:
    """Add the people of a list to its run, all or none. Doing it twice adds nobody.

    A row whose person is on the run already adds nothing; one that is refused says so in its
    outcome. Raises Refused: `put_aside`, `run_cancelled`, `run_closed`.
    """
    CourseRun.objects.select_for_update().get(pk=batch.run_id)
    batch = ImportBatch.objects.select_for_update().select_related("run").get(pk=batch.pk)
    if batch.status == ImportStatus.COMMITTED:
        return batch
    if batch.status == ImportStatus.DISCARDED:
        raise Refused(_("This list was put aside. Choose the file again."), code="put_aside")
    batch.outcomes = [_add(planned, batch, by) for planned in plan_of(batch).rows]
    batch.status, batch.decided_at = ImportStatus.COMMITTED, timezone.now()
    batch.save()
    counts = Counter(outcome["outcome"] for outcome in batch.outcomes)
    record(batch.run, "list_imported", by=by, batch=batch.pk, counts=dict(counts))
    return batch


@transaction.atomic
def discard_participant_list(batch: ImportBatch, *, by: AbstractBaseUser) -> ImportBatch:
    """Put a list aside and forget its people. Raises Refused `added_already` after committing."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.status == ImportStatus.COMMITTED:
        raise Refused(_("The people of this list were added already."), code="added_already")
    batch.status, batch.decided_at = ImportStatus.DISCARDED, timezone.now()
    batch.content = ParsedList((), ()).as_data()
    batch.save()
    return batch


def _add(planned: PlannedRow, batch: ImportBatch, by: AbstractBaseUser) -> dict[str, str]:
    """Enrol one person and say what came of it, in plain values."""
    if planned.outcome not in WILL_COME:
        return {"outcome": planned.outcome.value}
    try:
        with transaction.atomic():
            enrollment = _enroll(planned, batch.run, by)
    except Refused as no:
        if no.code in REFUSALS:
            raise
        return {"outcome": ImportOutcome.REFUSED.value, "sentence": str(no)}
    return {"outcome": planned.outcome.value, "status": str(enrollment.status)}


def _enroll(planned: PlannedRow, run: CourseRun, by: AbstractBaseUser) -> Enrollment:
    row, employer = planned.row, planned.employer
    if planned.person_id is None:
        person = register_person(_details(planned), by=by)
    else:
        person = Person.objects.get(pk=planned.person_id)
    job = JobAtTheTime(
        role=row.role,
        employer=employer,
        employer_text="" if employer else row.organization,
    )
    return enroll(run, person, job, by=by, source=EnrollmentSource.IMPORT)


def _details(planned: PlannedRow) -> PersonDetails:
    row = planned.row
    return PersonDetails(
        name_km=row.name_km,
        family_name_latin=row.family_name_latin,
        given_name_latin=row.given_name_latin,
        title=row.title,
        sex=row.sex,
        birth_year=row.birth_year,
        phones=row.phones,
        employer=planned.employer,
        role=row.role,
        employee_number=row.employee_number,
        section=row.section,
    )
