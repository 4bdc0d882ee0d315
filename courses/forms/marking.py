"""How much of a point a written answer earns, with a word to the person."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.quizzes import LONGEST_REMARK

SHARES = [
    ("1", _("All of it")),
    ("0.75", _("Three quarters")),
    ("0.5", _("Half of it")),
    ("0.25", _("A quarter")),
    ("0", _("None of it")),
]


class MarkForm(forms.Form):
    attempt = forms.UUIDField(widget=forms.HiddenInput)
    number = forms.IntegerField(widget=forms.HiddenInput)
    share = forms.TypedChoiceField(
        label=_("How much of the point"),
        choices=SHARES,
        coerce=float,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how much of the point the answer earns.")},
    )
    remark = forms.CharField(
        label=_("A word to the person"),
        max_length=LONGEST_REMARK,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("She or he reads it with the result."),
    )

    def __init__(self, answer, data=None):
        super().__init__(data, auto_id=f"{answer.id}-%s")
        share = None if answer.share is None else f"{answer.share:g}"
        self.initial = {
            "attempt": answer.attempt.uuid,
            "number": answer.number,
            "share": share,
            "remark": answer.remark,
        }
