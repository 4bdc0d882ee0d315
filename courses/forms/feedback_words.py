"""The questions of the satisfaction form, in both languages, as staff change them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.models import FeedbackForm
from courses.rules.feedback import FEWEST_STATEMENTS, MOST_STATEMENTS

LONGEST = 120


def _line(label, longest=LONGEST, *, required=False) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=required)


class FeedbackWordsForm(forms.Form):
    """Three to six questions that a face answers, and one for a few words."""

    def __init__(self, data=None, *, form: FeedbackForm):
        super().__init__(data)
        for place in range(MOST_STATEMENTS):
            told = form.statements[place] if place < len(form.statements) else {}
            for code, language in (("km", _("Khmer")), ("en", _("English"))):
                label = _("Question %(number)s, %(language)s") % {
                    "number": place + 1,
                    "language": language,
                }
                self.fields[f"s-{place}-{code}"] = _line(label)
                self.initial[f"s-{place}-{code}"] = told.get(code, "")
        self.fields["question_km"] = _line(_("Last question, Khmer"), 200, required=True)
        self.fields["question_en"] = _line(_("Last question, English"), 200, required=True)
        self.fields["for_all"] = forms.BooleanField(
            label=_("For all courses that have no questions of their own"), required=False
        )
        self.initial |= {"question_km": form.question_km, "question_en": form.question_en}

    def clean(self):
        given = super().clean()
        for place in range(MOST_STATEMENTS):
            both = [given.get(f"s-{place}-{code}", "") for code in ("km", "en")]
            if any(both) and not all(both):
                self.add_error(f"s-{place}-km", _("A question needs both languages."))
        if not self.errors and len(self.statements()) < FEWEST_STATEMENTS:
            self.add_error(None, _("Ask at least three questions."))
        return given

    def statements(self) -> list[dict[str, str]]:
        found = [
            {code: self.cleaned_data.get(f"s-{place}-{code}", "") for code in ("en", "km")}
            for place in range(MOST_STATEMENTS)
        ]
        return [each for each in found if each["en"] and each["km"]]
