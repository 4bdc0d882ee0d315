"""The satisfaction form: a face for each question and a few words; and the tally of paper sheets.

Fields are named `f-0`, `f-1` for the questions, and `t-0-5` for how often face 5 was ticked for the
first one."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.adapters.language import language
from courses.choices import Face
from courses.models import FeedbackForm, FeedbackTally
from courses.queries.feedback import texts_of
from courses.rules import calendar_words
from courses.rules.feedback import FACES, LONGEST_TEXT, Counts

MOST_SHEETS = 2_000


@dataclass(frozen=True)
class Asked:
    """A question as the screen shows it: the name of its field, and each face with its word."""

    name: str
    text: str
    faces: list[tuple[int, str, bool]]


class SatisfactionForm(forms.Form):
    """Every question may be left open, but not all of them."""

    def __init__(self, data=None, *, form: FeedbackForm):
        super().__init__(data)
        self.texts, question = texts_of(form, language())
        for place, text in enumerate(self.texts):
            self.fields[f"f-{place}"] = forms.TypedChoiceField(
                label=text, choices=Face.choices, coerce=int, empty_value=None, required=False
            )
        self.fields["text"] = forms.CharField(
            label=question,
            required=False,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("A few words, if you like. Do not write your name."),
        )

    @property
    def asked(self) -> list[Asked]:
        return [self._asked(place, text) for place, text in enumerate(self.texts)]

    def _asked(self, place: int, text: str) -> Asked:
        name = f"f-{place}"
        chosen = str(self.data.get(name, "")) if self.is_bound else ""
        faces = [(value, str(word), str(value) == chosen) for value, word in Face.choices]
        return Asked(name, text, faces)

    def faces(self) -> list[int | None]:
        return [self.cleaned_data[f"f-{place}"] for place in range(len(self.texts))]


@dataclass(frozen=True)
class Counted:
    """A question with a field for each face."""

    text: str
    fields: list[tuple[int, str, forms.BoundField]]


class PaperTallyForm(forms.Form):
    """How many sheets came in, how often each face was ticked, and what was written on them. Words
    that are kept are never shown again: who may not read them may type them in."""

    def __init__(self, data=None, *, form: FeedbackForm, kept: FeedbackTally | None):
        super().__init__(data)
        self.texts, question = texts_of(form, language())
        self.fields["sheets"] = self._number(
            _("How many sheets came back?"), kept.sheets if kept else None, required=True
        )
        self.kept_texts = len(kept.texts) if kept else 0
        self.fields["words"] = forms.CharField(
            label=question,
            required=False,
            strip=False,
            widget=forms.Textarea(attrs={"rows": 5}),
            help_text=_("What people wrote, one line for each sheet. Leave names out."),
        )
        for place, text in enumerate(self.texts):
            for face in FACES:
                initial = kept.counts[place][face - 1] if kept else None
                self.fields[f"t-{place}-{face}"] = self._number(
                    f"{text} – {Face(face).label}", initial or None
                )

    def _number(self, label, initial, *, required=False) -> forms.IntegerField:
        return forms.IntegerField(
            label=label,
            initial=initial,
            required=required,
            min_value=0,
            max_value=MOST_SHEETS,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )

    @property
    def counted(self) -> list[Counted]:
        return [
            Counted(
                text,
                [(face, Face(face).label, self[f"t-{place}-{face}"]) for face in FACES],
            )
            for place, text in enumerate(self.texts)
        ]

    def clean_words(self) -> list[str]:
        """One text for each line that is not empty."""
        lines = [line.strip() for line in self.cleaned_data["words"].splitlines()]
        texts = [line for line in lines if line]
        if any(len(text) > LONGEST_TEXT for text in texts):
            raise forms.ValidationError(
                _("A line has more than %(most)s letters. One line is for one sheet."),
                params={"most": calendar_words.number(LONGEST_TEXT, language())},
                code="too_long",
            )
        return texts

    def counts(self) -> Counts:
        answers = self.cleaned_data
        return [
            [answers[f"t-{place}-{face}"] or 0 for face in FACES]
            for place in range(len(self.texts))
        ]
