"""Workers are killed and answers are lost while phones hand in: nothing is lost or doubled."""

import os
import random
import signal
import subprocess
import time
from http.client import HTTPException

import pytest

from courses.models import Attendance, AttendanceEvent, RunTrainer
from courses.queries.chain import broken_registers
from tests.conftest import user_in
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, SessionFactory
from tests.sync_line import Line, served, tap

pytestmark = [pytest.mark.usefixtures("committed_db"), pytest.mark.deep]
TIMES, BATCH = 20, 40
MOST, PAUSE = 120, 0.5


def world():
    user = user_in("Trainers", username="sync-trainer")
    run = CourseRunFactory(capacity=100)
    RunTrainer.objects.create(run=run, person=PersonFactory(user=user), is_lead=True)
    return user, SessionFactory(run=run), EnrollmentFactory.create_batch(BATCH, run=run)


def insist(line, taps):
    """As a phone does: again and again until the server has answered for each."""
    told = []
    while len(told) < MOST:
        try:
            status, results = line.send(taps)
        except (OSError, HTTPException) as error:
            status, results = repr(error), []
        if status == 200:
            return [result["status"] for result in results]
        told.append(status)
        time.sleep(PAUSE)
    raise AssertionError(f"The server did not come back: {told[-3:]}")


def check(taps):
    kept = [str(uuid) for uuid in AttendanceEvent.objects.values_list("uuid", flat=True)]
    assert sorted(kept) == sorted(each["event"] for each in taps)
    assert Attendance.objects.count() == BATCH
    assert list(broken_registers()) == []


def test_answers_that_are_lost_lose_and_double_nothing():
    user, session, places = world()
    sent = []
    with served() as (port, _process):
        line = Line(port, user)
        for turn in range(TIMES):
            taps = [tap(session, place, turn) for place in places]
            line.send_and_hang_up(taps)
            sent += taps
            assert set(insist(line, taps)) <= {"created", "duplicate"}
    check(sent)


def test_workers_that_are_killed_lose_and_double_nothing():
    user, session, places = world()
    sent, rng = [], random.Random(5)
    with served() as (port, process):
        line = Line(port, user)
        for turn in range(TIMES):
            taps = [tap(session, place, turn) for place in places]
            line.send_and_hang_up(taps)
            time.sleep(rng.uniform(0, 0.15))
            for worker in workers_of(process):
                os.kill(worker, signal.SIGKILL)
            sent += taps
            assert set(insist(line, taps)) <= {"created", "duplicate"}
    check(sent)


def workers_of(process):
    found = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True)
    return [int(pid) for pid in found.stdout.split()]
