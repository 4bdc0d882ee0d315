"""Notes of a session, and to whom a run goes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.actions.handing_over import LONGEST_NOTES
from courses.forms.runs import TrainersField


class NotesForm(forms.Form):
    """What the next trainer needs to know; nothing about single people."""

    notes = forms.CharField(
        label=_("What the other trainers need to know"),
        help_text=_("Write nothing about single people."),
        max_length=LONGEST_NOTES,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class HandOverForm(forms.Form):
    """Who leads from now on, and a note for her."""

    trainer = TrainersField(label=_("Who leads from now on"), is_many=False)
    note = forms.CharField(
        label=_("What this trainer has to know"),
        help_text=_("A few words. They stay in the history."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say in a few words what the other trainer has to know.")},
    )

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.fields["trainer"].offer_to(user)
