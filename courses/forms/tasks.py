"""How a task is marked: a level for each criterion of the rubric, a day, a word to the person."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.adapters.language import language
from courses.forms.runs import day_field
from courses.models import CourseRun, TaskMark
from courses.models.task import NOTE_LENGTH
from courses.rules.rubric import Criterion, criteria


class TaskMarkForm(forms.Form):
    """One field for each criterion, named `level-` and its key. `seen` is the id of the mark that
    counted when the form was shown, empty where there was none."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, run: CourseRun, mark: TaskMark | None, data=None):
        super().__init__(data)
        self.criteria = criteria(run.task_rubric, language())
        levels = mark.levels if mark else {}
        for each in self.criteria:
            self.fields[_name(each)] = forms.TypedChoiceField(
                label=each.words,
                choices=list(enumerate(each.levels)),
                coerce=int,
                initial=levels.get(each.key),
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of these.")},
            )
        self.fields["note"] = forms.CharField(
            label=_("What you say to the person"),
            max_length=NOTE_LENGTH,
            required=False,
            initial=mark.note if mark else "",
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("What was good, and what helps next time. She or he reads it."),
        )
        self.fields["done_on"] = day_field(
            label=_("Day on which it was done"),
            initial=mark.done_on if mark else timezone.localdate(),
        )
        self.initial["seen"] = mark.pk if mark else None

    @property
    def levels(self) -> dict[str, int]:
        return {each.key: self.cleaned_data[_name(each)] for each in self.criteria}

    def shown_again(self, mark: TaskMark | None) -> "TaskMarkForm":
        """The form with what was chosen; from now on `mark` is what was seen."""
        self.data = self.data.copy()
        self.data["seen"] = mark.pk if mark else ""
        return self


def _name(criterion: Criterion) -> str:
    return f"level-{criterion.key}"
