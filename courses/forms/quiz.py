"""The questions of a lesson as a plain form; right answers never leave the server with it."""

import hashlib
import json
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

CHANGED = _("The questions have changed. Please answer them again.")


class QuizForm(forms.Form):
    """One field a question, with radio buttons where one answer is right, else boxes.

    `version` is a fingerprint of the questions, so that answers to older ones are not graded.
    """

    version = forms.CharField(widget=forms.HiddenInput, required=False)
    attempt = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, quiz, data=None):
        super().__init__(data, auto_id="quiz_%s")
        self.questions = list(quiz["questions"])
        self.current_version = version_of(self.questions)
        self.fields["version"].initial = self.current_version
        self.fields["attempt"].initial = uuid.uuid4()
        for number, question in enumerate(self.questions):
            self.fields[f"question_{number}"] = field_of(question)

    @property
    def asked(self):
        """The bound fields of the questions, in order."""
        return [self[f"question_{number}"] for number in range(len(self.questions))]

    def clean(self):
        if self.cleaned_data.get("version") != self.current_version:
            self.errors.clear()
            raise forms.ValidationError(CHANGED, code="answers_do_not_fit")
        return self.cleaned_data

    @property
    def attempt_id(self) -> uuid.UUID:
        return self.cleaned_data.get("attempt") or uuid.uuid4()

    def answers(self) -> list[set[int]]:
        """The positions of the chosen answers, question by question."""
        chosen = (self.cleaned_data[f"question_{number}"] for number in range(len(self.questions)))
        return [{int(each) for each in (one if isinstance(one, list) else [one])} for one in chosen]

    def key(self) -> list[set[int]]:
        """The positions of the right answers, question by question."""
        return [right_answers(question) for question in self.questions]


def right_answers(question) -> set[int]:
    return {n for n, choice in enumerate(question["choices"]) if choice["is_correct"]}


def version_of(questions) -> str:
    """The same for the same questions and answers in the same order."""
    words = [
        [question["question"], [choice["text"] for choice in question["choices"]]]
        for question in questions
    ]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:16]


def field_of(question) -> forms.Field:
    choices = [(str(n), choice["text"]) for n, choice in enumerate(question["choices"])]
    if len(right_answers(question)) > 1:
        return forms.MultipleChoiceField(
            label=question["question"],
            help_text=_("Choose all that fit."),
            choices=choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one answer.")},
        )
    return forms.ChoiceField(
        label=question["question"],
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one answer.")},
    )
