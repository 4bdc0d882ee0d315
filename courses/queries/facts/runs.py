"""Runs and their sessions, as rows of the read model in the order of its columns."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils import timezone

from courses.choices import PriceBasis, Recording, SessionStatus, Sex
from courses.models import (
    CourseRun,
    Headcount,
    RunTest,
    RunTrainer,
    Session,
    SessionEvidence,
)
from courses.queries.facts.source import Source
from courses.queries.headcounts import HEADS

Rows = Iterator[tuple]

AT_ONCE = 20_000
PLACE_OF_SESSION = Coalesce("venue__province", "run__venue__province", "run__province")
#: In the order of the counts of a session.
SEXES = (Sex.FEMALE, Sex.MALE, Sex.ANOTHER, None)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def local_day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


def minute(moment: datetime) -> int:
    """Whole minutes from the beginning of 1970."""
    return int((moment - EPOCH).total_seconds()) // 60


def sessions(source: Source) -> Rows:
    rows = source.within(Session.objects.annotate(place=PLACE_OF_SESSION), "run").values_list(
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


def heads(source: Source) -> Rows:
    """What was counted in sessions without names that were held, where it is anybody."""
    proven = Exists(SessionEvidence.objects.filter(session=OuterRef("session")))
    counted = Headcount.objects.filter(
        session__status=SessionStatus.HELD, session__recording=Recording.HEADCOUNT
    )
    rows = source.within(counted.annotate(is_proven=proven), "session__run").annotate(
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


def runs(source: Source) -> Rows:
    leads = source.within(RunTrainer.objects.filter(is_lead=True), "run")
    lead = dict(leads.values_list("run_id", "organization_id"))
    tests = Exists(RunTest.objects.filter(run=OuterRef("pk")))
    places = CourseRun.objects.annotate(
        place=Coalesce("venue__province", "province"), has_test=tests
    )
    rows = source.within(places, "pk").values_list(
        *("pk", "course_id", "host_id", "province_id", "place", "delivery_language"),
        *("finance__payer", "starts_on", "ends_on", "finance__currency", "finance__price"),
        *("finance__basis", "finance__waived", "finance__direct_cost", "has_test"),
    )
    for pk, course, host, province, place, language, payer, starts, ends, *money in rows.iterator(
        AT_ONCE
    ):
        currency, price, basis, waived, direct_cost, has_test = money
        began = source.begun.get(pk)
        yield (
            *(pk, course, host, province, place, language, payer, lead.get(pk)),
            *(began and local_day(began), starts, ends),
            *(currency, price, basis == PriceBasis.PER_PERSON, waived, direct_cost),
            has_test,
        )


def trainers(source: Source) -> Rows:
    yield from source.trainers


def projects(source: Source) -> Rows:
    rows = source.within(CourseRun.projects.through.objects.all(), "courserun")
    yield from rows.values_list("courserun_id", "project_id")


def led(source: Source) -> Rows:
    """Who trained in each session that was held: its own trainers, else those of the run."""
    of_run, of_session = defaultdict(set), defaultdict(set)
    for run, person in source.trainers:
        of_run[run].add(person)
    for _run, person, session in source.helpers:
        of_session[session].add(person)
    held = source.within(Session.objects.held().annotate(place=PLACE_OF_SESSION), "run")
    rows = held.values_list("pk", "run_id", "starts_at", "place")
    for pk, run, starts_at, place in rows.iterator(AT_ONCE):
        day = local_day(starts_at)
        for person in of_session.get(pk) or of_run[run]:
            yield person, run, pk, day, place
