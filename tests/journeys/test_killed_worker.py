"""Workers are killed in the middle: no message is lost, and none is delivered twice."""

import os
import signal
import subprocess
import sys
import threading
from datetime import timedelta
from random import Random
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone

from courses.actions.sending import LEASE
from courses.models import Message
from tests import house
from tests.courses.adapters.gateways.server import LocalGateway
from tests.factories import CourseRunFactory, EnrollmentFactory, MessageFactory

pytestmark = pytest.mark.usefixtures("committed_db")
PATIENCE = 300


def database_url():
    """The address of the database of this test, for another process."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    user, password = quote(told["USER"]), quote(told["PASSWORD"])
    return f"postgres://{user}:{password}@{told['HOST']}:{told['PORT'] or 5432}/{told['NAME']}"


def worker(server, *, repeats_safely=True):
    environment = {
        **os.environ,
        "SALA_MODE": "test",
        "DATABASE_URL": database_url(),
        "SMS_GATEWAY_URL": server.url,
        "SMS_GATEWAY_REPEATS_SAFELY": "yes" if repeats_safely else "no",
    }
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen(
        [sys.executable, "manage.py", "send_messages"],
        cwd=house.ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
    )


def queued(number):
    place = EnrollmentFactory(run=CourseRunFactory())
    return MessageFactory.create_batch(
        number, enrollment=place, channel="sms", address="+85512345678"
    )


class Silence:
    """Answers every request but those whose number is named; then it says so and waits."""

    def __init__(self, *numbers):
        self.numbers, self.count = set(numbers), 0
        self.lock, self.reached, self.go_on = threading.Lock(), threading.Event(), threading.Event()

    def __call__(self, asked):
        with self.lock:
            self.count += 1
            is_silent = self.count in self.numbers
        if is_silent:
            self.reached.set()
            self.go_on.wait(PATIENCE)
        return 200, {}, {}


def kill_at(server, silence, **options):
    """Start a worker and kill it between the delivery of a message and the answer to it."""
    process = worker(server, **options)
    assert silence.reached.wait(PATIENCE)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
    silence.reached.clear()
    silence.go_on.set()
    silence.go_on = threading.Event()


def let_the_lease_end():
    """Moves the claim into the past; the next worker then looks after it."""
    past = timezone.now() - LEASE - timedelta(seconds=1)
    Message.objects.filter(status="sending").update(claimed_at=past)


def statuses():
    found = Message.objects.order_by("status").values_list("status", flat=True)
    return {status: list(found).count(status) for status in set(found)}


def test_a_killed_worker_loses_none_and_doubles_none():
    keys = {message.key for message in queued(12)}
    silence = Silence(5)
    with LocalGateway(answer=silence) as server:
        kill_at(server, silence)
        assert statuses() == {"sent": 4, "sending": 1, "queued": 7}
        let_the_lease_end()
        assert worker(server).wait(PATIENCE) == 0

    assert statuses() == {"sent": 12}
    assert set(server.delivered) == keys
    assert sorted(server.attempts.values()) == [1] * 11 + [2]


def test_where_keys_are_not_known_again_nobody_is_asked_twice():
    queued(6)
    silence = Silence(3)
    with LocalGateway(answer=silence) as server:
        kill_at(server, silence, repeats_safely=False)
        let_the_lease_end()
        assert worker(server, repeats_safely=False).wait(PATIENCE) == 0

    assert statuses() == {"sent": 5, "unsure": 1}
    assert sorted(server.attempts.values()) == [1] * 6
    assert Message.objects.get(status="unsure").problem == "interrupted"


def test_two_workers_share_the_work():
    queued(20)
    with LocalGateway() as server:
        both = [worker(server) for _each in range(2)]
        assert [process.wait(PATIENCE) for process in both] == [0, 0]

    assert statuses() == {"sent": 20}
    assert set(server.attempts.values()) == {1}


@pytest.mark.deep
def test_twelve_deaths_at_random_places():
    keys = {message.key for message in queued(400)}
    places = Random(4).sample(range(2, 400), 12)
    silence = Silence(*places)
    with LocalGateway(answer=silence) as server:
        for _death in places:
            kill_at(server, silence)
            let_the_lease_end()
        assert worker(server).wait(PATIENCE) == 0

    assert statuses() == {"sent": 400}
    assert set(server.delivered) == keys
    assert sum(server.attempts.values()) == 400 + len(places)
