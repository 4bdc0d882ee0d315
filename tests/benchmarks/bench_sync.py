"""50 trainers hand in 40 marks each within a minute, over the loopback, against a real server."""

import statistics
import threading
import time
from random import Random

from django.contrib.auth import get_user_model
from django.db import connections, transaction

from courses.actions.groups import ensure_groups
from courses.models import Attendance, Enrollment, Person, RunTrainer
from tests.benchmarks.measure import Figure, benchmark, database_of_its_own
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    PersonFactory,
    SessionFactory,
)
from tests.sync_line import Line, served, tap

TRAINERS, MARKS, WITHIN = 50, 40, 60
DATA = "50 trainers, 40 marks each in one batch, within 60 s, two workers of four threads"


@benchmark("sync_p95_s", "sync_p50_s", "sync_errors")
def syncing():
    with database_of_its_own():
        trainers, _staff = ensure_groups()
        course = CourseFactory(code="SYNC", topics=[])
        with transaction.atomic():
            registers = [register(number, course, trainers) for number in range(TRAINERS)]
        with served() as (port, _process):
            phones = [(Line(port, user), taps) for user, taps in registers]
            took, errors = handed_in(phones)
        assert Attendance.objects.count() == TRAINERS * MARKS
        connections.close_all()
    yield Figure("sync_p95_s", statistics.quantiles(took, n=20)[18], "s", DATA, bar=1)
    yield Figure("sync_p50_s", statistics.median(took), "s", DATA)
    yield Figure("sync_errors", errors, "requests", DATA, bar=0)


def register(number, course, trainers):
    """A trainer with her own run of today, and a tap for everybody."""
    user = get_user_model().objects.create_user(f"sync-{number}")
    user.groups.add(trainers)
    run = CourseRunFactory(course=course, code=f"SYNC-{number}", capacity=MARKS)
    RunTrainer.objects.create(run=run, person=PersonFactory(user=user), is_lead=True)
    session = SessionFactory(run=run)
    cards = (f"SYNC-{number}-{place}" for place in range(MARKS))
    people = Person.objects.bulk_create([PersonFactory.build(card_code=card) for card in cards])
    places = Enrollment.objects.bulk_create(
        Enrollment(run=run, person=person, status="enrolled", source="staff", employer=run.host)
        for person in people
    )
    return user, [tap(session, place, order) for order, place in enumerate(places, start=1)]


def handed_in(phones):
    """Seconds that each batch took, and how many failed."""
    rng, took, errors = Random(7), [], []

    def hand_in(line, taps, pause):
        time.sleep(pause)
        start = time.perf_counter()
        status, results = line.send(taps)
        took.append(time.perf_counter() - start)
        if status != 200 or {each["status"] for each in results} != {"created"}:
            errors.append(status)

    threads = [
        threading.Thread(target=hand_in, args=(*phone, rng.uniform(0, WITHIN))) for phone in phones
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took, len(errors)
