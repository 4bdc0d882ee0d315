"""The command that drops what was kept long enough."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from courses.models import ExportLog

pytestmark = pytest.mark.django_db


def said(*options):
    out = StringIO()
    call_command("enforce_retention", *options, stdout=out)
    return [line for line in out.getvalue().splitlines() if line.startswith("exports:")]


def test_a_dry_run_says_what_would_go_and_changes_nothing():
    ExportLog.objects.create(what="people", file_format="csv", purpose="quality")
    ExportLog.objects.update(taken_at=timezone.now() - timedelta(days=2000))
    assert said("--dry-run") == ["exports: 1 would go. Kept: 1,825 days."]
    assert ExportLog.objects.count() == 1
    assert said() == ["exports: 1 went. Kept: 1,825 days."]
    assert said() == ["exports: 0 went. Kept: 1,825 days."]
    assert not ExportLog.objects.exists()
