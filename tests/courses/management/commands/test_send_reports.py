"""The command of every morning: what is due leaves once, and it says how much."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from courses.models import ReportSchedule, ReportTemplate
from courses.rules.report_periods import period_of

pytestmark = pytest.mark.django_db


def told():
    out = StringIO()
    call_command("send_reports", stdout=out)
    return out.getvalue().strip()


def test_what_is_due_leaves_once():
    start, _end = period_of("month", timezone.localdate())
    ReportSchedule.objects.create(
        template=ReportTemplate.objects.create(name="Donor", title_en="For the donor"),
        every="month",
        begins_on=start - timedelta(days=1),
        days_after=1,  # on the last day of a month its own report would be due as well
        mailbox="a@example.org",
        file_format="xlsx",
    )

    assert told() == "Reports sent: 1. To try again: 0. Not sent: 0. May have been sent: 0."
    assert told().startswith("Reports sent: 0.")
    assert len(mail.outbox) == 1
