"""Planning 660 runs from a list, and a month of 500 sessions in the calendar."""

from datetime import date, timedelta
from io import BytesIO

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from courses.actions.organization_keys import catch_up
from courses.actions.plan_list import ForAll, plan_list, read_plan_list
from courses.actions.planning import RunPlan, plan_runs
from courses.actions.runs import RunDetails
from courses.adapters.spreadsheets.writer import write_xlsx
from courses.models import Course, DeliveryPattern, Organization, PatternSlot, Person, Province
from courses.queries.patterns import offered_patterns
from courses.rules.schedule import AFTERNOON, MORNING, Pattern, slots_of
from tests.benchmarks.measure import (
    Figure,
    benchmark,
    best_seconds,
    cpu_seconds,
    median_cpu_ms,
    rolled_back,
)

RUNS, SESSIONS = 660, 500
FIRST_DAY = date(2027, 1, 4)


def hosts(number: int) -> list[Organization]:
    provinces = list(Province.objects.all())
    rows = Organization.objects.bulk_create(
        Organization(
            name_en=f"Bench Garment {n}",
            kind="factory",
            sector="garment",
            province=provinces[n % len(provinces)],
        )
        for n in range(number)
    )
    catch_up()
    return rows


def course_with_pattern() -> DeliveryPattern:
    """Two days with four half-days."""
    course = Course.objects.create(code="BENCH", title_en="Safety committee")
    pattern = DeliveryPattern.objects.create(course=course, name_en="Two days", is_default=True)
    for place, (after, (starts, ends)) in enumerate(
        ((0, MORNING), (0, AFTERNOON), (1, MORNING), (0, AFTERNOON))
    ):
        PatternSlot.objects.create(
            pattern=pattern, sort_order=place, days_after=after, starts=starts, ends=ends
        )
    return offered_patterns().get(pk=pattern.pk)


def people():
    user = get_user_model().objects.create(username="bench", is_superuser=True, is_staff=True)
    return user, Person.objects.create(card_code="BENCH", given_name_latin="Sophea", user=user)


@benchmark("bulk_plan_660_s", "bulk_plan_660_cpu_s")
def bulk_plan():
    data = f"{RUNS} rows of XLSX, 4 sessions each, {connection.vendor}"
    with rolled_back():
        user, trainer = people()
        pattern, file = course_with_pattern(), BytesIO()
        rows = [
            (each.name_en, FIRST_DAY + timedelta(days=n % 200))
            for n, each in enumerate(hosts(RUNS))
        ]
        write_xlsx([("Plan", [("Factory", "First day"), *rows])], file)
        file.seek(0)
        before = cpu_seconds()

        def plan():
            read = read_plan_list(file)
            runs = plan_list(pattern.course, read, ForAll(pattern, (trainer,)), by=user)
            assert len(runs) == RUNS

        took = best_seconds(plan, times=1)
        spent = cpu_seconds() - before
    yield Figure("bulk_plan_660_s", took, "s", data, bar=20)
    yield Figure("bulk_plan_660_cpu_s", spent, "s", data)


@benchmark("calendar_month_queries", "calendar_month_ms")
def calendar_month():
    data = f"{SESSIONS} sessions in a month, {connection.vendor}"
    with rolled_back(), translation.override("km"):
        user, trainer = people()
        pattern = course_with_pattern()
        plans = [
            RunPlan(
                RunDetails(host=host, province=host.province),
                slots_of(Pattern(FIRST_DAY + timedelta(days=n % 24), 2, (MORNING, AFTERNOON))),
                (trainer,),
            )
            for n, host in enumerate(hosts(SESSIONS // 4))
        ]
        plan_runs(pattern.course, plans, by=user)
        client = Client(headers={"host": "localhost"})
        client.force_login(user)
        address = f"{reverse('courses:calendar')}?day={FIRST_DAY}"

        def look():
            shown = client.get(address).content.count(b"Bench Garment")
            assert shown >= SESSIONS // 2, shown

        look()
        with CaptureQueriesContext(connection) as captured:
            look()
        queries = len(captured)
        took = median_cpu_ms(look, times=20)
    yield Figure("calendar_month_queries", queries, "queries", data, bar=12)
    yield Figure("calendar_month_ms", took, "ms", data, bar=150)
