"""The rule of a run or of a course, as it is asked for before its effect is shown."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from courses.models import RULE_FIELDS, CourseRun
from courses.queries.tasks import has_task_marks

RUBRIC = "task_rubric"
#: Which rubric the run has afterwards.
KEEP, COURSE, NONE = "keep", "course", "none"
WAYS = {
    KEEP: _("As it is"),
    COURSE: _("The rubric that the course has now"),
    NONE: _("No rubric: the task is ticked when it is done"),
}


class WholeTask:
    """A form with a rule: who asks for a task says which, and the pass line of its rubric."""

    def rubric_in(self, answers: Mapping[str, object]) -> list:
        return answers.get(RUBRIC) or []

    def clean(self):
        answers = super().clean()
        if answers.get("needs_task") and not answers.get("task_en"):
            self.add_error("task_en", _("Say in a few words what the task is."))
        needs_line = answers.get("needs_task") and self.rubric_in(answers)
        if needs_line and not answers.get("task_pass_percent"):
            self.add_error("task_pass_percent", _("Say which share of the points is enough."))
        return answers


class RuleFields(WholeTask, forms.ModelForm):
    """Opened on a copy of what has the rule: validating writes into it. `seen` is the mark of the
    effect that was shown, empty as long as none was."""

    seen = forms.CharField(required=False, max_length=24)

    @property
    def has_answers(self) -> bool:
        """Whether every field was answered, though the whole may have been refused."""
        return self.is_bound and not self.errors.keys() - {NON_FIELD_ERRORS}

    @property
    def answers(self) -> dict:
        """The values of RULE_FIELDS in a valid form."""
        said = self.cleaned_data
        return {name: said.get(name) for name in RULE_FIELDS} | {RUBRIC: self.rubric_in(said)}


class RuleForm(RuleFields):
    """The rule of a run. The rubric stays or is taken from the course; once somebody is marked by
    it, it stays."""

    rubric = forms.ChoiceField(label=_("Rubric of the task"), required=False, initial=KEEP)

    class Meta:
        model = CourseRun
        fields = [name for name in RULE_FIELDS if name != RUBRIC]

    def __init__(self, data=None, *, instance):
        super().__init__(data, instance=instance)
        self.rubrics = _rubrics(instance)
        choice = self.fields["rubric"]
        choice.choices = [(way, WAYS[way]) for way in self.rubrics]
        self.keeps_rubric = bool(instance.task_rubric) and len(self.rubrics) == 1
        if len(self.rubrics) == 1:
            choice.disabled = True
            choice.widget = forms.HiddenInput()

    def rubric_in(self, answers):
        return self.rubrics[answers.get("rubric") or KEEP]


def _rubrics(run: CourseRun) -> dict[str, list]:
    """The rubrics that the run can have, by how it comes to them."""
    found = {KEEP: run.task_rubric}
    if run.task_rubric and has_task_marks(run):
        return found
    if run.course.task_rubric and run.course.task_rubric != run.task_rubric:
        found[COURSE] = run.course.task_rubric
    if run.task_rubric:
        found[NONE] = []
    return found
