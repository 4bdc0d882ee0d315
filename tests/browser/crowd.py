"""A run with as many people as one likes, written into the data of a demo that is being served."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser import site

WORLD = """
from datetime import timedelta
from django.utils import timezone
from tests.factories import CourseRunFactory, EnrollmentFactory, SessionFactory
now = timezone.now()
run = CourseRunFactory(capacity={people}, starts_on=timezone.localdate() - timedelta(days=3))
EnrollmentFactory.create_batch({people}, run=run)
for number in range({sessions}):
    starts = now - timedelta(hours={since} - 14 * number)
    print(SessionFactory(run=run, starts_at=starts, ends_at=starts + timedelta(hours=3)).uuid)
"""


def crowd(folder: Path, *, people: int, sessions: int, since: int) -> list[str]:
    """Sessions 14 hours apart, the first `since` hours ago, with nobody marked; their UUIDs."""
    environment = {**os.environ, "SALA_VAR": str(folder), "SALA_MODE": "demo"}
    environment.pop("DATABASE_URL", None)
    code = WORLD.format(people=people, sessions=sessions, since=since)
    told = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v", "0", "-c", code],
        cwd=site.ROOT, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return told.stdout.split()
