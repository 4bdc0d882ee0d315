"""Erase a person in the admin: the consequences in numbers, a reason, and the card code typed."""

from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks

from courses.actions.erasing import REFUSALS, erase_person
from courses.adapters.language import language
from courses.admin.verbs import VerbView
from courses.choices import ErasureReason
from courses.queries.erasing import consequences_of, records_of, standing_of
from courses.rules.calendar_words import digits
from courses.rules.erasure import why_not_erase

#: Another app says what it takes away: `fn(people)` with the ids returns sentences.
CONSEQUENCES_HOOK = "courses_erasure_consequences"


class EraseForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Why"), choices=ErasureReason.choices, widget=forms.RadioSelect
    )
    confirmed = forms.CharField(
        label=gettext_lazy("Type the card code of this person"),
        max_length=20,
        help_text=gettext_lazy("It stands on the record. So nobody is erased by a slip."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_confirmed(self):
        return self.cleaned_data["confirmed"].strip().upper()


class EraseView(VerbView):
    """Asks with everything that will happen; there is no way back."""

    page_title = gettext_lazy("Erase person")
    header_icon = "bin"
    button = gettext_lazy("Erase for ever")
    form_class = EraseForm
    template_name = "courses/admin/erase.html"

    def is_allowed(self):
        return self.viewset.policy.may_erase(self.request.user, self.object)

    @cached_property
    def sentences(self):
        return [*sentences_of(self.object), *said_by_others(self.object)]

    def act(self, form):
        answers = form.cleaned_data
        erase_person(
            self.object,
            answers["reason"],
            by=self.request.user,
            confirmed=answers["confirmed"],
        )
        return _("The person is erased."), reverse(self.viewset.get_url_name("index"))

    def get_context_data(self, **kwargs):
        code = why_not_erase(standing_of(self.object))
        return super().get_context_data(
            sentences=self.sentences, refusal=REFUSALS[code] if code else "", **kwargs
        )


def said_by_others(person):
    people = [each.pk for each in records_of(person)]
    for say in hooks.get_hooks(CONSEQUENCES_HOOK):
        yield from say(people)


def sentences_of(person):
    """What goes and what stays, each with its number."""
    found = consequences_of(person)
    yield _("Names, year of birth, e-mail and card code are taken away for ever.")
    if found.records > 1:
        yield counted(
            found.records,
            ngettext(
                "%(count)s record is emptied, with those that were merged.",
                "%(count)s records are emptied, with those that were merged.",
                found.records,
            ),
        )
    yield counted(
        found.phones,
        ngettext(
            "%(count)s phone number is deleted.",
            "%(count)s phone numbers are deleted.",
            found.phones,
        ),
    )
    yield counted(
        found.jobs, ngettext("%(count)s job is deleted.", "%(count)s jobs are deleted.", found.jobs)
    )
    if found.places_given_up:
        yield counted(
            found.places_given_up,
            ngettext(
                "%(count)s place on a run to come is given up.",
                "%(count)s places on runs to come are given up.",
                found.places_given_up,
            ),
        )
    yield _(
        "These stay without a name, so that figures stay as they are: enrolments %(enrolments)s,"
        " attendances %(attendances)s, completions %(completions)s."
    ) % {
        "enrolments": digits(found.enrollments, language()),
        "attendances": digits(found.attendances, language()),
        "completions": digits(found.completions, language()),
    }


def counted(number, words):
    return words % {"count": digits(number, language())}
