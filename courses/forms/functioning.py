"""The six questions in their own words, the consent before them, and what a person needs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.functioning import LONGEST_NEED
from courses.choices import Difficulty
from courses.models import FunctioningAnswers
from courses.queries.consents import Question
from courses.rules.functioning import QUESTIONS

AGREES = [("yes", _("Yes, ask me")), ("no", _("No, do not ask me"))]


def _asked(words) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=words,
        choices=Difficulty.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Answer this one too. Only all six together are kept.")},
    )


class AgreeForm(forms.Form):
    """Whether she wants to be asked; `version` is that of the words she read."""

    agrees = forms.ChoiceField(
        label=_("Do you agree to be asked?"), choices=AGREES, widget=forms.RadioSelect
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, question: Question):
        super().__init__(data, initial={"version": question.version})


class SixQuestionsForm(forms.Form):
    """The Washington Group Short Set on Functioning: its words, its order, all of it."""

    seeing = _asked(_("Do you have difficulty seeing, even if wearing glasses?"))
    hearing = _asked(_("Do you have difficulty hearing, even if using a hearing aid?"))
    walking = _asked(_("Do you have difficulty walking or climbing steps?"))
    remembering = _asked(_("Do you have difficulty remembering or concentrating?"))
    self_care = _asked(
        _("Do you have difficulty with self-care, such as washing all over or dressing?")
    )
    communicating = _asked(
        _(
            "Using your usual language, do you have difficulty communicating, for example"
            " understanding or being understood?"
        )
    )

    def __init__(self, data=None, *, kept: FunctioningAnswers | None = None):
        told = {name: getattr(kept, name) for name in QUESTIONS} if kept else None
        super().__init__(data, initial=told)

    def levels(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in QUESTIONS}


class NeedForm(forms.Form):
    """What somebody needs to take part, in her own words."""

    text = forms.CharField(
        label=_("What do you need to take part?"),
        help_text=_(
            "For example: a seat near the front, large letters, a ground floor, somebody who signs,"
            " a break to feed a child."
        ),
        required=False,
        max_length=LONGEST_NEED,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
