"""Writing down what a factory will do, and what shows that it did."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.factory_actions import Agreed
from courses.forms.people import OrganizationField
from courses.forms.runs import day_field
from courses.models import FactoryAction, Topic
from courses.rules.factory_actions import Seen

LONGEST = 1_000
FIELDS = ("text", "organization", "responsible", "topic", "agreed_on", "due_on")


def _file(*, required: bool) -> forms.FileField:
    return forms.FileField(
        label=_("Picture or PDF"),
        help_text=_("On a phone you can take the picture now. Up to 10 MB."),
        error_messages={"required": _("Choose a file, or take a picture.")},
        required=required,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*,application/pdf"}),
    )


class ActionForm(forms.Form):
    """What, who, by when. `form` is made when the form is shown, so that a double click writes one
    action; `revision` is what the user looked at."""

    form = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("What will be done"),
        help_text=_("One thing that somebody can see when it is done."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    organization = OrganizationField(
        label=_("Which organization does it"), help_text=_("Most often the factory of the run.")
    )
    responsible = forms.CharField(
        label=_("Who is responsible"),
        help_text=_("A role, not a name: for instance safety officer, or the committee."),
        max_length=150,
    )
    topic = forms.ModelChoiceField(
        Topic.objects.all(), label=_("Topic"), required=False, empty_label=_("None")
    )
    agreed_on = day_field(label=_("Agreed on"))
    due_on = day_field(label=_("Due on"))

    @staticmethod
    def first_answers(run, today) -> dict:
        return {"form": uuid.uuid4(), "organization": run.host, "agreed_on": today}

    @staticmethod
    def answers_of(action: FactoryAction) -> dict:
        return {name: getattr(action, name) for name in (*FIELDS, "revision")}

    def agreed(self) -> Agreed:
        return Agreed(**{name: self.cleaned_data[name] for name in FIELDS})


class CloseActionForm(forms.Form):
    """A file or words, who has seen it, and when."""

    seen_on = day_field(label=_("Seen done on"))
    seen_by = forms.CharField(
        label=_("Seen by"),
        help_text=_("A role or an organization, for instance adviser of the programme."),
        max_length=150,
    )
    note = forms.CharField(
        label=_("What was seen"),
        help_text=_("In a few words. Needed where there is no picture."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    file = _file(required=False)

    def seen(self) -> Seen:
        given = self.cleaned_data
        return Seen(given["seen_on"], given["seen_by"], given["note"])


class ActionFileForm(forms.Form):
    file = _file(required=True)
    note = forms.CharField(label=_("Note"), max_length=200, required=False)
