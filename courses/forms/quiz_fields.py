"""The fields of one question, by its kind, and the answer that is typed into them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from courses.rules.questions import Kind, Question, readings
from courses.rules.questions.grading import Answer
from courses.rules.questions.numbers import LONGEST

LONGEST_ANSWER = 2000
TRUE, FALSE = _("It is true"), _("It is not true")
CHOOSE_ONE = {"required": _("Choose one answer.")}


def is_in_parts(question: Question) -> bool:
    """Whether each part of the question has a field of its own."""
    return question.kind in (Kind.ORDER, Kind.MATCH)


def names_of(number: int, question: Question) -> list[str]:
    if is_in_parts(question):
        return [f"question_{number}_{part}" for part in range(len(question.parts))]
    return [f"question_{number}"]


def words_of(question: Question) -> list:
    """What can be chosen."""
    if question.kind is Kind.TRUE_FALSE:
        return [TRUE, FALSE]
    return [part.text for part in question.parts]


def _one(number: int, question: Question) -> dict[str, forms.Field]:
    field = forms.ChoiceField(
        label=question.text,
        choices=[(str(n), words) for n, words in enumerate(words_of(question))],
        widget=forms.RadioSelect,
        error_messages=CHOOSE_ONE,
    )
    return {f"question_{number}": field}


def _several(number: int, question: Question) -> dict[str, forms.Field]:
    field = forms.MultipleChoiceField(
        label=question.text,
        help_text=_("Choose all that fit."),
        choices=[(str(n), words) for n, words in enumerate(words_of(question))],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one answer.")},
    )
    return {f"question_{number}": field}


def _order(number: int, question: Question) -> dict[str, forms.Field]:
    places = [("", _("Which place?"))]
    places += [(str(n), str(n + 1)) for n in range(len(question.parts))]
    return _selects(number, question, places, _("Give each step a number."))


def _match(number: int, question: Question) -> dict[str, forms.Field]:
    offered = [("", _("What belongs to it?"))]
    offered += [(str(n), other.text) for n, other in enumerate(question.others)]
    return _selects(number, question, offered, _("Choose what belongs to it."))


def _selects(number: int, question: Question, choices: list, required) -> dict[str, forms.Field]:
    return {
        name: forms.ChoiceField(
            label=part.text, choices=choices, error_messages={"required": required}
        )
        for name, part in zip(names_of(number, question), question.parts, strict=True)
    }


class NumberField(forms.CharField):
    """A number as people type it. It stays text: 1,500 may mean two numbers."""

    def validate(self, value):
        super().validate(value)
        if value and self.required and not readings(value):
            raise ValidationError(_("Write a number, such as 12 or 12.5."), code="no_number")


def _number(number: int, question: Question) -> dict[str, forms.Field]:
    field = NumberField(
        label=question.text,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"required": _("Write a number, such as 12 or 12.5.")},
    )
    return {f"question_{number}": field}


def _written(number: int, question: Question) -> dict[str, forms.Field]:
    field = forms.CharField(
        label=question.text,
        help_text=_("A few words or sentences. A trainer reads them."),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write an answer.")},
    )
    return {f"question_{number}": field}


BUILDERS = {
    Kind.SINGLE: _one,
    Kind.TRUE_FALSE: _one,
    Kind.PICTURE: _one,
    Kind.MULTIPLE: _several,
    Kind.ORDER: _order,
    Kind.MATCH: _match,
    Kind.NUMBER: _number,
    Kind.WRITTEN: _written,
}


def answer_in(cleaned: dict, number: int, question: Question) -> Answer:
    """The answer in cleaned data, as the rules grade it; None where the question is open."""
    values = [cleaned.get(name) for name in names_of(number, question)]
    if is_in_parts(question):
        return [int(value) if value else None for value in values] if any(values) else None
    (value,) = values
    if question.kind in (Kind.NUMBER, Kind.WRITTEN):
        return value or None
    chosen = value if isinstance(value, list) else [value] if value else []
    return [int(each) for each in chosen] or None


def initial_of(number: int, question: Question, answer: Answer) -> dict:
    """What the fields show for an answer that was kept."""
    if answer is None:
        return {}
    names = names_of(number, question)
    if is_in_parts(question):
        shown = ["" if each is None else str(each) for each in answer]
        return dict(zip(names, shown, strict=False))
    if question.kind in (Kind.NUMBER, Kind.WRITTEN):
        return {names[0]: answer}
    chosen = [str(each) for each in answer]
    return {names[0]: chosen if question.kind is Kind.MULTIPLE else chosen[0]}
