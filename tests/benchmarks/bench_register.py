"""The register of 500 people: opening it, and saving a mark for everybody in one request."""

import time
from datetime import timedelta
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from courses.actions.groups import ensure_groups
from courses.choices import EnrollmentSource, EnrollmentStatus
from courses.models import AttendanceEvent, Enrollment, Person, RunTrainer
from tests.benchmarks.measure import Figure, benchmark, rolled_back
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
)

FORM = "application/x-www-form-urlencoded"
PEOPLE = 500
TRAINER = "BENCH-T"
DATA = "500 people"


def crowded_session():
    """A session of yesterday with 500 enrolled people."""
    run = CourseRunFactory(
        course=CourseFactory(code="BENCH-500", topics=[]),
        code="BENCH-500",
        capacity=PEOPLE,
        starts_on=timezone.localdate() - timedelta(days=1),
    )
    people = [PersonFactory.build(card_code=f"BENCH-{number}") for number in range(PEOPLE)]
    Person.objects.bulk_create(people)
    Enrollment.objects.bulk_create(
        Enrollment(
            run=run,
            person=person,
            status=EnrollmentStatus.ENROLLED,
            source=EnrollmentSource.STAFF,
            role="worker",
            employer=run.host,
        )
        for person in people
    )
    return SessionFactory(run=run)


def signed_in(run):
    """A browser of the trainer who leads the run."""
    user = get_user_model().objects.create_user("bench-register")
    user.groups.add(ensure_groups()[0])
    RunTrainer.objects.create(run=run, person=PersonFactory(user=user, card_code=TRAINER))
    client = Client()
    client.force_login(user)
    return client


def queries(request):
    """How many queries a request takes. Inside this benchmark a savepoint stands for its BEGIN; the
    release stands for a COMMIT, which Django does not send as a query."""
    with rolled_back(), CaptureQueriesContext(connection) as captured:
        request()
        return sum(not query["sql"].startswith("RELEASE") for query in captured.captured_queries)


def everybody_present(session):
    """What the browser sends when everybody was marked by hand: one as late, one as absent."""
    marks = {}
    for enrollment in session.run.enrollments.all():
        key = enrollment.pk
        marks |= {f"m-{key}": "present", f"n-{key}": "", f"r-{key}": ""}
    marks |= {f"m-{key}": "late", f"n-{key}": "40"}
    return marks | {"seen": "{}"}


def warm_up(client):
    """A request that fills what the process keeps: templates, content types, translations."""
    enrollment = EnrollmentFactory(run=CourseRunFactory(course=CourseFactory(topics=[])))
    RunTrainer.objects.create(run=enrollment.run, person=Person.objects.get(card_code=TRAINER))
    address = reverse("courses:register", args=[SessionFactory(run=enrollment.run).uuid])
    client.get(address)
    client.post(address, {f"m-{enrollment.pk}": "present"})


def save(client, address, body):
    """Saves and takes it back. The seconds of the request; raises where it failed."""
    with rolled_back():
        started = time.perf_counter()
        answer = client.post(address, body, content_type=FORM)
        seconds = time.perf_counter() - started
        saved = AttendanceEvent.objects.count()
    if answer.status_code != 302 or saved < PEOPLE:
        raise AssertionError(f"The register did not save: {answer.status_code}, {saved} marks.")
    return seconds


@benchmark("register_500_open_queries", "register_500_save_queries", "register_500_save_s")
def register_of_500():
    with rolled_back():
        session = crowded_session()
        client = signed_in(session.run)
        warm_up(client)
        address = reverse("courses:register", args=[session.uuid])
        body = urlencode(everybody_present(session))
        opening = queries(lambda: client.get(address))
        saving = queries(lambda: client.post(address, body, content_type=FORM))
        seconds = min(save(client, address, body) for _ in range(3))
    yield Figure("register_500_open_queries", opening, "queries", DATA, 12, 550)
    yield Figure("register_500_save_queries", saving, "queries", DATA, 15, 22060)
    yield Figure("register_500_save_s", seconds, "s", DATA, 0.3, 5.4)
