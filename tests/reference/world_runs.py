"""The runs of a random world: sessions, places, marks, counts, completions and money."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from courses import models
from tests.reference.dump import LOCAL
from tests.reference.world_agreed import agreed
from tests.reference.world_asked import asked
from tests.reference.world_people import (
    EDGES,
    PROVINCES,
    ROLES,
    SECTORS,
    about,
    record_that_counts,
)

NOW = datetime(2026, 4, 10, 3, tzinfo=UTC)
STATUSES = ("held", "held", "held", "held", "planned", "cancelled", "postponed")
PLACES = ("enrolled",) * 6 + (
    "withdrawn",
    "substituted",
    "waitlisted",
    "requested",
    "declined",
    "guest",
)


def run(world: Any, code: str) -> models.CourseRun:
    """One run with all that belongs to it."""
    rng = world.rng
    pick = rng.choice
    moments = sorted({_moment(rng) for _ in range(rng.randint(0, 5))})
    row = models.CourseRun(
        code=code,
        course=pick(world.courses),
        host=world.organizations[0],
        venue=pick([None, models.Venue(name_en="V", province_id=pick(["05", "08"]))]),
        province_id=pick(["05", "12"]),
        delivery_language=pick(["km", "en"]),
    )
    projects = rng.sample(world.projects, pick((0, 1, 2)))
    trainers = _trainers(world, row)
    sessions = [_session(world, row, moment) for moment in moments]
    due = [each.day for each in sessions if each.status in ("held", "planned")]
    row.starts_on, row.ends_on = min(due, default=None), max(due, default=None)
    models.Venue.objects.bulk_create(each.venue for each in (row, *sessions) if each.venue)
    row.save()
    row.projects.add(*projects)
    models.RunTrainer.objects.bulk_create(trainers)
    models.Session.objects.bulk_create(sessions)
    _around(world, sessions)
    places = _places(world, row, moments)
    _marks(world, sessions, places)
    completions = _completions(world, places)
    _tests(world, row, places)
    _money(world, row, code)
    asked(row, places, completions)
    agreed(world, row, f"{code} {row.starts_on} {len(places)}")
    return row


def _moment(rng) -> datetime:
    """Any hour of half a year, or the minutes around midnight at an edge."""
    if rng.random() < 0.4:
        day = rng.choice(EDGES) + timedelta(days=1)
        midnight = datetime.combine(day, datetime.min.time(), LOCAL).astimezone(UTC)
        return midnight + timedelta(minutes=rng.choice((-60, -1, 0, 1, 480)))
    return datetime(2025, 11, 1, 0, 30, tzinfo=UTC) + timedelta(hours=rng.randrange(24 * 200))


def _trainers(world, row) -> list[models.RunTrainer]:
    """Often none leads; some train for nobody known."""
    count = world.rng.choice((0, 1, 1, 2))
    return [
        models.RunTrainer(
            run=row,
            person=person,
            is_lead=place == 0 and world.rng.random() < 0.8,
            organization=world.rng.choice([*world.organizations, None]),
        )
        for place, person in enumerate(world.rng.sample(world.people, count))
    ]


def _session(world, row, moment) -> models.Session:
    pick = world.rng.choice
    recording = pick(("named", "named", "named", "headcount"))
    return models.Session(
        run=row,
        starts_at=moment,
        ends_at=moment + timedelta(hours=3),
        planned_minutes=pick((45, 120, 180)),
        status=pick(STATUSES),
        recording=recording,
        venue=pick([None, None, models.Venue(name_en="V", province_id="12")]),
        closed_at=pick((None, moment + timedelta(hours=4))),
    )


def _around(world, sessions) -> None:
    """Who trained one session, counts without names, what shows them, and who passed on."""
    rng = world.rng
    earlier = models.Enrollment.objects.order_by("pk").first()
    trainers, heads, evidence = [], [], []
    for session in sessions:
        if rng.random() < 0.2:
            person = rng.choice(world.people)
            trainers.append(models.SessionTrainer(session=session, person=person))
        if session.recording == "named" and rng.random() < 0.9:
            continue
        for role in rng.sample(("", "worker", "manager"), 2):
            numbers = {name: rng.choice((0, 0, 7, 60)) for name in ("women", "men", "another")}
            numbers["unknown"] = rng.choice((0, 3))
            heads.append(models.Headcount(session=session, role=role, **numbers))
        for digest in rng.sample("ab", rng.randint(0, 2)):
            moment = session.ends_at
            evidence.append(
                models.SessionEvidence(
                    session=session, kind="sheet", size=1, sha256=digest, uploaded_at=moment
                )
            )
        if session.recording == "headcount" and earlier and rng.random() < 0.5:
            session.cascade_of = earlier
            session.save(update_fields=["cascade_of"])
    models.SessionTrainer.objects.bulk_create(trainers)
    models.Headcount.objects.bulk_create(heads)
    models.SessionEvidence.objects.bulk_create(evidence)


def _places(world, row, moments) -> list[models.Enrollment]:
    """Everybody once, whichever of her records it is; at the end one that was merged away."""
    rng = world.rng
    people = {record_that_counts(each).pk: each for each in rng.sample(world.people, 6)}
    places = [_place(world, row, person, moments) for person in people.values()]
    models.Enrollment.objects.bulk_create(places)
    absorbed = [each for each in world.people if each.merged_into and each not in people.values()]
    if absorbed and places:
        gone = _place(world, row, rng.choice(absorbed), moments)
        gone.status, gone.merged_into = "merged", rng.choice(places)
        gone.save()
        places.append(gone)
    return places


def _place(world, row, person, moments) -> models.Enrollment:
    pick = world.rng.choice
    near = pick(moments or [NOW])
    return models.Enrollment(
        run=row,
        person=person,
        status=pick(PLACES),
        status_since=near + timedelta(hours=pick((-72, -1, 0, 1, 40))),
        confirmed_at=pick([None, *[near + timedelta(hours=pick((-72, -1, 0, 1)))] * 4]),
        source=pick(("staff", "self", "import", "substitute", "walk_in")),
        role=pick(ROLES),
        sector=pick(SECTORS),
        province_id=pick(PROVINCES),
        employer=pick([*world.organizations, None]),
    )


def _marks(world, sessions, places) -> None:
    """Also in sessions that were called off or count heads; some people never come."""
    places = [place for place in places if world.rng.random() < 0.8]
    models.Attendance.objects.bulk_create(
        models.Attendance(
            session=session,
            enrollment=place,
            presence=world.rng.choice(
                ("present", "present", "present", "late", "left_early", "excused", "absent")
            ),
            credited_minutes=world.rng.choice((session.planned_minutes, 45, 1, 0)),
            marked_at=session.ends_at,
        )
        for session in sessions
        for place in places
        if world.rng.random() < 0.65
    )


def _completions(world, places) -> list[models.Completion]:
    rng = world.rng
    rows = [
        models.Completion(enrollment=place, is_met=True, met_on=_day(rng))
        if rng.random() < 0.7
        else models.Completion(enrollment=place)
        for place in places
        if rng.random() < 0.6
    ]
    return models.Completion.objects.bulk_create(rows)


def _day(rng) -> date:
    return about(rng) if rng.random() < 0.5 else date(2025, 11, 1) + timedelta(rng.randrange(240))


def _tests(world, row, places) -> None:
    """Of some runs; some people took one of both, and some of them knew everything before. Drawn
    apart, so that the worlds of known numbers stay what they were."""
    rng = Random(f"{row.starts_on} {row.province_id} {len(places)}")
    if rng.random() < 0.3:
        return
    source, _ = models.KnowledgeTest.objects.get_or_create(course=row.course, title_en="T")
    models.RunTest.objects.create(run=row, source=source, pass_percent=rng.choice((50, 60, 67)))
    models.TakenTest.objects.bulk_create(
        models.TakenTest(
            enrollment=place,
            moment=moment,
            form=rng.choice("AB"),
            way="paper",
            score=rng.choice((0, 1, 2, points)),
            max_score=points,
            taken_at=NOW,
        )
        for place in places
        for moment, points in (("pre", 3), ("post", rng.choice((3, 7))))
        if rng.random() < 0.8
    )


def _money(world, row, code) -> None:
    rng = world.rng
    if rng.random() < 0.6:
        models.RunFinance.objects.create(
            run=row,
            currency=rng.choice(("USD", "USD", "KHR")),
            payer=rng.choice([*world.organizations[-2:], None]),
            price=rng.choice((0, 40, "99.95")),
            basis=rng.choice(("flat", "per_person")),
            waived=rng.choice((0, 30, 500)),
            waiver_reason="New factory",
            direct_cost=rng.choice((0, 120, "33.33")),
        )
