"""Where the facts are read from: runs of the site, and what many of their rows need."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property

from django.db.models import Count, Min, Q, QuerySet

from courses.choices import Recording, SessionStatus
from courses.models import Person, RunTrainer, Session, SessionTrainer
from courses.rules.organizations import merged_by

HELD_WITH_NAMES = Q(status=SessionStatus.HELD, recording=Recording.NAMED)


class Source:
    """The runs with these ids, or all of them."""

    def __init__(self, runs: Iterable[int] | None = None):
        self.runs = runs

    def within(self, rows: QuerySet, run: str) -> QuerySet:
        """The rows of these runs, in no order; `run` is the path to the id of their run."""
        rows = rows.order_by()
        return rows if self.runs is None else rows.filter(**{f"{run}__in": self.runs})

    @cached_property
    def begun(self) -> dict[int, datetime]:
        """When each run began of which a session with names was held: with the first one that
        takes place."""
        rows = self.within(Session.objects.taking_place(), "run").values("run")
        rows = rows.annotate(begins=Min("starts_at"), registers=Count("pk", filter=HELD_WITH_NAMES))
        return dict(rows.filter(registers__gt=0).values_list("run", "begins"))

    @cached_property
    def humans(self) -> dict[int, int]:
        """The record that counts for each one that was merged into another."""
        rows = Person.everybody.exclude(merged_into=None).order_by()
        links = {pk: (into, None) for pk, into in rows.values_list("pk", "merged_into_id")}
        return merged_by(links, date.max)

    @cached_property
    def trainers(self) -> set[tuple[int, int]]:
        """Runs with their trainers; not with those of a single session."""
        rows = self.within(RunTrainer.objects.all(), "run").values_list("run_id", "person_id")
        return {(run, self.humans.get(person, person)) for run, person in rows}

    @cached_property
    def helpers(self) -> set[tuple[int, int, int]]:
        """Runs with the trainers of a single session, and which."""
        rows = self.within(SessionTrainer.objects.all(), "session__run")
        found = rows.values_list("session__run_id", "person_id", "session_id")
        return {(run, self.humans.get(person, person), session) for run, person, session in found}
