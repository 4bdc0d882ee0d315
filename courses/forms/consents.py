"""The questions of consent with their words in Khmer and English, answered one by one."""

from django import forms
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from courses.adapters.language import language
from courses.choices import ConsentManner
from courses.models import Person
from courses.queries.consents import Question, questions_for
from courses.rules.calendar_words import date_in_words

ANSWERS = [("yes", _("Yes, I agree")), ("no", _("No, I do not agree"))]


class ConsentsForm(forms.Form):
    """A question for each kind; one that is left open stays as it was.

    `with_manner` asks how the words reached the person, which she does not ask herself.
    """

    def __init__(self, data=None, *, person: Person, with_manner: bool = True, **kwargs):
        super().__init__(data, **kwargs)
        self.questions = questions_for(person)
        if with_manner:
            self.fields["manner"] = forms.ChoiceField(
                label=_("How did the person hear the words?"),
                choices=[each for each in ConsentManner.choices if each[0] != "themselves"],
                initial=ConsentManner.READ_ALOUD,
                widget=forms.RadioSelect,
            )
        for question in self.questions:
            self._ask(question)

    def _ask(self, question: Question) -> None:
        answer = None if question.is_old else question.answer
        self.fields[question.kind] = forms.ChoiceField(
            label=question.kind.label,
            choices=ANSWERS,
            initial=("yes" if answer.is_given else "no") if answer else None,
            required=False,
            widget=forms.RadioSelect,
            help_text=words_of(question),
        )
        self.fields[f"{question.kind}_version"] = forms.IntegerField(
            initial=question.version, widget=forms.HiddenInput, required=False
        )

    def answers(self) -> dict[str, bool]:
        """What was answered, by kind; without the questions that were left open."""
        given = {each.kind: self.cleaned_data[each.kind] for each in self.questions}
        return {kind: answer == "yes" for kind, answer in given.items() if answer}

    def seen(self) -> dict[str, int | None]:
        """The version of the words on the page, by kind."""
        return {each.kind: self.cleaned_data[f"{each.kind}_version"] for each in self.questions}


def words_of(question: Question) -> str:
    """The notice in both languages, and what was answered before."""
    notice, texts = question.notice, []
    if notice:
        texts = [("km", notice.text_km), ("en", notice.text_en)]
    words = format_html_join("", '<p lang="{}">{}</p>', texts)
    return format_html("{}<p>{}</p>", words, answered(question))


def answered(question: Question) -> str:
    """What the person answered, when, and to which words. An answer to earlier words is told and
    not ticked, so that nobody agrees to new words unasked."""
    answer = question.answer
    if answer is None:
        return _now("Not asked yet.")
    day = date_in_words(timezone.localtime(answer.recorded_at).date(), language())
    if question.is_old and answer.is_given:
        return _now("Said yes on %(day)s, to earlier words. Ask again.") % {"day": day}
    if question.is_old:
        return _now("Said no on %(day)s, to earlier words. Ask again.") % {"day": day}
    words = _now("Said yes on %(day)s.") if answer.is_given else _now("Said no on %(day)s.")
    return words % {"day": day}
