"""The rule of a run, as it is asked for before its effect is shown."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import RULE_FIELDS, CourseRun


class RuleForm(forms.ModelForm):
    """Opened on a copy of the run: validating writes into it. `seen` is the mark of the effect that
    was shown, empty as long as none was."""

    seen = forms.CharField(required=False, max_length=24)

    class Meta:
        model = CourseRun
        fields = RULE_FIELDS

    def clean(self):
        answers = super().clean()
        if answers.get("needs_task") and not answers.get("task_en"):
            self.add_error("task_en", _("Say in a few words what the task is."))
        return answers

    @property
    def answers(self) -> dict:
        """The values of RULE_FIELDS in a valid form."""
        return {name: self.cleaned_data[name] for name in RULE_FIELDS}
