"""The three questions about what somebody did with a course."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.follow_ups import Answers
from courses.choices import AppliedEvidence, FollowUpWay
from courses.models import FollowUp

LONGEST = 1_000
ANSWERS = [("yes", _("Yes, at least one thing")), ("no", _("No, not yet"))]


def _words(label, help_text="") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class QuestionsForm(forms.Form):
    """What the person answers herself."""

    has_applied = forms.ChoiceField(
        label=_("Have you used something from the course at work?"),
        choices=ANSWERS,
        widget=forms.RadioSelect,
    )
    practice = _words(_("What do you do differently now?"))
    hindrance = _words(_("What stood in the way?"))

    def answers(self) -> Answers:
        given = self.cleaned_data
        return Answers(given["has_applied"] == "yes", given["practice"], given["hindrance"])


class CallForm(QuestionsForm):
    """What a colleague writes down for her, and how sure it is."""

    evidence = forms.ChoiceField(
        label=_("How sure is it?"),
        choices=AppliedEvidence.choices,
        initial=AppliedEvidence.SELF_REPORT,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("Who has seen what?"),
        help_text=_("Only where somebody has seen it: who, when, and what."),
        required=False,
        max_length=300,
    )
    way = forms.ChoiceField(
        label=_("How did the answers come?"),
        choices=[each for each in FollowUpWay.choices if each[0] != FollowUpWay.LINK],
        initial=FollowUpWay.CALL,
        widget=forms.RadioSelect,
    )

    def __init__(self, data=None, *, kept: FollowUp | None = None):
        super().__init__(data, initial=_kept(kept) if kept and kept.answered_on else None)

    def clean(self):
        given = super().clean()
        if given.get("evidence") == AppliedEvidence.VERIFIED and not given.get("note"):
            self.add_error("note", _("Say who has seen what."))
        return given

    def answers(self) -> Answers:
        given = self.cleaned_data
        return Answers(
            given["has_applied"] == "yes",
            given["practice"],
            given["hindrance"],
            given["evidence"],
            given["note"],
        )


def _kept(found: FollowUp) -> dict:
    """What was answered before, to be corrected."""
    told = {
        "has_applied": "yes" if found.has_applied else "no",
        "practice": found.practice,
        "hindrance": found.hindrance,
        "evidence": found.evidence,
        "note": found.evidence_note,
    }
    return told | ({"way": found.way} if found.way != FollowUpWay.LINK else {})
