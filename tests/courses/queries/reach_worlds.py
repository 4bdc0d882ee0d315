"""Small random worlds for the reach figures, and a second, plain way to count them."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from courses.models import Attendance, Completion, Enrollment, Session
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    OrganizationFactory,
    PersonFactory,
    TopicFactory,
)

LOCAL = ZoneInfo("Asia/Phnom_Penh")
FIRST, LAST = date(2026, 2, 1), date(2026, 4, 30)
SEXES = ("female", "female", "male", "another", "not_stated")


class World:
    """A few people on a few runs around the period, with everything that must not count."""

    def __init__(self, seed):
        self.rng = Random(seed)
        self.topics = [TopicFactory() for _ in range(2)]
        self.courses = [
            CourseFactory(topics=topics) for topics in ([], self.topics[:1], self.topics)
        ]
        self.organizations = [
            OrganizationFactory(kind=kind) for kind in ("factory", "factory", "federation")
        ]
        self.organizations[2].is_national = False
        self.organizations[2].save()
        self.people = [PersonFactory(sex=self.rng.choice(SEXES)) for _ in range(6)]
        for _ in range(5):
            self._run()
        if self.rng.random() < 0.5:
            self._merge(*self.organizations[:2])

    def _merge(self, kept, other):
        """Some day around the end of the period, or they always were the same."""
        day = LAST + timedelta(days=self.rng.randint(-1, 1))
        other.status, other.merged_into = "merged", kept
        other.merged_on = self.rng.choice([day, None])
        other.save()

    def _run(self):
        pick = self.rng.choice
        run = CourseRunFactory(course=pick(self.courses), host=self.organizations[0], venue=None)
        for is_lead in (True, False):
            person = pick([*self.people, *(PersonFactory() for _ in range(4))])
            if self.rng.random() < 0.6 and not run.run_trainers.filter(person=person).exists():
                employer = pick([*self.organizations, None])
                run.run_trainers.create(person=person, is_lead=is_lead, organization=employer)
        moments = sorted(self.rng.sample(range(24 * 160), 3))
        sessions = Session.objects.bulk_create(self._session(run, hour) for hour in moments)
        enrollments = Enrollment.objects.bulk_create(
            self._enrollment(run, person) for person in self.people if self.rng.random() < 0.8
        )
        Attendance.objects.bulk_create(
            self._mark(session, enrollment)
            for session in sessions
            for enrollment in enrollments
            if self.rng.random() < 0.7
        )
        Completion.objects.bulk_create(
            self._completion(enrollment) for enrollment in enrollments if self.rng.random() < 0.7
        )

    def _session(self, run, hour):
        starts_at = datetime(2026, 1, 1, 0, 30, tzinfo=UTC) + timedelta(hours=hour)
        return Session(
            run=run,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=3),
            planned_minutes=180,
            status=self.rng.choice(["held", "held", "held", "cancelled", "planned"]),
        )

    def _enrollment(self, run, person):
        pick = self.rng.choice
        return Enrollment(
            run=run,
            person=person,
            status=pick(["enrolled"] * 5 + ["withdrawn", "waitlisted"]),
            source="staff",
            role=pick(["worker", "supervisor", "official", ""]),
            sector=pick(["garment", "footwear", ""]),
            province_id=pick(["05", "12", None]),
            employer=pick([*self.organizations, None]),
        )

    def _mark(self, session, enrollment):
        return Attendance(
            session=session,
            enrollment=enrollment,
            presence=self.rng.choice(["present", "present", "late", "left_early", "absent"]),
            credited_minutes=self.rng.choice([180, 90, 1, 0]),
            marked_at=session.ends_at,
        )

    def _completion(self, enrollment):
        day = date(2026, 1, 1) + timedelta(days=self.rng.randrange(150))
        is_met = self.rng.random() < 0.7
        return Completion(enrollment=enrollment, is_met=is_met, met_on=day if is_met else None)


def count(filters):
    """The figures of a period as plain numbers, counted row by row with sets."""
    sets = defaultdict(set)
    latest = {}
    for enrollment in _enrollments():
        if not _counts(enrollment, filters):
            continue
        person, places = enrollment.person, _places(enrollment)
        ways = [("all", "all"), *places]
        came = sorted(
            (mark.session.starts_at, mark.pk)
            for mark in enrollment.attendances.all()
            if _is_attendance(mark)
        )
        inside = [(at, mark) for at, mark in came if _inside(at, filters)]
        for at, mark in inside:
            month = ("month", _day(at).replace(day=1))
            for way in (*ways, month):
                sets["attendances", way].add(mark)
            for way in (*[way for way in ways if way[0] in ("topic", "course")], month):
                sets["people", way].add(person.pk)
            if enrollment.employer:
                employer = enrollment.employer.standing_on(filters.end)
                sets["organizations", employer.kind].add(employer.pk)
            seen = latest.get(person.pk)
            if seen is None or (at, enrollment.pk) > seen[0]:
                latest[person.pk] = ((at, enrollment.pk), places)
        if came and _inside(came[0][0], filters):
            for way in (*ways, ("month", _day(came[0][0]).replace(day=1))):
                sets["participations", way].add(enrollment.pk)
                sets[person.sex, way].add(enrollment.pk)
            sets["led", _lead(enrollment.run)].add(enrollment.pk)
        completion = getattr(enrollment, "completion", None)
        if completion and completion.is_met:
            met_on = completion.met_on
            if filters.start <= met_on <= filters.end:
                sets["people_completed", "all"].add(person.pk)
                for way in (*ways, ("month", met_on.replace(day=1))):
                    sets["completions", way].add(enrollment.pk)
    for person, (_when, places) in latest.items():
        for way in [("all", "all"), *places]:
            if way[0] not in ("topic", "course"):
                sets["people", way].add(person)
    return {key: len(found) for key, found in sets.items()}


def _enrollments():
    """Everything, with all that belongs to it at hand."""
    return Enrollment.objects.select_related(
        "person", "run__course", "employer", "completion"
    ).prefetch_related(
        "attendances__session", "run__course__topics", "run__run_trainers__organization"
    )


def _counts(enrollment, filters):
    trainers = [trainer.person_id for trainer in enrollment.run.run_trainers.all()]
    course = enrollment.run.course
    topics = [topic.pk for topic in course.topics.all()]
    return (
        enrollment.status == "enrolled"
        and enrollment.person_id not in trainers
        and filters.course in (None, course.pk)
        and filters.topic in (None, *topics)
        and filters.province in (None, enrollment.province_id)
        and filters.sector in (None, enrollment.sector)
    )


def _lead(run):
    """For what kind of organization the lead trainer trained."""
    for trainer in run.run_trainers.all():
        if trainer.is_lead and trainer.organization:
            return "national" if trainer.organization.is_national else "other"
    return "unknown"


def _is_attendance(mark):
    came = mark.presence in ("present", "late", "left_early")
    return came and mark.credited_minutes > 0 and mark.session.status == "held"


def _day(moment):
    return moment.astimezone(LOCAL).date()


def _inside(moment, filters):
    return filters.start <= _day(moment) <= filters.end


def _places(enrollment):
    sex = enrollment.person.sex
    return [
        *(("topic", topic.pk) for topic in enrollment.run.course.topics.all()),
        *([] if enrollment.run.course.topics.all() else [("topic", None)]),
        ("course", enrollment.run.course_id),
        ("sex", None if sex == "not_stated" else sex),
        ("role", enrollment.role or None),
        ("sector", enrollment.sector or None),
        ("province", enrollment.province_id),
    ]
