"""Passkeys: for which address they hold, what they are called, and forms that read what devices
send."""

import struct
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as of_allauth
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST_NAME = 60
#: More devices than anybody has.
MOST = 10
#: What reading a hostile answer may raise.
UNREADABLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)


def host_of_passkeys(site_url: str) -> str:
    """The host that passkeys hold for. A browser knows none for 127.0.0.1, but for localhost."""
    host = urlsplit(site_url).hostname or ""
    return "localhost" if host in {"127.0.0.1", "::1"} else host


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step of a login, named and bound by the settings and not by the request."""

    def get_totp_issuer(self):
        return settings.WAGTAIL_SITE_NAME

    def get_public_key_credential_rp_entity(self):
        return {"id": host_of_passkeys(settings.SITE_URL), "name": settings.WAGTAIL_SITE_NAME}

    def generate_authenticator_name(self, user, type):
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _("Passkey %(number)d") % {"number": number}


def unreadable():
    return ValidationError(_("The passkey could not be checked. Try again."), code="passkey")


def in_our_words(read):
    """What `read` gives. Whatever a device or a stranger sent that cannot be checked is refused
    with one sentence."""
    try:
        return read()
    except UNREADABLE as error:
        raise unreadable() from error
    except ValidationError as error:
        raise (unreadable() if error.code == "incorrect_code" else error) from error


class ChecksAnswer:
    """A form about a passkey that a device answered for."""

    def clean_credential(self):
        return in_our_words(super().clean_credential)


class AddPasskeyForm(of_allauth.AddWebAuthnForm):
    """A new passkey with its name; every one opens the login by itself."""

    name = forms.CharField(max_length=LONGEST_NAME, required=False)
    passwordless = None

    def clean(self):
        if Authenticator.objects.filter(
            user=self.user, type=Authenticator.Type.WEBAUTHN
        ).count() >= MOST:  # fmt: skip
            raise ValidationError(
                _("There are %(most)d passkeys already. Remove one that you do not use."),
                params={"most": MOST},
                code="most",
            )
        return in_our_words(super().clean)


class RenamePasskeyForm(of_allauth.EditWebAuthnForm):
    """Another name for a passkey."""

    name = forms.CharField(max_length=LONGEST_NAME)


class SignInForm(ChecksAnswer, of_allauth.LoginWebAuthnForm):
    """Sign in with a passkey alone."""


class SecondStepForm(ChecksAnswer, of_allauth.AuthenticateWebAuthnForm):
    """A passkey after the password."""


class ConfirmForm(ChecksAnswer, of_allauth.ReauthenticateWebAuthnForm):
    """A passkey before something that must be safe."""
