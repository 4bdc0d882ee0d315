"""The test of a run: take it from the course, give everybody a form, open it and close it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.audit import record
from courses.choices import Moment, RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, KnowledgeTest, RunTest
from courses.rules.knowledge import first_forms

REFUSALS = {
    "no_test": _("This course has no test. Programme staff can write one for it."),
    "run_not_open": _("This run is closed or cancelled, so its tests stay as they are."),
    "not_enrolled": _("Somebody in this list is not on the run any more. Load the page again."),
    "too_many_points": _("Somebody has more points than the test has."),
}
FACTS = ("title_en", "title_km", "max_score", "pass_percent", "minutes")


def refuse(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)


def take_test(run: CourseRun) -> RunTest:
    """The run's own copy of the test of its course, locked; made where it has none yet. Everybody
    on the run has a first form afterwards: who had one keeps it. Belongs into a transaction.

    Locks the run. Raises Refused: `no_test`, `run_not_open`.
    """
    run = CourseRun.objects.select_for_update().get(pk=run.pk)
    if run.status != RunStatus.PLANNED:
        raise refuse("run_not_open")
    test = RunTest.objects.select_for_update().filter(run=run).first() or _freeze(run)
    give_forms(run)
    return test


def _freeze(run: CourseRun) -> RunTest:
    source = KnowledgeTest.objects.current().filter(course=run.course_id).first()
    if source is None:
        raise refuse("no_test")
    facts = {name: getattr(source, name) for name in FACTS}
    return RunTest.objects.create(run=run, source=source, **facts)


def give_forms(run: CourseRun) -> None:
    """A first form for everybody enrolled who has none, in the order in which they enrolled. Those
    who left keep theirs without counting."""
    rows = list(Enrollment.objects.enrolled().filter(run=run).order_by("pk"))
    waiting = [row for row in rows if not row.first_form]
    forms = first_forms(
        (row.first_form for row in rows if row.first_form), (row.pk for row in waiting)
    )
    for row in waiting:
        row.first_form = forms[row.pk]
    Enrollment.objects.bulk_update(waiting, ["first_form"])


@transaction.atomic
def open_test(run: CourseRun, moment: Moment, *, by: AbstractBaseUser) -> RunTest:
    """People of the run can answer from now on. Opening an open test changes nothing; a closed one
    is opened again. Raises Refused as `take_test`."""
    test = take_test(run)
    if not test.is_open(moment):
        setattr(test, f"{moment}_opened_at", timezone.now())
        setattr(test, f"{moment}_closed_at", None)
        test.save(update_fields=[f"{moment}_opened_at", f"{moment}_closed_at"])
        record(run, "test_opened", by=by, moment=str(moment))
    return test


@transaction.atomic
def close_test(run: CourseRun, moment: Moment, *, by: AbstractBaseUser) -> RunTest:
    """Nobody answers any more. Closing twice changes nothing. Raises Refused as `take_test`."""
    test = take_test(run)
    if test.is_open(moment):
        setattr(test, f"{moment}_closed_at", timezone.now())
        test.save(update_fields=[f"{moment}_closed_at"])
        record(run, "test_closed", by=by, moment=str(moment))
    return test
