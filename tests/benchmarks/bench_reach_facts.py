"""Figures over sets M and L: the page, single figures by two ways, and how long facts take."""

import tempfile
import time
from datetime import date
from pathlib import Path

from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from courses.actions.facts import refresh_facts
from courses.models import Attendance
from courses.queries.facts import facts_store
from courses.queries.facts.now import _store
from courses.queries.figures import figures
from courses.rules.indicators import NEW_PEOPLE, PEOPLE, PEOPLE_COMPLETED
from courses.rules.reach import Filters
from lms.wsgi import application as served
from tests.benchmarks.bench_reach import signed_in
from tests.benchmarks.measure import Figure, benchmark, best_seconds, database_of_its_own
from tests.benchmarks.reach_worlds import L, M, write_world

#: All three years of the sets.
YEARS = Filters(date(2023, 1, 1), date(2026, 12, 31))
WAYS = (
    (PEOPLE, ("province", "sex")),
    (PEOPLE, ("course", "month")),
    (NEW_PEOPLE, ("organization", "sex")),
    (PEOPLE_COMPLETED, ("province", "role")),
)


def peak_mb() -> float:
    """The most memory that this process has had, in MB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


def forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def seconds(action) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def slowest_way() -> float:
    """Seconds of the slowest figure by two ways over all years."""

    def ask(indicator, by):
        with figures(YEARS) as found:
            assert found.values(indicator, *by)

    return max(best_seconds(lambda each=each: ask(*each), times=3) for each in WAYS)


def one_register() -> None:
    """Somebody corrects the marks of one session."""
    session = Attendance.objects.attended().order_by("-session__starts_at").first().session_id
    Attendance.objects.filter(session=session).update(credited_minutes=150)


def asked(client: Client) -> None:
    period = {"start": "2024-01-01", "end": timezone.localdate().isoformat()}
    answer = client.get(reverse("courses_reach"), period)
    assert b"sala-reach-numbers" in answer.content


@benchmark("reach_m_warm_s", "reach_m_cold_s", "reach_m_refresh_s", "reach_m_way_s")
def set_m():
    assert served  # code is loaded before the first visitor comes, as where the site is served
    with database_of_its_own(), tempfile.TemporaryDirectory() as folder:
        write_world(M)
        data = f"{Attendance.objects.count():,} marks"
        with override_settings(COURSES_FACTS=folder):
            made = seconds(lambda: refresh_facts(everything_anew=True))
            client = signed_in()
            refresh_facts()
            _store.cache_clear()
            cold = seconds(lambda: asked(client))
            warm = best_seconds(lambda: asked(client), times=5)
            way = slowest_way()
    yield Figure("reach_m_cold_s", cold, "s", data, bar=1)
    yield Figure("reach_m_warm_s", warm, "s", data, bar=0.3)
    yield Figure("reach_m_refresh_s", made, "s", data)
    yield Figure("reach_m_way_s", way, "s", data)


@benchmark("reach_l_s", "reach_l_refresh_s", "reach_l_incremental_s", "reach_l_mb")
def set_l():
    with database_of_its_own(), tempfile.TemporaryDirectory() as folder:
        write_world(L)
        data = f"{Attendance.objects.count():,} marks"
        with override_settings(COURSES_FACTS=folder):
            forget_peak()
            made = seconds(lambda: refresh_facts(everything_anew=True))
            one_register()
            changed = seconds(refresh_facts)
            way = slowest_way()
            memory = peak_mb()
            assert facts_store().manifest is not None
    yield Figure("reach_l_s", way, "s", data, bar=1)
    yield Figure("reach_l_refresh_s", made, "s", data, bar=60)
    yield Figure("reach_l_incremental_s", changed, "s", data, bar=2)
    yield Figure("reach_l_mb", memory, "MB", data, bar=1000)
