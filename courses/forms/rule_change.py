"""The rule of a run, as it is asked for before its effect is shown."""

from django import forms
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


class RuleForm(forms.ModelForm):
    """Opened on a copy of the run: validating writes into it. `seen` is the mark of the effect that
    was shown, empty as long as none was. The rubric stays or is taken from the course; once
    somebody is marked by it, it stays."""

    rubric = forms.ChoiceField(label=_("Rubric of the task"), required=False, initial=KEEP)
    seen = forms.CharField(required=False, max_length=24)

    class Meta:
        model = CourseRun
        fields = [name for name in RULE_FIELDS if name != RUBRIC]

    def __init__(self, data=None, *, instance):
        super().__init__(data, instance=instance)
        self.rubrics = _rubrics(instance)
        self.fields["rubric"].choices = [(way, WAYS[way]) for way in self.rubrics]
        self.keeps_rubric = bool(instance.task_rubric) and len(self.rubrics) == 1
        if len(self.rubrics) == 1:
            self.fields["rubric"].disabled = True
            self.fields["rubric"].widget = forms.HiddenInput()

    def clean(self):
        answers = super().clean()
        refuse_half_a_task(self, answers, self.rubrics[answers.get("rubric") or KEEP])
        return answers

    @property
    def answers(self) -> dict:
        """The values of RULE_FIELDS in a valid form."""
        said = self.cleaned_data
        rubric = {RUBRIC: self.rubrics[said["rubric"] or KEEP]}
        return {name: said[name] for name in self.Meta.fields} | rubric


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


def refuse_half_a_task(form: forms.Form, answers: dict, rubric: list | None) -> None:
    """What belongs to a task that must be done: its words, and the pass line of its rubric."""
    if answers.get("needs_task") and not answers.get("task_en"):
        form.add_error("task_en", _("Say in a few words what the task is."))
    if answers.get("needs_task") and rubric and not answers.get("task_pass_percent"):
        form.add_error("task_pass_percent", _("Say which share of the points is enough."))
