"""All rows of the database that the figures need, read once and kept as plain values."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone

from courses import models
from tests.reference.asked import Asked, read_asked, read_tests
from tests.reference.tables import rows

LOCAL = ZoneInfo("Asia/Phnom_Penh")
HEADS = {"women": "female", "men": "male", "another": "another", "unknown": None}


@dataclass(slots=True)
class Person:
    """`id` is that of the record that counts: merges are followed to their end."""

    id: int
    sex: str | None
    birth_year: int | None


@dataclass(slots=True)
class Organization:
    id: int
    kind: str
    sector: str | None
    province: str | None
    is_national: bool
    status: str
    closed_on: date | None
    merged_into: int | None
    merged_on: date | None
    #: (as of, id of the row, people), in no order
    headcounts: list[tuple[date, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Course:
    id: int
    audience: list[str]
    pillars: set[str]
    topics: set[int] = field(default_factory=set)
    outcomes: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Run:
    """`place` is the province of its venue, else its own; `payer` that of its money."""

    id: int
    course: Course
    province: str
    place: str
    language: str
    ends_on: date | None
    projects: set[int] = field(default_factory=set)
    donors: set[int] = field(default_factory=set)
    trainers: set[int] = field(default_factory=set)
    helpers: set[int] = field(default_factory=set)
    is_led_by_national: bool | None = None
    payer: int | None = None
    money: dict | None = None
    pass_percent: int | None = None
    sessions: list["Session"] = field(default_factory=list)
    enrollments: list["Enrollment"] = field(default_factory=list)


@dataclass(slots=True)
class Session:
    id: int
    run: Run
    starts_at: datetime
    ends_at: datetime
    day: date
    minutes: int
    place: str
    recording: str
    status: str
    is_cascade: bool
    is_closed: bool
    has_evidence: bool = False
    trainers: set[int] = field(default_factory=set)
    #: (role, sex, people)
    heads: list[tuple[str | None, str | None, int]] = field(default_factory=list)


@dataclass(slots=True)
class Enrollment:
    id: int
    run: Run
    person: Person
    status: str
    since: datetime
    source: str
    seat_since: datetime | None
    role: str | None
    sector: str | None
    province: str | None
    employer: int | None
    met_on: date | None = None
    marks: list["Mark"] = field(default_factory=list)
    #: (points, most points) by moment
    scores: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Mark:
    enrollment: Enrollment
    session: Session
    presence: str
    minutes: int


@dataclass(slots=True)
class World:
    """Everything, by id. `open_pairs` hold ids of people of whom nobody knows yet whether they are
    one; `now` is when it was read, `came` what `places` found."""

    now: datetime
    people: dict[int, Person]
    organizations: dict[int, Organization]
    courses: dict[int, Course]
    runs: dict[int, Run]
    sessions: dict[int, Session]
    enrollments: dict[int, Enrollment]
    open_pairs: list[tuple[int, int]]
    phases: list[tuple[int, date, date]] = field(default_factory=list)
    asked: Asked = field(default_factory=Asked)
    came: list | None = None


def dump(now: datetime | None = None) -> World:
    """Reads the whole database. About twenty queries, whatever the number of rows."""
    people = _people()
    organizations = _organizations()
    courses = _courses()
    runs = _runs(courses, people, organizations)
    sessions = _sessions(runs, people)
    enrollments = _enrollments(runs, people)
    columns = ("enrollment_id", "session_id", "presence", "credited_minutes")
    for enrollment, session, *mark in rows(models.Attendance, *columns):
        place = enrollments[enrollment]
        place.marks.append(Mark(place, sessions[session], *mark))
    read_tests(runs, enrollments)
    return World(
        now or timezone.now(),
        people,
        organizations,
        courses,
        runs,
        sessions,
        enrollments,
        _open_pairs(people),
        list(rows(models.Phase, "pk", "starts_on", "ends_on")),
        read_asked(),
    )


def _people() -> dict[int, Person]:
    """By the id of every record, also of those that were merged into another."""
    into, found, counting = {}, {}, {}
    columns = ("pk", "merged_into_id", "sex", "birth_year")
    for pk, merged_into, sex, year in rows(models.Person, *columns):
        into[pk] = merged_into
        found[pk] = Person(pk, None if sex == "not_stated" else sex, year)
    for pk in found:
        last = pk
        while into[last]:
            last = into[last]
        counting[pk] = found[last]
    return counting


def _organizations() -> dict[int, Organization]:
    columns = ("pk", "kind", "sector", "province_id", "is_national", "status", "closed_on")
    found = {}
    for row in rows(models.Organization, *columns, "merged_into_id", "merged_on"):
        each = found[row[0]] = Organization(*row)
        each.sector, each.province = each.sector or None, each.province or None
    columns = ("organization_id", "as_of", "pk", "total")
    for organization, *headcount in rows(models.OrganizationHeadcount, *columns):
        found[organization].headcounts.append(tuple(headcount))
    return found


def _courses() -> dict[int, Course]:
    found = {
        pk: Course(pk, audience, set(pillars))
        for pk, audience, pillars in rows(models.Course, "pk", "audience", "gender_pillars")
    }
    for course, topic in rows(models.Course.topics.through, "course_id", "topic_id"):
        found[course].topics.add(topic)
    for course, outcome in rows(models.Course.outcomes.through, "course_id", "outcome_id"):
        found[course].outcomes.add(outcome)
    return found


def _runs(courses, people, organizations) -> dict[int, Run]:
    venues = dict(rows(models.Venue, "pk", "province_id"))
    columns = ("pk", "course_id", "province_id", "venue_id", "delivery_language", "ends_on")
    found = {
        pk: Run(pk, courses[course], province, venues.get(venue, province), language, ends_on)
        for pk, course, province, venue, language, ends_on in rows(models.CourseRun, *columns)
    }
    columns = ("run_id", "person_id", "is_lead", "organization_id")
    for run, person, is_lead, organization in rows(models.RunTrainer, *columns):
        found[run].trainers.add(people[person].id)
        if is_lead and organization:
            found[run].is_led_by_national = organizations[organization].is_national
    donors = dict(rows(models.Project, "pk", "donor_id"))
    for run, project in rows(models.CourseRun.projects.through, "courserun_id", "project_id"):
        found[run].projects.add(project)
        if donors[project]:
            found[run].donors.add(donors[project])
    _read_money(found)
    return found


def _read_money(runs) -> None:
    columns = ("run_id", "payer_id", "currency", "price", "basis", "waived", "direct_cost")
    for run, payer, currency, price, basis, waived, cost in rows(models.RunFinance, *columns):
        runs[run].payer = payer
        runs[run].money = {
            "currency": currency,
            "price": Decimal(price),
            "is_per_person": basis == "per_person",
            "waived": Decimal(waived),
            "cost": Decimal(cost),
        }


def _sessions(runs, people) -> dict[int, Session]:
    venues = dict(rows(models.Venue, "pk", "province_id"))
    found = {}
    columns = ("pk", "run_id", "starts_at", "ends_at", "planned_minutes", "venue_id", "recording")
    for pk, run_id, starts, ends, minutes, venue, recording, status, cascade, closed in rows(
        models.Session, *columns, "status", "cascade_of_id", "closed_at"
    ):
        run = runs[run_id]
        found[pk] = Session(
            pk,
            run,
            starts,
            ends,
            starts.astimezone(LOCAL).date(),
            minutes,
            venues.get(venue, run.place),
            recording,
            status,
            is_cascade=cascade is not None,
            is_closed=closed is not None,
        )
        run.sessions.append(found[pk])
    for session, person in rows(models.SessionTrainer, "session_id", "person_id"):
        found[session].trainers.add(people[person].id)
        found[session].run.helpers.add(people[person].id)
    for (session,) in rows(models.SessionEvidence, "session_id"):
        found[session].has_evidence = True
    for session, role, *numbers in rows(models.Headcount, "session_id", "role", *HEADS):
        for sex, number in zip(HEADS.values(), numbers, strict=True):
            found[session].heads.append((role or None, sex, number))
    return found


def _enrollments(runs, people) -> dict[int, Enrollment]:
    found = {}
    columns = ("pk", "run_id", "person_id", "status", "status_since", "source", "confirmed_at")
    job = ("role", "sector", "province_id", "employer_id")
    for pk, run, person, *facts, role, sector, province, employer in rows(
        models.Enrollment, *columns, *job
    ):
        found[pk] = Enrollment(
            pk,
            runs[run],
            people[person],
            *facts,
            role or None,
            sector or None,
            province,
            employer,
        )
        runs[run].enrollments.append(found[pk])
    for enrollment, is_met, met_on in rows(models.Completion, "enrollment_id", "is_met", "met_on"):
        found[enrollment].met_on = met_on if is_met else None
    return found


def _open_pairs(people) -> list[tuple[int, int]]:
    """Pairs in the queue whose records both still count and that nobody told apart."""
    decided = set(rows(models.DistinctPair, "first_id", "second_id"))
    return [
        (one, other)
        for one, other in rows(models.DuplicateCandidate, "first_id", "second_id")
        if (one, other) not in decided and people[one].id == one and people[other].id == other
    ]
