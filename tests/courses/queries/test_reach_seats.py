"""No-shows and walk-ins of a period: against a second, plain way to count, and rule by rule."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.models import Attendance, CourseRun, Enrollment, RunTrainer, Session
from courses.queries.attending import figures_of
from courses.queries.reach import ReachFilters
from courses.queries.reach_seats import seats
from courses.rules.no_shows import Figures
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
LOCAL = ZoneInfo("Asia/Phnom_Penh")
FIRST, LAST = date(2026, 2, 1), date(2026, 4, 30)
NOW = datetime(2026, 4, 10, 3, 0, tzinfo=UTC)
HOURS = 24 * 150


def moment(hour):
    """An hour after the beginning of the year, some minutes into it."""
    return datetime(2026, 1, 1, 0, 30, tzinfo=UTC) + timedelta(hours=hour)


class World:
    """A few people on a few runs around the period; everything else is thrown."""

    def __init__(self, rng):
        self.rng = rng
        self.topic = TopicFactory()
        self.courses = [CourseFactory(topics=topics) for topics in ([], [self.topic])]
        self.host = OrganizationFactory()
        self.people = [PersonFactory() for _ in range(4)]
        for _ in range(rng.randint(1, 4)):
            self._run()

    def _run(self):
        pick = self.rng.choice
        run = CourseRunFactory(
            course=pick(self.courses), host=self.host, venue=None, province_id=pick(["05", "12"])
        )
        if pick([True, False, False]):
            RunTrainer.objects.create(run=run, person=pick(self.people), is_lead=True)
        hours = self.rng.sample(range(HOURS), self.rng.randint(0, 3))
        sessions = [self._session(run, hour) for hour in hours]
        for person in self.rng.sample(self.people, self.rng.randint(0, 4)):
            place = self._place(run, person, hours or [0])
            for session in sessions:
                if session.recording == "named" and pick([True, False]):
                    self._mark(session, place)

    def _session(self, run, hour):
        pick = self.rng.choice
        return Session.objects.create(
            run=run,
            starts_at=moment(hour),
            ends_at=moment(hour + 2),
            planned_minutes=120,
            status=pick(["held", "held", "held", "planned", "cancelled", "postponed"]),
            recording=pick(["named", "named", "headcount"]),
        )

    def _place(self, run, person, hours):
        """An enrolment whose seat and status began around the beginning of a session."""
        pick = self.rng.choice
        near = [pick(hours) + pick([-72, -30, -1, 0, 1, 40]) for _ in range(2)]
        return Enrollment.objects.create(
            run=run,
            person=person,
            status=pick(["enrolled"] * 4 + ["withdrawn"] * 2 + ["substituted", "waitlisted"]),
            confirmed_at=pick([moment(near[0])] * 3 + [None]),
            status_since=moment(near[1]),
            source=pick(["staff", "self", "walk_in"]),
            sector=pick(["garment", "footwear", ""]),
            province_id=pick(["05", "12", None]),
        )

    def _mark(self, session, place):
        Attendance.objects.create(
            session=session,
            enrollment=place,
            presence=self.rng.choice(["present", "late", "left_early", "absent", "excused"]),
            credited_minutes=self.rng.choice([120, 1, 0]),
            marked_at=session.ends_at,
        )


def plain(filters):
    """The same figures, run by run and name by name."""
    found = Figures()
    for run in CourseRun.objects.all():
        sessions = list(run.sessions.all())
        due = [each.starts_at for each in sessions if each.status in ("planned", "held")]
        registers = [
            each for each in sessions if (each.status, each.recording) == ("held", "named")
        ]
        topics = [topic.pk for topic in run.course.topics.all()]
        if (
            not registers
            or min(due) > NOW
            or not filters.start <= min(due).astimezone(LOCAL).date() <= filters.end
            or filters.course not in (None, run.course_id)
            or filters.topic not in (None, *topics)
            or (filters.area is not None and run.province_id not in filters.area)
        ):
            continue
        for place in run.enrollments.all():
            found = plus(found, told(place, min(due), filters))
    return found


def told(place, begins, filters):
    """What one name on the list of a run adds, as a person with the papers would say it."""
    is_trainer = place.run.run_trainers.filter(person=place.person).exists()
    narrowed = [filters.sector, filters.province]
    here = [place.sector, place.province_id]
    if is_trainer or any(
        wanted not in (None, has) for wanted, has in zip(narrowed, here, strict=True)
    ):
        return {}
    seat, since = place.confirmed_at, place.status_since
    came = any(
        mark.presence in ("present", "late", "left_early") and mark.credited_minutes
        for mark in place.attendances.all()
        if mark.session.status == "held"
    )
    had_seat = seat is not None and seat <= begins and place.source != "walk_in"
    kept_it = place.status == "enrolled" or (place.status == "withdrawn" and since > begins)
    listed = had_seat and kept_it
    gave_up = place.status == "withdrawn" and seat is not None and seat <= since
    return {
        "confirmed": listed,
        "no_shows": listed and not came,
        "starters": came,
        "walk_ins": came and not listed,
        "substituted": place.status == "substituted",
        "late_withdrawals": gave_up and timedelta(0) <= begins - since <= timedelta(days=2),
    }


def plus(figures, more):
    return Figures(**{name: n + more.get(name, 0) for name, n in vars(figures).items()})


def check_world(rng):
    with transaction.atomic():
        world = World(rng)
        for narrowing in (
            {},
            {"topic": world.topic.pk},
            {"course": world.courses[0].pk, "sector": "garment"},
            {"province": "05"},
            {"area": frozenset(["12"])},
        ):
            filters = ReachFilters(FIRST, LAST, **narrowing)
            assert seats(filters, NOW) == plain(filters)
        transaction.set_rollback(True)


def examples(number):
    return settings(max_examples=number, deadline=None, suppress_health_check=list(HealthCheck))


worlds = st.randoms(use_true_random=False)


@given(rng=worlds)
@examples(12)
def test_figures_equal_those_of_a_second_implementation(rng):
    check_world(rng)


@pytest.mark.deep
@given(rng=worlds)
@examples(1000)
def test_figures_equal_those_of_a_second_implementation_in_many_worlds(rng):
    check_world(rng)


def begun_run(day, **session):
    run = CourseRunFactory(starts_on=day)
    seat = datetime(2026, 1, 1, tzinfo=UTC)
    places = [EnrollmentFactory(run=run, confirmed_at=seat) for _ in range(4)]
    held = SessionFactory(run=run, **{"status": "held", **session})
    return run, places, held


def test_a_run_counts_in_the_period_in_which_it_began_and_periods_add_up():
    for day in (date(2026, 1, 31), date(2026, 2, 2), date(2026, 3, 2)):
        _run, places, held = begun_run(day)
        AttendanceFactory(session=held, enrollment=places[0])

    february = seats(ReachFilters(FIRST, date(2026, 2, 28)), NOW)
    march = seats(ReachFilters(date(2026, 3, 1), LAST), NOW)

    assert february == march == Figures(confirmed=4, no_shows=3, starters=1)
    assert seats(ReachFilters(FIRST, LAST), NOW) == Figures(confirmed=8, no_shows=6, starters=2)


def test_who_comes_to_a_later_session_after_the_period_is_no_no_show():
    run, places, _held = begun_run(date(2026, 2, 27))
    later = SessionFactory(run=run, status="held", day_offset=10)
    AttendanceFactory(session=later, enrollment=places[0])

    assert seats(ReachFilters(FIRST, date(2026, 2, 28)), NOW).no_shows == 3


@pytest.mark.parametrize("session", [{"status": "planned"}, {"recording": "headcount"}])
def test_where_nobody_looked_who_came_nobody_is_missing(session):
    begun_run(date(2026, 2, 2), **session)

    assert seats(ReachFilters(FIRST, LAST), NOW) == Figures()


def test_the_period_says_what_its_only_run_says():
    run, places, held = begun_run(date(2026, 2, 2))
    AttendanceFactory(session=held, enrollment=places[0])
    AttendanceFactory(session=held, enrollment=EnrollmentFactory(run=run, source="walk_in"))

    found = seats(ReachFilters(FIRST, LAST), NOW)

    assert found == figures_of(run, NOW)
    assert (found.no_show_rate, found.walk_in_share) == (0.75, 0.5)
