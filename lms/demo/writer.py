"""Writes the seeds of the demo story as rows, in bulk."""

import uuid
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from courses import models
from courses.actions.announcing import remember_plan
from courses.actions.completion import refresh_completions
from courses.actions.enrollment import JobAtTheTime
from courses.choices import ATTENDED, MarkSource, OrganizationKind, Role, SessionStatus
from courses.models import RULE_FIELDS
from courses.rules import card_codes, khmer
from courses.rules.attendance import credited_minutes
from courses.rules.keys import person_keys
from courses.rules.phones import parse_phones
from lms.demo.chains import write_chain
from lms.demo.organizations import FROM_ABROAD, OrganizationSeed, organization_seeds
from lms.demo.people import PersonSeed, people_seeds
from lms.demo.runs import CANCELLED, EnrollmentSeed, RunSeed, run_seeds
from lms.demo.tasks import write_task_marks

SEED = 2026
NAMESPACE = uuid.UUID("5a1a5a1a-0000-4000-8000-000000000000")


class World:
    """The rows that were written, in the order of their seeds."""

    def __init__(self, today: date):
        rng = Random(SEED)
        self.today = today
        self.random_bytes = rng.randbytes
        self.organization_seeds = organization_seeds(rng)
        self.people_seeds = people_seeds(self.organization_seeds, rng)
        self.run_seeds = run_seeds(self.organization_seeds, self.people_seeds, today, rng)
        self.organizations: list[models.Organization] = []
        self.venues: list[models.Venue] = []
        self.people: list[models.Person] = []
        self.runs: list[models.CourseRun] = []
        self.train_for: dict[int, models.Organization] = {}


def write_world(today: date, trainers: list[models.Person], *, by) -> World:
    """Write organizations, people, runs, enrolments and registers. The courses must be there.

    Deterministic for a given `today`. Completions are computed and announced run by run, so that
    certificates follow in the ordinary way.
    """
    world = World(today)
    _write_organizations(world)
    _write_people(world)
    _write_trainers_jobs(world, trainers)
    for number, seed in enumerate(world.run_seeds):
        world.runs.append(_write_run(world, number, seed, trainers, by))
    for run, seed in zip(world.runs, world.run_seeds, strict=True):
        if seed.held:
            refresh_completions(run, by=by)
    return world


def _write_organizations(world: World) -> None:
    for seed in world.organization_seeds:
        world.organizations.append(_organization(seed, world.organizations))
    world.venues = models.Venue.objects.bulk_create(
        models.Venue(
            name_en="Meeting hall" if row.kind == "factory" else "Training room",
            name_km="សាលប្រជុំ" if row.kind == "factory" else "បន្ទប់បណ្តុះបណ្តាល",
            organization=row,
            province=row.province,
        )
        for row in world.organizations
    )


def _organization(seed: OrganizationSeed, before: list) -> models.Organization:
    parent = next((row for row in before if seed.parent and row.name_en == seed.parent), None)
    return models.Organization.objects.create(
        name_en=seed.name_en,
        name_km=seed.name_km,
        kind=seed.kind,
        sector=seed.sector,
        short_name=seed.short_name,
        province_id=seed.province,
        parent=parent,
        is_national=seed.name_en not in FROM_ABROAD,
    )


def _write_trainers_jobs(world: World, trainers: list[models.Person]) -> None:
    """They train for the two institutes in turn."""
    institutes = [row for row in world.organizations if row.kind == OrganizationKind.INSTITUTE]
    for number, trainer in enumerate(trainers):
        world.train_for[trainer.pk] = institutes[number % len(institutes)]
    models.Employment.objects.bulk_create(
        models.Employment(
            person=trainer, organization=world.train_for[trainer.pk], role=Role.TRAINER
        )
        for trainer in trainers
    )


def _write_people(world: World) -> None:
    world.people = models.Person.objects.bulk_create(
        _person(seed, world) for seed in world.people_seeds
    )
    pairs = list(zip(world.people, world.people_seeds, strict=True))
    models.Employment.objects.bulk_create(
        models.Employment(
            person=person, organization=world.organizations[seed.organization], role=seed.role
        )
        for person, seed in pairs
    )
    models.PersonPhone.objects.bulk_create(
        models.PersonPhone(
            person=person, raw=phone.raw, e164=phone.e164 or "", is_shared=seed.phone_is_shared
        )
        for person, seed in pairs
        for phone in parse_phones(seed.phone)
    )
    notices = {notice.kind: notice for notice in models.ConsentNotice.objects.current()}
    models.Consent.objects.bulk_create(
        models.Consent(person=person, kind=kind, is_given=is_given, notice=notices.get(kind))
        for person, seed in pairs
        for kind, is_given in seed.consents
    )


def _person(seed: PersonSeed, world: World) -> models.Person:
    name_km = khmer.clean(seed.name_km)
    return models.Person(
        uuid=uuid.UUID(bytes=world.random_bytes(16), version=4),
        card_code=card_codes.new_card_code(world.random_bytes),
        name_km=name_km,
        family_name_latin=seed.family_name_latin,
        given_name_latin=seed.given_name_latin,
        sex=seed.sex,
        birth_year=seed.birth_year,
        **person_keys(name_km, f"{seed.family_name_latin} {seed.given_name_latin}"),
    )


def _write_run(world: World, number: int, seed: RunSeed, trainers, by) -> models.CourseRun:
    course = models.Course.objects.get(code=seed.course)
    host = world.organizations[seed.host]
    lead = trainers[number % len(trainers)]
    run = models.CourseRun.objects.create(
        uuid=uuid.uuid5(NAMESPACE, f"run {number}"),
        code=f"{seed.course}-{seed.slots[0].starts.year}-{number + 1:03d}",
        course=course,
        host=host,
        venue=world.venues[seed.host],
        province=host.province,
        capacity=seed.capacity,
        enrollment_policy=seed.policy,
        starts_on=seed.slots[0].starts.date(),
        ends_on=seed.slots[-1].starts.date(),
        owner=by,
        **{name: getattr(course, name) for name in RULE_FIELDS},
    )
    models.RunTrainer.objects.create(
        run=run, person=lead, is_lead=True, organization=world.train_for[lead.pk]
    )
    sessions = models.Session.objects.bulk_create(
        _session(run, place, seed, lead.user) for place in range(len(seed.slots))
    )
    enrollments = models.Enrollment.objects.bulk_create(
        _enrollment(world, run, place, each, seed) for place, each in enumerate(seed.enrollments)
    )
    _write_marks(seed, sessions, enrollments, lead.user)
    if run.is_task_marked:
        told = list(zip(enrollments, seed.enrollments, strict=True))
        write_task_marks(run, told, run.ends_on, by=lead.user)
    remember_plan(run)
    return run


def _session(run: models.CourseRun, place: int, seed: RunSeed, user) -> models.Session:
    slot = seed.slots[place]
    is_cancelled = place in seed.cancelled
    is_held = place < seed.held and not is_cancelled
    is_closed = is_held and not (place == seed.held - 1 and seed.held < len(seed.slots))
    status = SessionStatus.HELD if is_held else SessionStatus.PLANNED
    return models.Session(
        uuid=uuid.uuid5(NAMESPACE, f"{run.code} {place}"),
        run=run,
        starts_at=timezone.make_aware(slot.starts),
        ends_at=timezone.make_aware(slot.ends),
        planned_minutes=slot.minutes,
        status=SessionStatus.CANCELLED if is_cancelled else status,
        status_reason=CANCELLED if is_cancelled else "",
        closed_at=timezone.make_aware(slot.ends + timedelta(minutes=10)) if is_closed else None,
        closed_by=user if is_closed else None,
    )


def _enrollment(
    world: World, run: models.CourseRun, place: int, each: EnrollmentSeed, seed: RunSeed
) -> models.Enrollment:
    person_seed = world.people_seeds[each.person]
    job = JobAtTheTime(person_seed.role, world.organizations[person_seed.organization])
    employer = job.employer
    since = datetime.combine(seed.slots[0].starts.date() - timedelta(days=14), time(9))
    since = timezone.make_aware(since + timedelta(minutes=place))
    last_day = seed.slots[-1].starts.date()
    is_ticked = run.needs_task and not run.is_task_marked
    return models.Enrollment(
        uuid=uuid.uuid5(NAMESPACE, f"{run.code} enrolment {place}"),
        run=run,
        person=world.people[each.person],
        status=each.status,
        status_since=since,
        confirmed_at=since if each.status == "enrolled" else None,
        source=each.source,
        role=job.role,
        employer=employer,
        sector=employer.sector,
        province=employer.province,
        task_done_on=last_day if each.task_is_done and is_ticked else None,
    )


def _write_marks(seed: RunSeed, sessions, enrollments, user) -> None:
    marks = []
    for place, session in enumerate(sessions):
        if place in seed.cancelled:
            continue
        here = [
            (enrollment, *each.marks[place])
            for enrollment, each in zip(enrollments, seed.enrollments, strict=True)
            if place < len(each.marks)
        ]
        events = [_event(session, *mark, user) for mark in here]
        write_chain(session, events)
        marks += [
            _mark(session, *mark, str(event.uuid), user)
            for mark, event in zip(here, events, strict=True)
        ]
    models.Attendance.objects.bulk_create(marks)


def _event(session, enrollment, presence, missed, user) -> models.AttendanceEvent:
    return models.AttendanceEvent(
        uuid=uuid.uuid5(session.uuid, str(enrollment.uuid)),
        session=session,
        enrollment=enrollment,
        presence=presence,
        minutes_missed=missed,
        source=MarkSource.REGISTER,
        recorded_at=session.ends_at,
        recorded_by=user,
    )


def _mark(session, enrollment, presence, missed, head, user) -> models.Attendance:
    planned = session.planned_minutes
    is_here = presence in ATTENDED
    return models.Attendance(
        session=session,
        enrollment=enrollment,
        presence=presence,
        minutes_missed=missed,
        credited_minutes=credited_minutes(presence, planned=planned, missed=missed)
        if is_here
        else 0,
        heads=[head],
        marked_at=session.ends_at,
        marked_by=user,
    )
