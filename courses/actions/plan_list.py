"""Plan one course for many hosts from a list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from courses import conf, permissions
from courses.actions.planning import RunPlan, plan_runs
from courses.actions.runs import RunDetails
from courses.adapters.spreadsheets import Limits, SpreadsheetError, read_workbook
from courses.choices import DeliveryLanguage, EnrollmentPolicy, FileProblem
from courses.exceptions import Refused
from courses.models import Course, CourseRun, DeliveryPattern, Person
from courses.queries.holidays import holidays_from
from courses.queries.patterns import pattern_steps
from courses.queries.plan_list import FoundRun, found_runs
from courses.rules import plan_list as rules
from courses.rules.plan_list import WantedRun, wanted_runs
from courses.rules.schedule import slots_by

PROBLEMS = {
    rules.NO_HEADING: _(
        "No heading was found. The list needs a row that names its columns: the organization and"
        " the first day."
    ),
    rules.NO_ROWS: _("No run was found below the heading of this list."),
    rules.TOO_MANY: _("This list is too long. Divide it and plan the parts one by one."),
}


@dataclass(frozen=True)
class ForAll:
    """What is the same for every run of a list; a row may name other trainers and seats."""

    pattern: DeliveryPattern
    trainers: tuple[Person, ...] = ()
    delivery_language: str = DeliveryLanguage.KHMER
    capacity: int = 25
    enrollment_policy: str = EnrollmentPolicy.OPEN
    is_listed: bool = True


def read_plan_list(file: BinaryIO) -> tuple[WantedRun, ...]:
    """The rows of a file; nothing is planned. Raises Refused with the code of what is wrong."""
    most = conf.get("COURSES_IMPORT_MAX_BYTES")
    try:
        workbook = read_workbook(file.read(most + 1), Limits(file_bytes=most))
    except SpreadsheetError as error:
        raise Refused(FileProblem(error.code).label, code=error.code) from error
    found = wanted_runs((sheet.name, sheet.rows) for sheet in workbook.sheets)
    if found.problem:
        raise Refused(PROBLEMS[found.problem], code=found.problem)
    return found.rows


@transaction.atomic
def plan_list(
    course: Course, rows: Sequence[WantedRun], for_all: ForAll, *, by: AbstractBaseUser
) -> list[CourseRun]:
    """Plan the rows that can be planned, all or none; the others stay out. Doing it twice plans
    nothing more, because a host with a run of the course on that day has it already.

    Raises Refused as `plan_runs`, and `nothing_to_plan`.
    """
    course = Course.objects.select_for_update().get(pk=course.pk)
    among = permissions.people.trainers_for(by)
    ready = [found for found in found_runs(course, rows, among) if not found.problem]
    if not ready:
        raise Refused(
            _("Nothing is left to plan. Every row is planned already or stays out."),
            code="nothing_to_plan",
        )
    return plan_runs(course, plans_of(ready, for_all), by=by)


def plans_of(found: Sequence[FoundRun], for_all: ForAll) -> list[RunPlan]:
    """The plans of rows without a problem. One query."""
    steps = pattern_steps(for_all.pattern, for_all.delivery_language)
    holidays = holidays_from(min((each.row.first_day for each in found), default=date.max))
    everybody = RunDetails(
        host=None,
        province=None,
        delivery_language=for_all.delivery_language,
        capacity=for_all.capacity,
        enrollment_policy=for_all.enrollment_policy,
        is_listed=for_all.is_listed,
    )
    return [
        RunPlan(
            details=replace(
                everybody,
                host=each.host,
                province=each.province,
                venue=each.venue,
                capacity=each.row.seats or for_all.capacity,
            ),
            slots=slots_by(steps, each.row.first_day, holidays),
            trainers=each.trainers or for_all.trainers,
            pattern=for_all.pattern,
        )
        for each in found
    ]
