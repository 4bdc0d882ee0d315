"""Workers are killed in the middle: no message is lost, and none is delivered twice."""

import signal
import threading
from datetime import timedelta
from io import StringIO
from multiprocessing import get_context
from random import Random

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from django.utils import timezone

from courses.actions.sending import LEASE
from courses.models import Message
from tests.courses.adapters.gateways.server import LocalGateway
from tests.factories import CourseRunFactory, EnrollmentFactory, MessageFactory

pytestmark = pytest.mark.usefixtures("committed_db")
PATIENCE = 300
GATEWAY = "courses.adapters.gateways.http.HttpGateway"
fork = get_context("fork")


class Worker(fork.Process):
    """The command in a process of its own, whose gateway is the server."""

    def __init__(self, server, *, repeats_safely=True):
        super().__init__()
        options = {"url": server.url, "repeats_safely": repeats_safely}
        self.gateway = {"BACKEND": GATEWAY, "OPTIONS": options}
        connections.close_all()
        self.start()

    def run(self):
        with override_settings(COURSES_SMS_GATEWAY=self.gateway):
            call_command("send_messages", stdout=StringIO())
        connections.close_all()

    def wait(self):
        """Its exit code; None where it does not end."""
        self.join(PATIENCE)
        return self.exitcode


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
    worker = Worker(server, **options)
    assert silence.reached.wait(PATIENCE)
    worker.kill()
    assert worker.wait() == -signal.SIGKILL
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
        assert Worker(server).wait() == 0

    assert statuses() == {"sent": 12}
    assert set(server.delivered) == keys
    assert sorted(server.attempts.values()) == [1] * 11 + [2]


def test_where_keys_are_not_known_again_nobody_is_asked_twice():
    queued(6)
    silence = Silence(3)
    with LocalGateway(answer=silence) as server:
        kill_at(server, silence, repeats_safely=False)
        let_the_lease_end()
        assert Worker(server, repeats_safely=False).wait() == 0

    assert statuses() == {"sent": 5, "unsure": 1}
    assert sorted(server.attempts.values()) == [1] * 6
    assert Message.objects.get(status="unsure").problem == "interrupted"


def test_two_workers_share_the_work():
    queued(20)
    with LocalGateway() as server:
        both = [Worker(server) for _each in range(2)]
        assert [worker.wait() for worker in both] == [0, 0]

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
        assert Worker(server).wait() == 0

    assert statuses() == {"sent": 400}
    assert set(server.delivered) == keys
    assert sum(server.attempts.values()) == 400 + len(places)
