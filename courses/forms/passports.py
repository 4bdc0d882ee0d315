"""What of her training record a person shows to others, and for how long."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses.adapters.language import language
from courses.rules.calendar_words import number
from courses.rules.passport import DAYS


class PassportForm(forms.Form):
    """`with_private` asks about courses that stay out otherwise. `uuid` belongs to the page: sent
    twice, it makes one link."""

    uuid = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    shows_private = forms.BooleanField(
        label=_("Show my courses of unions and on sensitive subjects too"), required=False
    )
    days = forms.TypedChoiceField(
        label=_("How long the link works"), coerce=int, initial=30, widget=forms.RadioSelect
    )

    def __init__(self, data=None, *, with_private: bool):
        super().__init__(data)
        self.fields["days"].choices = [(days, _days(days)) for days in DAYS]
        if not with_private:
            del self.fields["shows_private"]

    @property
    def is_whole(self) -> bool:
        """Whether private courses are shown too."""
        return self.cleaned_data.get("shows_private", False)


def _days(days: int) -> str:
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": number(days, language())}
