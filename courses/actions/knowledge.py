"""The test of a run: take it from the course, give everybody a form."""

from django.utils.translation import gettext_lazy as _

from courses.choices import RunStatus
from courses.exceptions import Refused
from courses.models import CourseRun, Enrollment, KnowledgeTest, RunTest
from courses.queries.knowledge_desks import forms_of
from courses.rules.knowledge import first_forms, points_of

REFUSALS = {
    "no_test": _("This course has no test. Programme staff can write one for it."),
    "run_not_open": _("This run is closed or cancelled, so its tests stay as they are."),
    "not_enrolled": _("Somebody in this list is not on the run any more. Load the page again."),
    "only_on_paper": _("This test has no questions here. It is answered on paper."),
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
    forms = forms_of(source)
    if asked := points_of(forms):
        facts["max_score"] = asked
    return RunTest.objects.create(run=run, source=source, forms=forms, **facts)


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
