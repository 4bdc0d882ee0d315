"""Add the people of a participant list to its run, at once or in the background, all or none."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.actions.enrollment import REFUSALS, JobAtTheTime, enroll_people
from courses.actions.ledger import Values, values_of
from courses.actions.people import PersonDetails, register_people
from courses.choices import EnrollmentSource, ImportOutcome, ImportStatus, RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, ImportBatch, Person
from courses.queries.imports import (
    UNDER_WAY,
    WILL_COME,
    ImportPlan,
    PlannedRow,
    plan_of,
    records_now,
)
from courses.signals import list_queued

NOT_NOW = {RunStatus.CANCELLED: "run_cancelled", RunStatus.CLOSED: "run_closed"}
#: After this long without a sign of life, work counts as lost.
SILENCE = timedelta(minutes=2)
BROKEN = "broken"
WRITTEN = ("status", "decided_at", "rows_done", "file", "outcomes", "made")
AT_ONCE = 500
PLACE = ("status", "status_since", "status_reason", "source", "invitation", "role", "employer",
         "employer_text", "sector", "province", "confirmed_at", "offer_ends_at",
         "reservation")  # fmt: skip


@transaction.atomic
def queue_participant_list(batch: ImportBatch, *, by: AbstractBaseUser) -> ImportBatch:
    """Hand a list over to the background with the signal `list_queued`. Doing it twice hands it
    over once, unless nothing was heard of it for two minutes.

    Raises Refused: `put_aside`, `taken_back`, `columns_unknown`,
    `run_cancelled`, `run_closed`.
    """
    batch = _open(batch)
    if batch.status == ImportStatus.COMMITTED or is_under_way(batch):
        return batch
    _check_columns(batch)
    _turn(batch, ImportStatus.QUEUED, by)
    send = partial(list_queued.send_robust, sender=ImportBatch, batch_id=batch.pk, user_id=by.pk)
    transaction.on_commit(send)
    return batch


def is_under_way(batch: ImportBatch) -> bool:
    """Whether somebody works on the list, or will soon."""
    return batch.status in UNDER_WAY and timezone.now() - batch.started_at < SILENCE


def commit_participant_list(batch: ImportBatch, *, by: AbstractBaseUser | None) -> ImportBatch:
    """Add the people of a list to its run, all or none. Doing it twice, also at the same moment,
    adds nobody.

    Everybody is looked up first, while others work on; then the run is locked and all is written in
    one transaction. A row whose person is on the run already adds nothing; one that is refused says
    so in its outcome. Raises Refused: `put_aside`, `taken_back`, `columns_unknown`,
    `run_cancelled`, `run_closed`.
    """
    try:
        batch = _begin(batch, by)
        if batch.status == ImportStatus.COMMITTED:
            return batch
        seen = records_now(batch.run_id)
        return _write(batch, seen, plan_of(batch, partial(_tell, batch)), by)
    except Exception as error:
        _give_back(batch, error)
        raise


@transaction.atomic
def _begin(batch: ImportBatch, by: AbstractBaseUser | None) -> ImportBatch:
    batch = _open(batch)
    if batch.status != ImportStatus.COMMITTED:
        _check_columns(batch)
        _turn(batch, ImportStatus.WORKING, by)
    return batch


def _open(batch: ImportBatch) -> ImportBatch:
    """The list, locked after its run, if its people may be added or were added."""
    run = CourseRun.objects.select_for_update().get(pk=batch.run_id)
    batch = ImportBatch.objects.select_for_update().defer("file", "content").get(pk=batch.pk)
    batch.run = run
    if batch.status == ImportStatus.COMMITTED:
        return batch
    if batch.status == ImportStatus.DISCARDED:
        raise Refused(_("This list was put aside. Choose the file again."), code="put_aside")
    if batch.status == ImportStatus.UNDONE:
        raise Refused(_("This list was taken back. Choose the file again."), code="taken_back")
    if run.status in NOT_NOW:
        raise Refused(REFUSALS[NOT_NOW[run.status]], code=NOT_NOW[run.status])
    return batch


def _check_columns(batch: ImportBatch) -> None:
    if any(problem["is_blocking"] for problem in batch.content["problems"]):
        raise Refused(_("Say first what the columns of this list hold."), code="columns_unknown")


def _turn(batch: ImportBatch, status: ImportStatus, by: AbstractBaseUser | None) -> None:
    batch.status, batch.failure, batch.started_by = status, "", by
    batch.started_at, batch.rows_done = timezone.now(), 0
    batch.save(update_fields=["status", "failure", "started_by", "started_at", "rows_done"])


def _tell(batch: ImportBatch, rows_done: int) -> None:
    ImportBatch.objects.filter(pk=batch.pk, status=ImportStatus.WORKING).update(
        rows_done=rows_done, started_at=timezone.now()
    )


@transaction.atomic
def _give_back(batch: ImportBatch, error: Exception) -> None:
    """Nobody was added; the list can be started again."""
    rows = ImportBatch.objects.select_for_update().filter(pk=batch.pk, status__in=UNDER_WAY)
    failure = error.code if isinstance(error, Refused) else BROKEN
    rows.update(status=ImportStatus.FAILED, failure=failure)


@transaction.atomic
def _write(
    batch: ImportBatch, seen: tuple, plan: ImportPlan, by: AbstractBaseUser | None
) -> ImportBatch:
    batch = _open(batch)
    if batch.status == ImportStatus.COMMITTED:
        return batch
    if records_now(batch.run_id) != seen:
        plan = plan_of(batch)
    batch.outcomes, batch.made = [], []
    for first in range(0, len(plan.rows), AT_ONCE):
        _add(plan.rows[first : first + AT_ONCE], batch, by)
    batch.status, batch.decided_at = ImportStatus.COMMITTED, timezone.now()
    batch.rows_done, batch.file = len(plan.rows), b""
    batch.save(update_fields=WRITTEN)
    counts = Counter(outcome["outcome"] for outcome in batch.outcomes)
    record(batch.run, "list_imported", by=by, batch=batch.pk, counts=dict(counts))
    return batch


def _add(rows: Sequence[PlannedRow], batch: ImportBatch, by: AbstractBaseUser | None) -> None:
    """Enrol those who come; note for every row what came of it and what it made."""
    coming = [planned for planned in rows if planned.outcome in WILL_COME]
    people = _people(coming, by)
    places = [
        (person, _job(planned))
        for planned, person in zip(coming, people, strict=True)
        if isinstance(person, Person)
    ]
    before = _places_before(batch.run, coming)
    answers = iter(enroll_people(batch.run, places, by=by, source=EnrollmentSource.IMPORT))
    came = iter([next(answers) if isinstance(person, Person) else person for person in people])
    for planned in rows:
        answer = next(came) if planned.outcome in WILL_COME else None
        batch.outcomes.append(_outcome(planned, answer))
        batch.made.append(_made(planned, answer, before))


def _people(coming: list[PlannedRow], by: AbstractBaseUser | None) -> list[Person | Refused]:
    new = [_details(planned) for planned in coming if planned.person_id is None]
    registered = iter(register_people(new, by=by))
    known = Person.objects.in_bulk([each.person_id for each in coming if each.person_id])
    return [
        next(registered) if planned.person_id is None else known[planned.person_id]
        for planned in coming
    ]


def _places_before(run: CourseRun, coming: list[PlannedRow]) -> dict[int, Values]:
    """The places that people had on the run once, who come back now."""
    known = [planned.person_id for planned in coming if planned.person_id]
    places = run.enrollments.filter(person__in=known)
    return {place.pk: _place(place) for place in places}


def _place(enrollment: Enrollment) -> Values:
    names = [Enrollment._meta.get_field(name).attname for name in PLACE]
    return values_of(enrollment, names)


def _outcome(planned: PlannedRow, answer: Enrollment | Refused | None) -> dict[str, str]:
    if answer is None:
        return {"outcome": planned.outcome.value}
    if isinstance(answer, Refused):
        return {"outcome": ImportOutcome.REFUSED.value, "sentence": str(answer)}
    return {"outcome": planned.outcome.value, "status": str(answer.status)}


def _made(
    planned: PlannedRow, answer: Enrollment | Refused | None, before: dict[int, Values]
) -> dict:
    if not isinstance(answer, Enrollment):
        return {}
    made: dict = {"enrollment": answer.pk}
    if planned.person_id is None:
        made["person"] = answer.person_id
    if answer.pk in before:
        made["entry"] = {
            "model": Enrollment._meta.label_lower,
            "pk": answer.pk,
            "before": before[answer.pk],
            "after": _place(answer),
        }
    return made


def _job(planned: PlannedRow) -> JobAtTheTime:
    employer = planned.employer
    return JobAtTheTime(
        role=planned.row.role,
        employer=employer,
        employer_text="" if employer else planned.row.organization,
    )


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
