"""A report that staff of the demo froze before the last sheets came in, and the figures of a year
that everybody may read."""

from dataclasses import replace
from datetime import date, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from courses.actions.facts import refresh_facts
from courses.actions.publishing import prepare_numbers, publish_numbers
from courses.actions.snapshots import approve_snapshot, freeze_report
from courses.rules.public_numbers import first_day
from courses.rules.reach import Filters

YEAR_TITLE = "Training in numbers"
TITLE = "Twelve months for the donor"
COMMENT = "Two factories have not sent their sheets yet. The next report will say more."


def write_report(today: date, *, by: AbstractBaseUser) -> None:
    """The twelve months before this one."""
    month = today.replace(day=1)
    filters = Filters(month.replace(year=month.year - 1), month - timedelta(days=1))
    refresh_facts()
    frozen = freeze_report(replace(filters, now=timezone.localtime()), TITLE, COMMENT, by=by)
    approve_snapshot(frozen, by=by)


def write_numbers(today: date, *, by: AbstractBaseUser, second: AbstractBaseUser) -> None:
    """The latest year that may be published, prepared by one and published by another."""
    year = today.year - 1 if today >= first_day(today.year - 1) else today.year - 2
    whole = Filters(date(year, 1, 1), date(year, 12, 31), now=timezone.localtime())
    frozen = freeze_report(whole, f"{YEAR_TITLE} {year}", by=by)
    signed = approve_snapshot(frozen, by=second)
    publish_numbers(prepare_numbers(signed, by=by), by=second)
