"""Take somebody off a run, and keep seats of a run."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.choices import WithdrawalCause
from courses.forms.people import OrganizationField
from courses.forms.runs import MOST_SEATS, day_field
from courses.models import SeatReservation

#: Not for people to choose: the answer to an offer says so by itself.
BY_THEMSELVES = (WithdrawalCause.SAID_NO, WithdrawalCause.RAN_OUT)
CAUSES = [(each.value, each.label) for each in WithdrawalCause if each not in BY_THEMSELVES]


class WithdrawForm(forms.Form):
    cause = forms.ChoiceField(
        label=_("What is nearest"), choices=CAUSES, widget=forms.RadioSelect, required=False
    )
    reason = forms.CharField(
        label=_("Why, if you want to say"),
        required=False,
        max_length=200,
        help_text=_("A few words. They stay in the record of the run."),
    )


class KeepSeatsForm(forms.Form):
    organization = OrganizationField(label=_("Organization"))
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=2)
    until = day_field(
        label=_("Kept until"),
        required=False,
        help_text=_("After this day the seats that nobody took are free for everybody."),
    )

    @staticmethod
    def answers_of(row: SeatReservation) -> dict:
        return {"organization": row.organization, "seats": row.seats, "until": row.until}
