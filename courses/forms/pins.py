"""What somebody types who comes by her card: the code of the card, the PIN, a one-time code."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.rules.pins import CODE_DIGITS, LONGEST

CARD_LENGTH = 20


def digits_field(label, length, **options):
    """Digits that nobody reads over a shoulder and no browser keeps."""
    attrs = {"inputmode": "numeric", "autocomplete": "off"}
    widget = forms.PasswordInput(attrs=attrs)
    return forms.CharField(label=label, max_length=2 * length, widget=widget, **options)


class CardForm(forms.Form):
    """Nothing is said here about whether a card exists."""

    card = forms.CharField(
        label=_("Code of your card"),
        max_length=CARD_LENGTH,
        widget=forms.TextInput(
            attrs={
                "autocapitalize": "characters",
                "autocomplete": "off",
                "spellcheck": "false",
                "placeholder": "KH-7K4M-92",
            }
        ),
    )


class SendForm(CardForm):
    """Whom to send a code."""


class OpenForm(CardForm):
    pin = digits_field(_("PIN"), LONGEST)


class ChooseForm(CardForm):
    code = forms.CharField(
        label=_("One-time code"),
        max_length=2 * CODE_DIGITS,
        help_text=_("Six digits. Your trainer tells you, or they come by SMS."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    pin = digits_field(
        _("Your new PIN"),
        LONGEST,
        help_text=_("Four to six digits that only you know. Not your year of birth, not 1234."),
    )
    again = digits_field(_("The new PIN once more"), LONGEST)

    def clean(self):
        told = super().clean()
        if "again" in told and told.get("pin") != told["again"]:
            self.add_error("again", _("The two PINs are not the same. Type both once more."))
        return told
