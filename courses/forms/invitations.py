"""Asking an organization to name people: who, for how many seats, until when."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.invitations import Terms
from courses.choices import Role
from courses.forms.people import OrganizationField
from courses.models import Channel, CourseRun


class InviteForm(forms.Form):
    organization = OrganizationField(
        label=_("Organization"),
        help_text=_("Type two letters of its name and choose."),
        error_messages={"required": _("Choose the organization.")},
    )
    channel = forms.ChoiceField(
        label=_("It names people"),
        choices=Channel.choices,
        widget=forms.RadioSelect,
        help_text=_("What a union is told stays with the union; employers never see it."),
        error_messages={"required": _("Choose one.")},
    )
    seats = forms.IntegerField(
        label=_("Seats"),
        min_value=1,
        max_value=2_000,
        error_messages={"required": _("Say how many people it may name.")},
    )
    deadline = forms.DateField(
        label=_("Last day for names"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose the last day."), "invalid": _("Choose a day.")},
    )
    roles = forms.MultipleChoiceField(
        label=_("Who is asked for"),
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    women_percent = forms.IntegerField(
        label=_("Women asked for, per cent"), required=False, min_value=0, max_value=100
    )
    contact_name = forms.CharField(label=_("Contact person"), required=False, max_length=100)
    message = forms.CharField(
        label=_("A word to the organization"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @staticmethod
    def first_answers(run: CourseRun) -> dict:
        """Half the seats, until two days before the run, for whom the course is made."""
        today = timezone.localdate()
        latest = run.starts_on - timedelta(days=2) if run.starts_on else today
        return {
            "seats": max(1, run.capacity // 2),
            "deadline": max(today, latest),
            "roles": [role for role in run.course.audience if role in Role.values],
        }

    def terms(self) -> Terms:
        said = self.cleaned_data
        return Terms(
            seats=said["seats"],
            deadline=said["deadline"],
            roles=tuple(said["roles"]),
            women_percent=said["women_percent"],
            message=said["message"],
            contact_name=said["contact_name"],
        )


class RenewForm(forms.Form):
    deadline = forms.DateField(
        label=_("Last day for names"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Choose the last day."), "invalid": _("Choose a day.")},
    )
