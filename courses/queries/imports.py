"""What would become of each row of a participant list: who is new, known, or on the run already."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, QuerySet

from courses.choices import EnrollmentStatus, ImportOutcome, ImportStatus
from courses.models import (
    CourseRun,
    Enrollment,
    ImportBatch,
    Organization,
    Person,
    RunTrainer,
)
from courses.queries.matching import known_people
from courses.queries.organizations import organizations_named
from courses.rules.khmer import match_key
from courses.rules.matching import SAME_BITS
from courses.rules.participant_rows import ParsedList, ParsedRow, from_data
from courses.rules.traits import Traits

ON_THE_RUN = (EnrollmentStatus.ENROLLED, EnrollmentStatus.WAITLISTED, EnrollmentStatus.REQUESTED)
AT_ONCE = 1_000
UNDER_WAY = (ImportStatus.QUEUED, ImportStatus.WORKING)
WILL_COME = (ImportOutcome.NEW, ImportOutcome.KNOWN)


@dataclass(frozen=True)
class PlannedRow:
    """A row of the list, where its person works, and what will become of it."""

    row: ParsedRow
    outcome: ImportOutcome
    employer: Organization | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class ImportPlan:
    parsed: ParsedList
    rows: tuple[PlannedRow, ...]
    seats_free: int

    @property
    def coming(self) -> int:
        return sum(planned.outcome in WILL_COME for planned in self.rows)

    @property
    def waiting(self) -> int:
        """How many of those who come find no seat."""
        return max(0, self.coming - self.seats_free)


def plan_of(batch: ImportBatch, tell: Callable[[int], object] = int) -> ImportPlan:
    """The plan as the records stand now, in a fixed number of queries for each 1,000 rows. Changes
    nothing. `tell` hears how many rows were looked at."""
    parsed = from_data(batch.content)
    run = CourseRun.objects.select_related("host__province").get(pk=batch.run_id)
    employers = _employers(batch, run, parsed)
    taking_part = set(
        run.enrollments.filter(status__in=ON_THE_RUN).values_list("person_id", flat=True)
    )
    trainers = set(RunTrainer.objects.filter(run=run).values_list("person_id", flat=True))
    rows: list[PlannedRow] = []
    taken: set[int] = set()
    for first in range(0, len(parsed.rows), AT_ONCE):
        some = parsed.rows[first : first + AT_ONCE]
        traits = [_traits(row, employers.get(row.organization)) for row in some]
        known = known_people(traits, run=run, least=SAME_BITS, taken=taken)
        for row, told in zip(some, traits, strict=True):
            person = known.take(told) if row.is_importable else None
            outcome = _outcome(row, person, taking_part, trainers)
            rows.append(PlannedRow(row, outcome, employers.get(row.organization), person))
        tell(len(rows))
    seats = run.capacity - run.enrollments.enrolled().count()
    return ImportPlan(parsed, tuple(rows), max(0, seats))


def silent_lists(moment: datetime) -> QuerySet[ImportBatch]:
    """Lists whose people are being added, and of which nothing was heard since the moment."""
    rows = ImportBatch.objects.filter(status__in=UNDER_WAY, started_at__lt=moment)
    return rows.select_related("started_by").defer("file", "content").order_by("started_at", "pk")


def records_now(run_id: int) -> tuple[int | None, ...]:
    """What changes whenever a plan for the run may have to be made anew: people, merges, places."""
    people = Person.objects.aggregate(newest=Max("pk"), number=Count("pk"))
    places = Enrollment.objects.filter(run=run_id).aggregate(
        newest=Max("pk"), moved=Max("status_since")
    )
    trainers = RunTrainer.objects.filter(run=run_id).aggregate(newest=Max("pk"))
    return *people.values(), *places.values(), *trainers.values()


def _outcome(row: ParsedRow, person: int | None, taking_part: set, trainers: set) -> ImportOutcome:
    if not row.is_importable:
        return ImportOutcome.LEFT_OUT
    if person is None:
        return ImportOutcome.NEW
    if person in taking_part:
        return ImportOutcome.ALREADY
    return ImportOutcome.IS_TRAINER if person in trainers else ImportOutcome.KNOWN


def _employers(
    batch: ImportBatch, run: CourseRun, parsed: ParsedList
) -> dict[str, Organization | None]:
    """The organization for each text of the list: the host for all, or whoever has that name."""
    texts = {row.organization for row in parsed.rows}
    if batch.works_at_host:
        return dict.fromkeys(texts, run.host)
    return organizations_named(texts)


def _traits(row: ParsedRow, employer: Organization | None) -> Traits:
    return Traits(
        key_km=match_key(row.name_km),
        name_latin=row.name_latin,
        sex="" if row.sex == "not_stated" else row.sex,
        birth_year=row.birth_year,
        phones=frozenset(phone.e164 for phone in row.phones if phone.e164),
        employer=employer.pk if employer else None,
        employee_number=row.employee_number,
    )
