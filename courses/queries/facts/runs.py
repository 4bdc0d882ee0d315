"""Runs and their sessions, as rows of the read model in the order of its columns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from courses.choices import PriceBasis, Recording, SessionStatus, Sex
from courses.models import (
    CourseRun,
    Headcount,
    Person,
    RunTrainer,
    Session,
    SessionEvidence,
    SessionTrainer,
)
from courses.queries.headcounts import HEADS
from courses.rules.organizations import merged_by

Rows = Iterator[tuple]
Scope = Iterable[int] | None

AT_ONCE = 20_000
HELD_WITH_NAMES = Q(status=SessionStatus.HELD, recording=Recording.NAMED)
PLACE_OF_SESSION = Coalesce("venue__province", "run__venue__province", "run__province")
#: In the order of the counts of a session.
SEXES = (Sex.FEMALE, Sex.MALE, Sex.ANOTHER, None)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def within(rows: QuerySet, run: str, scope: Scope) -> QuerySet:
    """The rows of these runs, in no order; `run` is the path to the id of their run."""
    rows = rows.order_by()
    return rows if scope is None else rows.filter(**{f"{run}__in": scope})


def local_day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def minute(moment: datetime) -> int:
    """Whole minutes from the beginning of 1970."""
    return int((moment - EPOCH).total_seconds()) // 60


def sessions(scope: Scope) -> Rows:
    rows = within(Session.objects.annotate(place=PLACE_OF_SESSION), "run", scope).values_list(
        *("pk", "run_id", "starts_at", "ends_at", "status", "recording"),
        *("planned_minutes", "closed_at", "place"),
    )
    for pk, run, starts_at, ends_at, status, recording, minutes, closed_at, place in rows.iterator(
        AT_ONCE
    ):
        yield (
            *(pk, run, local_day(starts_at), status, recording, minutes),
            *(minute(starts_at), minute(ends_at), closed_at is not None, place),
        )


def heads(scope: Scope) -> Rows:
    """What was counted in sessions without names that were held, where it is anybody."""
    proven = Exists(SessionEvidence.objects.filter(session=OuterRef("session")))
    counted = Headcount.objects.filter(
        session__status=SessionStatus.HELD, session__recording=Recording.HEADCOUNT
    )
    rows = within(counted.annotate(is_proven=proven), "session__run", scope).annotate(
        place=Coalesce(
            "session__venue__province", "session__run__venue__province", "session__run__province"
        )
    )
    for session, run, starts_at, role, place, cascade_of, is_proven, *people in rows.values_list(
        *("session_id", "session__run_id", "session__starts_at", "role", "place"),
        *("session__cascade_of", "is_proven", *HEADS),
    ):
        for sex, number in zip(SEXES, people, strict=True):
            if number:
                yield (
                    *(session, run, local_day(starts_at), role, sex, number, place),
                    *(cascade_of is not None, is_proven),
                )


def begun(scope: Scope) -> dict[int, datetime]:
    """When each run began of which a session with names was held: with the first one that takes
    place."""
    rows = within(Session.objects.taking_place(), "run", scope).values("run")
    rows = rows.annotate(begins=Min("starts_at"), registers=Count("pk", filter=HELD_WITH_NAMES))
    return dict(rows.filter(registers__gt=0).values_list("run", "begins"))


def runs(scope: Scope) -> Rows:
    begins = begun(scope)
    leads = within(RunTrainer.objects.filter(is_lead=True), "run", scope)
    lead = dict(leads.values_list("run_id", "organization_id"))
    places = CourseRun.objects.annotate(place=Coalesce("venue__province", "province"))
    rows = within(places, "pk", scope).values_list(
        *("pk", "course_id", "host_id", "province_id", "place", "delivery_language"),
        *("finance__payer", "starts_on", "ends_on", "finance__currency", "finance__price"),
        *("finance__basis", "finance__waived", "finance__direct_cost"),
    )
    for pk, course, host, province, place, language, payer, starts, ends, *money in rows.iterator(
        AT_ONCE
    ):
        currency, price, basis, waived, direct_cost = money
        began = begins.get(pk)
        yield (
            *(pk, course, host, province, place, language, payer, lead.get(pk)),
            *(began and local_day(began), starts, ends),
            *(currency, price, basis == PriceBasis.PER_PERSON, waived, direct_cost),
        )


def humans() -> dict[int, int]:
    """The record that counts for each one that was merged into another."""
    rows = Person.everybody.exclude(merged_into=None).order_by()
    links = {pk: (into, None) for pk, into in rows.values_list("pk", "merged_into_id")}
    return merged_by(links, date.max)


def trainers(scope: Scope) -> Rows:
    """The trainers of a run; not those of a single session."""
    human = humans()
    rows = within(RunTrainer.objects.all(), "run", scope).values_list("run_id", "person_id")
    yield from {(run, human.get(person, person)) for run, person in rows}


def helpers(scope: Scope) -> Rows:
    """Who trains in a single session of a run."""
    human = humans()
    rows = within(SessionTrainer.objects.all(), "session__run", scope)
    for run, person in rows.values_list("session__run_id", "person_id"):
        yield run, human.get(person, person)


def projects(scope: Scope) -> Rows:
    rows = within(CourseRun.projects.through.objects.all(), "courserun", scope)
    yield from rows.values_list("courserun_id", "project_id")


def led(scope: Scope) -> Rows:
    """Who trained in each session that was held: its own trainers, else those of the run."""
    human = humans()
    of_run = defaultdict(set)
    for run, person in trainers(scope):
        of_run[run].add(person)
    of_session = defaultdict(set)
    own = within(SessionTrainer.objects.all(), "session__run", scope)
    for session, person in own.values_list("session_id", "person_id"):
        of_session[session].add(human.get(person, person))
    held = within(Session.objects.held().annotate(place=PLACE_OF_SESSION), "run", scope)
    for pk, run, starts_at, place in held.values_list(
        "pk", "run_id", "starts_at", "place"
    ).iterator(AT_ONCE):
        day = local_day(starts_at)
        for person in of_session.get(pk) or of_run[run]:
            yield person, run, pk, day, place
