"""A few rows by hand, under short names, and what a figure of them must be."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from courses import models
from tests import reference
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    TopicFactory,
)
from tests.reference.dump import LOCAL

#: When the questions are asked.
NOW = datetime(2026, 6, 1, 3, tzinfo=UTC)
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
#: Dimensions whose values are ids: what is expected calls them by the names of the scene.
BY_ID = {
    *("topic", "outcome", "course", "organization", "project", "donor", "payer", "trainer", "run")
}


def local(moment: str) -> datetime:
    """A moment in Phnom Penh, written as 2026-03-02 08:00."""
    return datetime.fromisoformat(moment).replace(tzinfo=LOCAL).astimezone(UTC)


class Scene:
    """Makes rows and remembers their ids by name."""

    def __init__(self):
        self.ids: dict[str, int] = {}
        self.host = OrganizationFactory(kind="ngo")

    def keep(self, name: str, row):
        if name:
            self.ids[name] = row.pk
        return row

    def course(self, name="", topics=(), outcomes=(), **fields) -> models.Course:
        course = CourseFactory(
            topics=[self.keep(each, TopicFactory()) for each in topics], **fields
        )
        for each in outcomes:
            outcome = models.Outcome.objects.create(slug=each, name_en=each, name_km=each)
            course.outcomes.add(self.keep(each, outcome))
        return self.keep(name, course)

    def organization(self, name="", heads=(), **fields) -> models.Organization:
        """`heads` are the people employed by day."""
        row = self.keep(name, OrganizationFactory(**fields))
        for day, total in dict(heads).items():
            as_of = date.fromisoformat(day)
            models.OrganizationHeadcount.objects.create(
                organization=row, as_of=as_of, total=total, source="register"
            )
        return row

    def person(self, name="", **fields) -> models.Person:
        return self.keep(name, PersonFactory(**fields))

    def run(self, name="", *, trainers=(), lead=None, **fields) -> models.CourseRun:
        """`lead` is the organization for which the first trainer trains."""
        fields = {"host": self.host, "venue": None, "starts_on": None, "ends_on": None, **fields}
        run = self.keep(name, CourseRunFactory(**fields))
        for place, person in enumerate(trainers):
            run.run_trainers.create(person=person, is_lead=not place, organization=lead)
        return run

    def session(self, run, moment, minutes=180, status="held", **fields) -> models.Session:
        starts_at = local(moment)
        session = models.Session.objects.create(
            run=run,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=minutes),
            planned_minutes=minutes,
            status=status,
            **fields,
        )
        if status in ("planned", "held"):
            day = starts_at.astimezone(LOCAL).date()
            run.starts_on = min(filter(None, [run.starts_on, day]))
            run.ends_on = max(filter(None, [run.ends_on, day]))
            run.save()
        return session

    def enrol(self, run, person=None, **fields) -> models.Enrollment:
        fields = {"employer": None, **fields}
        return EnrollmentFactory(run=run, person=person or self.person(), **fields)

    def came(self, enrollment, *sessions, presence="present", minutes=None) -> None:
        for session in sessions:
            AttendanceFactory(
                session=session,
                enrollment=enrollment,
                presence=presence,
                credited_minutes=session.planned_minutes if minutes is None else minutes,
                marked_at=session.ends_at,
            )

    def attended(self, moment, person=None, *, run=None, **fields) -> models.Enrollment:
        """Somebody on a run of its own who came to a session."""
        run = run or self.run()
        enrollment = self.enrol(run, person, **fields)
        self.came(enrollment, self.session(run, moment))
        return enrollment

    def complete(self, enrollment, day: str | None) -> models.Completion:
        met_on = day and date.fromisoformat(day)
        return models.Completion.objects.create(
            enrollment=enrollment, is_met=bool(day), met_on=met_on
        )

    def test(self, run, **fields) -> models.RunTest:
        source, _ = models.KnowledgeTest.objects.get_or_create(course=run.course, title_en="T")
        return models.RunTest.objects.create(run=run, source=source, **fields)

    def scored(self, enrollment, moment, score, points=20) -> models.TakenTest:
        return models.TakenTest.objects.create(
            enrollment=enrollment,
            moment=moment,
            form="A",
            way="paper",
            score=score,
            max_score=points,
            taken_at=NOW,
        )

    def alike(self, one, other) -> models.DuplicateCandidate:
        """Two records that wait for somebody to look."""
        first, second = sorted((one, other), key=lambda person: person.pk)
        return models.DuplicateCandidate.objects.create(first=first, second=second, bits=3)

    def project(self, name, run, donor) -> models.Project:
        project = models.Project.objects.create(code=name, name_en=name, donor=donor)
        run.projects.add(project)
        return self.keep(name, project)

    def money(self, run, **amounts) -> models.RunFinance:
        return models.RunFinance.objects.create(run=run, **{"direct_cost": 100, **amounts})

    def heads(self, session, role="", **numbers) -> None:
        session.headcounts.create(role=role, **numbers)


@dataclass(frozen=True)
class Expect:
    """What a figure must be: a number for the total, or a number for every cell. Names stand for
    ids; a cell of one dimension is written without its tuple. `BOUNDS` are those of R1."""

    code: str
    value: object
    by: tuple[str, ...] = ()
    start: date = FIRST
    end: date = LAST
    filters: dict[str, set] = field(default_factory=dict)
    area: set[str] | None = None

    def cells(self, ids: dict[str, int]) -> dict[tuple, object]:
        """The value as `reference.figure` would give it."""
        if not isinstance(self.value, dict):
            return {(): self.value}
        found = {}
        for cell, value in self.value.items():
            cell = cell if isinstance(cell, tuple) else (cell,)
            named = zip(cell, (*self.by, *[""] * len(cell)), strict=False)
            found[tuple(_id(ids, each, name) for each, name in named)] = value
        return found

    def narrowed(self, ids: dict[str, int]) -> dict[str, set]:
        """The filters with ids for names."""
        return {
            name: {_id(ids, each, name) for each in wanted} for name, wanted in self.filters.items()
        }

    def counted(self, world: reference.World, ids: dict[str, int]) -> dict[tuple, object]:
        """What the reference counts."""
        period = (self.start, self.end)
        narrow = {"filters": self.narrowed(ids), "area": self.area}
        if self.code == "BOUNDS":
            return {(): reference.bounds(world, *period, **narrow)}
        return reference.figure(world, self.code, *period, by=self.by, **narrow)


def _id(ids, value, dimension):
    return ids[value] if dimension in BY_ID and value is not None else value


class Case(NamedTuple):
    """A small world, and what must be counted in it."""

    name: str
    build: Callable[[Scene], None]
    expected: tuple[Expect, ...]


def collect(cases: list[Case]):
    """A decorator that adds the world it decorates to the cases, under its name in words."""

    def of(*expected: Expect):
        def add(build):
            cases.append(Case(build.__name__.replace("_", " "), build, expected))
            return build

        return add

    return of
