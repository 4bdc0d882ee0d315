"""5,000 messages: a run with 5,000 people changes, and a run with 5,000 people is cancelled."""

import time
from datetime import timedelta
from random import Random

from django.contrib.auth import get_user_model
from django.utils import timezone

from courses.actions.announcing import announce_cancellation, announce_change
from courses.models import CourseRun, Enrollment, Person, PersonPhone
from courses.rules.card_codes import new_card_code
from courses.rules.keys import person_keys
from tests.benchmarks.measure import Figure, benchmark, rolled_back
from tests.factories import CourseRunFactory, SessionFactory

PEOPLE = 5_000


@benchmark(
    "messages_5000_s", "messages_5000_cpu_s", "messages_5000_change_s", "messages_5000_fold_s"
)
def queueing():
    data = f"{PEOPLE:,} people on one run: a third by e-mail, the others as texts to paste"
    with rolled_back():
        run = crowded_run()
        change, _cpu = seconds(announce_change, run)
        yield Figure("messages_5000_change_s", change, "s", data, bar=5)
        CourseRun.objects.filter(pk=run.pk).update(told_plan="another")
        fold, _cpu = seconds(announce_change, run)
        yield Figure("messages_5000_fold_s", fold, "s", data)
        wall, cpu = seconds(announce_cancellation, run)
        yield Figure("messages_5000_s", wall, "s", data, bar=5)
        yield Figure("messages_5000_cpu_s", cpu, "s", data)


def seconds(action, run):
    """Wall and processor time of queueing one message for everybody."""
    start, cpu = time.perf_counter(), time.process_time()
    action(run)
    took = time.perf_counter() - start, time.process_time() - cpu
    assert run.messages.open().count() == PEOPLE
    return took


def crowded_run():
    day = timezone.localdate() + timedelta(days=9)
    run = CourseRunFactory(starts_on=day, capacity=PEOPLE, owner=get_user_model().objects.first())
    for hour in (8, 13):
        SessionFactory(run=run, hour=hour)
    people = Person.objects.bulk_create(person(number) for number in range(PEOPLE))
    PersonPhone.objects.bulk_create(
        PersonPhone(person=each, raw="012", e164=f"+855120{number:05d}", is_shared=number % 9 == 0)
        for number, each in enumerate(people)
    )
    Enrollment.objects.bulk_create(
        Enrollment(run=run, person=each, status="enrolled", source="staff") for each in people
    )
    return run


def person(number):
    name = "ចាន់ ស្រីមុំ"
    return Person(
        card_code=new_card_code(Random(number).randbytes),
        name_km=name,
        email=f"p{number}@example.org" if number % 3 == 0 else "",
        **person_keys(name, ""),
    )
