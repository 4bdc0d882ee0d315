"""The money of a run as the rule of cost recovery needs it."""

from courses.choices import EnrollmentStatus, PriceBasis
from courses.models import Attendance, CourseRun, RunFinance
from courses.rules.cost_recovery import Costs


def finance_of(run: CourseRun) -> RunFinance:
    """What is on record; an empty one where nothing is. One query."""
    return RunFinance.objects.select_related("payer").filter(run=run).first() or RunFinance(run=run)


def costs_of(run: CourseRun, finance: RunFinance) -> Costs:
    """One query: how many people came at least once."""
    came = Attendance.objects.attended().filter(
        session__run=run, enrollment__status=EnrollmentStatus.ENROLLED
    )
    came = came.exclude(enrollment__person__in=run.run_trainers.values("person"))
    return Costs(
        price=finance.price,
        is_per_person=finance.basis == PriceBasis.PER_PERSON,
        starters=came.values("enrollment").distinct().count(),
        waived=finance.waived,
        direct_cost=finance.direct_cost,
    )
