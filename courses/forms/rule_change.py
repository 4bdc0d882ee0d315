"""The rule of a run or of a course, as it is asked for before its effect is shown."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from courses.models import RULE_FIELDS, Course, CourseRun


class NamesTask:
    """A form with a rule: who asks for a task says which."""

    def clean(self):
        answers = super().clean()
        if answers.get("needs_task") and not answers.get("task_en"):
            self.add_error("task_en", _("Say in a few words what the task is."))
        return answers


class RuleForm(NamesTask, forms.ModelForm):
    """Opened on a copy of the run: validating writes into it. `seen` is the mark of the effect that
    was shown, empty as long as none was."""

    seen = forms.CharField(required=False, max_length=24)

    class Meta:
        model = CourseRun
        fields = RULE_FIELDS

    @property
    def has_answers(self) -> bool:
        """Whether every field was answered, though the whole may have been refused."""
        return self.is_bound and not self.errors.keys() - {NON_FIELD_ERRORS}

    @property
    def answers(self) -> dict:
        """The values of RULE_FIELDS in a valid form."""
        return {name: self.cleaned_data[name] for name in RULE_FIELDS}


class CourseRuleForm(RuleForm):
    """The same for a course; `runs` are ids of those of its runs that get the rule too."""

    class Meta(RuleForm.Meta):
        model = Course

    def __init__(self, *args, runs: Iterable[int] = (), **options):
        super().__init__(*args, **options)
        self.fields["runs"] = forms.TypedMultipleChoiceField(
            label=_("Runs"),
            choices=[(pk, pk) for pk in runs],
            coerce=int,
            required=False,
            error_messages={
                "invalid_choice": _("One of these runs was closed or changed. Look once more.")
            },
        )
