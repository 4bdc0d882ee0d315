"""Runs and their sessions, as rows of the read model in the order of its columns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from django.db.models import Count, Exists, Min, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from courses.choices import PriceBasis, Recording, SessionStatus
from courses.models import (
    CourseRun,
    Headcount,
    RunTrainer,
    Session,
    SessionEvidence,
    SessionTrainer,
)
from courses.queries.headcounts import HEADS

Rows = Iterator[tuple]
Scope = Iterable[int] | None

AT_ONCE = 20_000
HELD_WITH_NAMES = Q(status=SessionStatus.HELD, recording=Recording.NAMED)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def within(rows: QuerySet, run: str, scope: Scope) -> QuerySet:
    """The rows of these runs, in no order; `run` is the path to the id of their run."""
    rows = rows.order_by()
    return rows if scope is None else rows.filter(**{f"{run}__in": scope})


def minute(moment: datetime) -> int:
    """Whole minutes from the beginning of 1970."""
    return int((moment - EPOCH).total_seconds()) // 60


def sessions(scope: Scope) -> Rows:
    counted = _heads(scope)
    proven = Exists(SessionEvidence.objects.filter(session=OuterRef("pk")))
    rows = within(Session.objects.all(), "run", scope).annotate(
        place=Coalesce("venue__province", "run__venue__province", "run__province"),
        is_proven=proven,
    )
    for (
        pk,
        run,
        starts_at,
        ends_at,
        status,
        recording,
        minutes,
        closed_at,
        place,
        *rest,
    ) in rows.values_list(
        *("pk", "run_id", "starts_at", "ends_at", "status", "recording"),
        *("planned_minutes", "closed_at", "place", "is_proven", "cascade_of"),
    ).iterator(AT_ONCE):
        is_proven, cascade_of = rest
        day = timezone.localtime(starts_at).date()
        yield (
            *(pk, run, day, status, recording, minutes, minute(starts_at), minute(ends_at)),
            *(closed_at is not None, place, *counted.get(pk, (0, 0, 0, 0))),
            *(is_proven, cascade_of is not None),
        )


def _heads(scope: Scope) -> dict[int, tuple[int, ...]]:
    """How many women, men, another and unknown were counted in each session without names."""
    rows = within(Headcount.objects.all(), "session__run", scope).values("session")
    return {
        pk: tuple(heads)
        for pk, *heads in rows.annotate(**{f"all_{name}": Sum(name) for name in HEADS}).values_list(
            "session", *(f"all_{name}" for name in HEADS)
        )
    }


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
    rows = within(CourseRun.objects.all(), "pk", scope).values_list(
        *("pk", "course_id", "host_id", "province_id", "delivery_language"),
        *("finance__payer", "starts_on", "ends_on", "finance__currency", "finance__price"),
        *("finance__basis", "finance__waived", "finance__direct_cost"),
    )
    for pk, course, host, province, language, payer, starts, ends, *money in rows.iterator(AT_ONCE):
        currency, price, basis, waived, direct_cost = money
        began = begins.get(pk)
        yield (
            *(pk, course, host, province, language, payer, lead.get(pk)),
            *(began and timezone.localtime(began).date(), starts, ends),
            *(currency, price, basis == PriceBasis.PER_PERSON, waived, direct_cost),
        )


def trainers(scope: Scope) -> Rows:
    """Who trains on a run, in all sessions or in one."""
    everywhere = within(RunTrainer.objects.all(), "run", scope)
    somewhere = within(SessionTrainer.objects.all(), "session__run", scope)
    yield from {
        *everywhere.values_list("run_id", "person_id"),
        *somewhere.values_list("session__run_id", "person_id"),
    }


def projects(scope: Scope) -> Rows:
    rows = within(CourseRun.projects.through.objects.all(), "courserun", scope)
    yield from rows.values_list("courserun_id", "project_id")


def led(scope: Scope) -> Rows:
    """Who trained in each session that was held: its own trainers, else those of the run."""
    of_run = defaultdict(set)
    everywhere = within(RunTrainer.objects.all(), "run", scope)
    for run, person in everywhere.values_list("run_id", "person_id"):
        of_run[run].add(person)
    of_session = defaultdict(set)
    own = within(SessionTrainer.objects.all(), "session__run", scope)
    for session, person in own.values_list("session_id", "person_id"):
        of_session[session].add(person)
    held = within(Session.objects.held(), "run", scope)
    for pk, run, starts_at in held.values_list("pk", "run_id", "starts_at").iterator(AT_ONCE):
        day = timezone.localtime(starts_at).date()
        for person in of_session.get(pk) or of_run[run]:
            yield person, run, pk, day
