"""What staff of the demo report: phases, targets, a template with its schedule, a report that they
froze before the last sheets came in, and the figures of a year that everybody may read."""

from dataclasses import replace
from datetime import date, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from courses.actions.facts import refresh_facts
from courses.actions.publishing import prepare_numbers, publish_numbers
from courses.actions.snapshots import approve_snapshot, freeze_report
from courses.models import (
    Phase,
    ReportCross,
    ReportFigure,
    ReportFilter,
    ReportSchedule,
    ReportTable,
    ReportTemplate,
    Target,
    TargetSet,
)
from courses.rules.public_numbers import first_day
from courses.rules.reach import Filters

YEAR_TITLE = "Training in numbers"
TITLE = "Twelve months for the donor"
COMMENT = "Two factories have not sent their sheets yet. The next report will say more."
FIGURES = ("R9", "R8", "R14", "R17", "R18", "R21", "R32")
TABLES = ("phase", "province", "topic", "role", "sex")

#: Tables of one figure, by rows and columns.
CROSSES = (("R2", "province", "sex"), ("R1", "role", "quarter"), ("L3", "topic", ""))


def write_report(today: date, *, by: AbstractBaseUser) -> None:
    """The twelve months before this one."""
    write_template(today)
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


def write_template(today: date) -> None:
    """A template of the garment sector, with the targets of the year."""
    template = ReportTemplate.objects.create(
        name="Garment, yearly",
        title_en="Training in garment factories",
        title_km="ការបណ្ដុះបណ្ដាលក្នុងរោងចក្រកាត់ដេរ",
        introduction_en="Whom the programme trained in garment factories, and where they work.",
        introduction_km="កម្មវិធីបានបណ្ដុះបណ្ដាលអ្នកណាខ្លះក្នុងរោងចក្រកាត់ដេរ និងពួកគេធ្វើការនៅទីណា។",
        language="both",
        shows_learning=True,
        targets=write_targets(today),
    )
    for place, code in enumerate(FIGURES):
        ReportFigure.objects.create(template=template, indicator=code, sort_order=place)
    for place, name in enumerate(TABLES):
        ReportTable.objects.create(template=template, dimension=name, sort_order=place)
    for place, (code, rows, columns) in enumerate(CROSSES):
        cross = {"indicator": code, "rows": rows, "columns": columns, "sort_order": place}
        ReportCross.objects.create(template=template, **cross)
    ReportFilter.objects.create(template=template, part="sector:garment")
    ReportSchedule.objects.create(
        template=template, every="quarter", begins_on=today, folder="donor", language="km"
    )


def write_targets(today: date) -> TargetSet:
    """Two phases of this year, and what is promised for each and for both."""
    year = today.year
    targets = TargetSet.objects.create(name_en=f"Work plan {year}", name_km=f"ផែនការការងារ {year}")
    halves = (
        (date(year, 1, 1), date(year, 6, 30), "First phase", "ដំណាក់កាលទីមួយ", 400),
        (date(year, 7, 1), date(year, 12, 31), "Second phase", "ដំណាក់កាលទីពីរ", 800),
    )
    for number, (start, end, english, khmer, people) in enumerate(halves, 1):
        phase = Phase.objects.create(
            code=f"{year}-{number}", name_en=english, name_km=khmer, starts_on=start, ends_on=end
        )
        Target.objects.create(targets=targets, indicator="R1", phase=phase, amount=people)
    days = {"starts_on": date(year, 1, 1), "ends_on": date(year, 12, 31)}
    for code, part, amount in (("R1", "", 1200), ("R14", "", 60), ("R2", "province:12", 500)):
        Target.objects.create(targets=targets, indicator=code, part=part, amount=amount, **days)
    return targets
