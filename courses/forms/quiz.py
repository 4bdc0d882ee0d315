"""The questions of a quiz as a plain form; right answers never leave the server with it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.forms.quiz_fields import BUILDERS, answer_in, initial_of, names_of
from courses.rules.questions import Kind, Question, version_of
from courses.rules.questions.grading import Answer

CHANGED = _("The questions have changed. Please answer them again.")


@dataclass(frozen=True)
class Asked:
    """One question on the screen with its bound fields, one or as many as it has parts."""

    number: int
    question: Question
    fields: list

    @property
    def id(self) -> str:
        return f"quiz_question_{self.number - 1}"

    @property
    def first(self):
        return self.fields[0]

    @property
    def error_ids(self) -> str:
        return " ".join(f"{field.auto_id}_error" for field in self.fields if field.errors)


class QuizForm(forms.Form):
    """One field a question, or one for each thing that is put in order or matched.

    `version` is a fingerprint of the questions as they were drawn, so that answers to older ones
    are not graded; that of their own words if none is given. `is_lenient` takes what can be read
    and asks for nothing: for keeping answers on the way, and for handing in with open questions.
    """

    version = forms.CharField(widget=forms.HiddenInput, required=False)
    attempt = forms.UUIDField(widget=forms.HiddenInput, required=False)
    anyway = forms.BooleanField(label=_("Hand in with open questions"), required=False)

    def __init__(
        self,
        questions: Sequence[Question],
        data=None,
        *,
        attempt: uuid.UUID,
        answers: Sequence[Answer] = (),
        version: str = "",
        is_lenient: bool = False,
    ):
        super().__init__(data, auto_id="quiz_%s")
        self.questions = questions
        self.current_version = version or version_of(questions)
        self.is_lenient = is_lenient or bool(data and data.get("anyway"))
        self.fields["version"].initial = self.current_version
        self.fields["attempt"].initial = attempt
        for number, question in enumerate(questions):
            self.fields |= BUILDERS[question.kind](number, question)
        for number, answer in enumerate(answers):
            self.initial |= initial_of(number, questions[number], answer)
        if self.is_lenient:
            for field in self.fields.values():
                field.required = False

    @property
    def asked(self) -> list[Asked]:
        """The questions in order, with their bound fields."""
        return [
            Asked(number + 1, question, [self[name] for name in names_of(number, question)])
            for number, question in enumerate(self.questions)
        ]

    def clean(self):
        if self.cleaned_data.get("version") != self.current_version:
            self.errors.clear()
            raise forms.ValidationError(CHANGED, code="answers_do_not_fit")
        if not self.is_lenient:
            for number, question in enumerate(self.questions):
                if question.kind is Kind.ORDER:
                    self._expect_an_order(names_of(number, question))
        return self.cleaned_data

    def _expect_an_order(self, names: list[str]) -> None:
        places = [self.cleaned_data.get(name) for name in names]
        if all(places) and len(set(places)) < len(places):
            self.add_error(names[0], _("Use each number once."))

    @property
    def fits(self) -> bool:
        """Whether the answers belong to these questions, be they complete or not."""
        return self.is_valid() or not self.has_error("__all__")

    def answers(self) -> list[Answer]:
        """As `courses.rules.questions` grades them, question by question."""
        return [
            answer_in(self.cleaned_data, number, question)
            for number, question in enumerate(self.questions)
        ]
