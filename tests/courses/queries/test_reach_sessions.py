"""Sessions delivered and people counted without names: against a second, plain way to count."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest

from courses.models import Headcount, Session, SessionEvidence
from courses.queries.reach import ReachFilters, reach
from courses.queries.reach_counts import Sexes
from courses.queries.reach_sessions import Counted, Delivered, counted, delivered
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    TopicFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
LOCAL = ZoneInfo("Asia/Phnom_Penh")
FIRST, LAST = date(2026, 2, 1), date(2026, 4, 30)


class World:
    """A few runs with sessions around the period, of every status, with names and without."""

    def __init__(self, seed):
        self.rng = Random(seed)
        self.topic = TopicFactory()
        self.courses = [CourseFactory(topics=topics) for topics in ([], [self.topic])]
        self.hosts = [OrganizationFactory(sector=sector) for sector in ("garment", "footwear")]
        self.venues = [None, VenueFactory(province_id="12"), VenueFactory(province_id="05")]
        self.certified = EnrollmentFactory()
        for _ in range(4):
            self._run()

    def _run(self):
        pick = self.rng.choice
        run = CourseRunFactory(
            course=pick(self.courses), host=pick(self.hosts), province_id=pick(["05", "12"])
        )
        for hour in self.rng.sample(range(24 * 160), 6):
            session = self._session(run, hour)
            for role in self.rng.sample(["", "worker", "manager"], 2):
                numbers = {sex: self.rng.randrange(200) for sex in ("women", "men", "another")}
                if session.recording == "headcount":
                    self._keep_file(session)
                    Headcount.objects.create(session=session, role=role, unknown=3, **numbers)

    def _keep_file(self, session):
        """Often none, sometimes one, and of two roles sometimes two."""
        if self.rng.random() < 0.4:
            SessionEvidence.objects.create(
                session=session,
                kind=self.rng.choice(["sheet", "photo"]),
                size=1,
                sha256=str(self.rng.random()),
                uploaded_at=session.ends_at,
            )

    def _session(self, run, hour):
        pick = self.rng.choice
        starts_at = datetime(2026, 1, 1, 0, 30, tzinfo=UTC) + timedelta(hours=hour)
        recording = pick(["named", "headcount", "headcount"])
        return Session.objects.create(
            run=run,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
            planned_minutes=pick([45, 90, 120]),
            venue=pick(self.venues),
            status=pick(["held", "held", "held", "cancelled", "postponed", "planned"]),
            recording=recording,
            cascade_of=pick([None, self.certified]) if recording == "headcount" else None,
        )


def chosen(filters):
    """The sessions that count, looked through one by one."""
    for session in Session.objects.all():
        day, run = session.starts_at.astimezone(LOCAL).date(), session.run
        province = session.venue.province_id if session.venue else run.province_id
        topics = [topic.pk for topic in run.course.topics.all()]
        if (
            filters.start <= day <= filters.end
            and filters.province in (None, province)
            and filters.sector in (None, run.host.sector)
            and filters.course in (None, run.course_id)
            and filters.topic in (None, *topics)
            and (filters.area is None or run.province_id in filters.area)
        ):
            yield session


def plain_delivered(filters):
    by_status = {}
    for session in chosen(filters):
        by_status.setdefault(session.status, []).append(session)
    held = by_status.get("held", [])
    return Delivered(
        minutes=sum(session.planned_minutes for session in held),
        runs=len({session.run_id for session in held}),
        held=len(held),
        cancelled=len(by_status.get("cancelled", [])),
        postponed=len(by_status.get("postponed", [])),
    )


def plain_counted(filters):
    sums = {True: [0, 0, 0, 0], False: [0, 0, 0, 0]}
    proven = {True: 0, False: 0}
    for session in chosen(filters):
        for row in session.headcounts.all() if session.status == "held" else ():
            parts = sums[session.cascade_of is not None]
            for place, sex in enumerate(("women", "men", "another", "unknown")):
                parts[place] += getattr(row, sex)
                if session.evidence.exists():
                    proven[session.cascade_of is not None] += getattr(row, sex)
    return Counted(Sexes(*sums[False]), Sexes(*sums[True]), proven[False], proven[True])


@pytest.mark.parametrize("seed", range(12))
def test_figures_equal_those_of_a_second_implementation(seed):
    world = World(seed)
    for narrowing in (
        {},
        {"topic": world.topic.pk},
        {"course": world.courses[0].pk},
        {"province": "05"},
        {"sector": "garment", "province": "12"},
        {"area": frozenset(["12"])},
        {"area": frozenset()},
    ):
        filters = ReachFilters(FIRST, LAST, **narrowing)
        assert delivered(filters) == plain_delivered(filters)
        assert counted(filters) == plain_counted(filters)


def test_counts_stand_apart_from_people_and_add_up_over_periods():
    World(99)
    middle = date(2026, 3, 15)
    halves = [
        reach(ReachFilters(FIRST, middle)),
        reach(ReachFilters(middle + timedelta(days=1), LAST)),
    ]
    whole = reach(ReachFilters(FIRST, LAST))

    assert whole.is_empty and not whole.counted.is_nothing
    for name in ("without_names", "passed_on"):
        parts = [getattr(half.counted, name).total for half in halves]
        assert sum(parts) == getattr(whole.counted, name).total
    assert sum(half.delivered.minutes for half in halves) == whole.delivered.minutes


def test_hours_have_one_decimal_place():
    assert Delivered(minutes=405).hours == 6.8
