"""What would become of nominated people, and what did."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef
from django.utils import timezone

from courses import conf
from courses.choices import EnrollmentStatus, ImportOutcome, RunStatus, Sex
from courses.models import (
    Attendance,
    Channel,
    CourseRun,
    Invitation,
    Nomination,
    NominationState,
    Organization,
    RunTrainer,
)
from courses.queries.matching import known_people
from courses.queries.organizations import organizations_named
from courses.rules.khmer import match_key
from courses.rules.matching import SAME_BITS
from courses.rules.nominations import (
    ATTENDED,
    COMPLETED,
    NOT_TAKEN,
    Named,
    Outcome,
    problems,
    standing,
)
from courses.rules.phones import parse_phones
from courses.rules.traits import Traits

YEAR = timedelta(days=365)
ON_THE_RUN = (EnrollmentStatus.ENROLLED, EnrollmentStatus.WAITLISTED, EnrollmentStatus.REQUESTED)


@dataclass(frozen=True)
class PlannedNomination:
    """A nominated person, where she works, who of the people on record she is, and what she is on
    this run. For trainers and staff only."""

    nomination: Nomination
    outcome: ImportOutcome
    employer: Organization | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class Nominee:
    """A nominated person as the organization may see her: its own words and the standing."""

    nomination: Nomination
    standing: str
    problems: tuple[str, ...] = field(default=())

    @property
    def is_open(self) -> bool:
        return self.nomination.state == NominationState.LISTED

    @property
    def may_go(self) -> bool:
        """Whether she may be taken off the list as far as her own state goes."""
        has_come = self.standing in (ATTENDED, COMPLETED)
        return not has_come and self.nomination.state != NominationState.REFUSED


def plan_of(invitation: Invitation, nominations: Iterable[Nomination]) -> list[PlannedNomination]:
    """What would become of each nomination as the records stand now. Changes nothing."""
    rows = list(nominations)
    if not rows:
        return []
    run = invitation.run
    employers = _employers(invitation, rows)
    traits = [_traits(row, employers[row.pk]) for row in rows]
    known = known_people(traits, run=run, least=SAME_BITS)
    on_run = run.enrollments.filter(status__in=ON_THE_RUN)
    here = set(on_run.values_list("person_id", flat=True))
    trainers = set(RunTrainer.objects.filter(run=run).values_list("person_id", flat=True))
    planned = []
    for row, told in zip(rows, traits, strict=True):
        person = known.take(told)
        outcome = _outcome(person, here, trainers)
        planned.append(PlannedNomination(row, outcome, employers[row.pk], person))
    return planned


def trainings_of(people: Collection[int], today: date) -> dict[int, int]:
    """In how many runs of the twelve months before the day each of the people came, by id; nobody
    who came to none. One query. For trainers and staff only."""
    marks = Attendance.objects.attended().filter(
        enrollment__person__in=people,
        session__starts_at__date__gt=today - YEAR,
        session__starts_at__date__lte=today,
    )
    rows = marks.order_by().values_list("enrollment__person")
    return dict(rows.annotate(Count("enrollment__run", distinct=True)))


def _outcome(person: int | None, here: set[int], trainers: set[int]) -> ImportOutcome:
    if person is None:
        return ImportOutcome.NEW
    if person in trainers:
        return ImportOutcome.IS_TRAINER
    return ImportOutcome.ALREADY if person in here else ImportOutcome.KNOWN


def _employers(invitation: Invitation, rows: list[Nomination]) -> dict[int, Organization | None]:
    """An employer names its own people; a union says where each works, or does not."""
    if invitation.channel == Channel.EMPLOYER:
        return dict.fromkeys((row.pk for row in rows), invitation.organization)
    named = organizations_named({row.employer_text for row in rows})
    return {row.pk: named[row.employer_text] for row in rows}


def _traits(row: Nomination, employer: Organization | None) -> Traits:
    phones = parse_phones(row.phone, conf.get("COURSES_PHONE_REGION"))
    return Traits(
        key_km=match_key(row.name_km),
        name_latin=row.name_latin,
        sex="" if row.sex == Sex.NOT_STATED else row.sex,
        birth_year=row.birth_year,
        phones=frozenset(phone.e164 for phone in phones if phone.e164),
        employer=employer.pk if employer else None,
        employee_number=row.employee_number,
    )


def nominees_of(invitation: Invitation) -> list[Nominee]:
    """The people of one invitation, those off the list left out, as its organization may see them.
    Two queries, and none of them asks about anybody else but whether the run has a waiting list."""
    attended = Attendance.objects.attended().filter(enrollment=OuterRef("enrollment"))
    rows = list(
        invitation.nominations.exclude(state=NominationState.WITHDRAWN)
        .select_related("enrollment__completion")
        .annotate(has_attended=Exists(attended))
    )
    run = invitation.run
    shows = {
        "is_over": _is_over(run),
        "has_waiting_list": run.enrollments.waiting().exists(),
    }
    told = [standing(_seen(row), **shows) for row in rows]
    region = conf.get("COURSES_PHONE_REGION")
    counting = [row for row, each in zip(rows, told, strict=True) if each != NOT_TAKEN]
    found = dict(
        zip(
            (row.pk for row in counting),
            problems(map(named, counting), invitation.roles, region=region),
            strict=True,
        )
    )
    return [
        Nominee(row, each, found.get(row.pk, ()) if row.state == NominationState.LISTED else ())
        for row, each in zip(rows, told, strict=True)
    ]


def named(row: Nomination) -> Named:
    return Named(row.name_km, row.name_latin, row.sex, row.role, row.phone, row.employee_number)


def _seen(row: Nomination) -> Outcome:
    place = row.enrollment
    completion = getattr(place, "completion", None) if place else None
    return Outcome(
        state=row.state,
        place=place.status if place else "",
        is_shared=row.is_shared,
        had_to_wait=row.had_to_wait,
        has_attended=row.has_attended,
        is_completed=bool(completion and completion.is_met),
    )


def _is_over(run: CourseRun) -> bool:
    ended = run.ends_on is not None and run.ends_on < timezone.localdate()
    return ended or run.status == RunStatus.CLOSED


def may_have_certificates(invitation: Invitation) -> bool:
    """Whether this organization may download what its people got, by its channel."""
    return invitation.channel in conf.get("COURSES_CONTACTS_GET_CERTIFICATES")
