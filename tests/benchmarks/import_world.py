"""The import benchmark in processes of its own, so that the peak of memory is that of the import.

Usage: python -m tests.benchmarks.import_world prepare|import FILE. SALA_VAR holds its database.
"""

import io
import json
import os
import resource
import sys
import time
from random import Random

os.environ["SALA_MODE"] = "demo"
os.environ["DJANGO_SETTINGS_MODULE"] = "lms.settings"

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from courses.actions import organization_keys  # noqa: E402
from courses.actions.imports import preview_participant_list  # noqa: E402
from courses.actions.list_adding import commit_participant_list  # noqa: E402
from courses.adapters.spreadsheets import write_xlsx  # noqa: E402
from courses.choices import ImportOutcome  # noqa: E402
from courses.models import CourseRun, Person  # noqa: E402
from courses.queries.imports import plan_of  # noqa: E402
from tests.benchmarks.bench_matching import write  # noqa: E402
from tests.benchmarks.set_m import FACTORIES, PEOPLE, Entry, set_m  # noqa: E402
from tests.factories import CourseFactory, CourseRunFactory  # noqa: E402

SEED = 2028
ROWS = 5_000
HEADING = ("ល.រ / No.", "ឈ្មោះខ្មែរ", "Latin name", "ភេទ", "តួនាទី", "ឆ្នាំកំណើត", "Emp. No.", "Section",
           "លេខទូរស័ព្ទ", "រោងចក្រ")  # fmt: skip


def prepare(path: str) -> None:
    """A database with 60,000 people and an empty run, and a list of 5,000 others."""
    call_command("migrate", verbosity=0, interactive=False)
    entries = set_m(SEED)
    with transaction.atomic():
        write(entries[:PEOPLE])
        Person.objects.update(compared_at=timezone.now())
        organization_keys.catch_up()
        CourseRunFactory(
            course=CourseFactory(code="BENCH-I", topics=[]), code="BENCH-I", capacity=ROWS
        )
    with open(path, "wb") as file:
        write_xlsx([("List", listed())], file)


def listed():
    """New people whose names, factories and years are those of the register, numbered rows."""
    others = Random(SEED).sample(set_m(SEED + 1)[:PEOPLE], ROWS)
    yield HEADING
    for number, entry in enumerate(others, start=1):
        yield cells(number, entry)


def cells(number: int, entry: Entry) -> tuple:
    return (
        number,
        entry.name_km,
        f"{entry.family} {entry.given}".strip(),
        "ស្រី" if entry.sex == "female" else "ប្រុស",
        "Sewing operator",
        entry.birth_year,
        entry.number,
        f"Line {entry.employer % 30 + 1}",
        entry.phone.replace("+855", "0"),
        f"Factory {entry.employer}",
    )


def run_import(path: str) -> dict:
    """Upload, preview and commit; seconds of each, the peak in MB, and what became of the rows."""
    run = CourseRun.objects.get(code="BENCH-I")
    by = get_user_model().objects.create_user("bench-import")
    with open(path, "rb") as file:
        data = file.read()
    before = Person.objects.count()
    started = time.perf_counter()
    batch = preview_participant_list(
        run, io.BytesIO(data), filename="list.xlsx", works_at_host=False, by=by
    )
    read = time.perf_counter()
    plan_of(batch)
    shown = time.perf_counter()
    batch = commit_participant_list(batch, by=by)
    done = time.perf_counter()
    made = Person.objects.count() - before
    outcomes = [told["outcome"] for told in batch.outcomes]
    if outcomes.count(ImportOutcome.NEW) != made or run.enrollments.count() < ROWS * 0.98:
        raise AssertionError(f"The import did not add its people: {made} of {ROWS}.")
    return {
        "read": read - started,
        "plan": shown - read,
        "commit": done - shown,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "new": made,
        "factories": FACTORIES,
    }


if __name__ == "__main__":
    verb, target = sys.argv[1:]
    if verb == "prepare":
        prepare(target)
    else:
        print(json.dumps(run_import(target)))
