"""What staff do with one certificate: withdraw it, print it anew, try again."""

from django import forms
from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certificates.actions.certificates import (
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from certificates.choices import RevocationReason
from courses.admin.verbs import VerbView


class RevokeForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=RevocationReason.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("The public check page shows this sentence."),
    )


class RevokeView(VerbView):
    form_class = RevokeForm
    page_title = gettext_lazy("Withdraw certificate")
    header_icon = "cross"
    button = gettext_lazy("Withdraw it")
    warning = gettext_lazy(
        "The check page will tell everybody that this certificate is not valid any more. "
        "This cannot be undone. To correct a name, print the certificate anew instead."
    )

    def act(self, form):
        revoke_certificate(self.object, form.cleaned_data["reason"], by=self.request.user)
        said = _("Certificate %(number)s is withdrawn.") % {"number": self.object.serial}
        return said, self.address_of(self.object)


class ReplaceView(VerbView):
    page_title = gettext_lazy("Print anew")
    header_icon = "rotate"
    button = gettext_lazy("Print it anew")
    warning = gettext_lazy(
        "A new certificate gets the names and the issuer as they are today, with a new number. "
        "The check page leads from the old one to the new one."
    )

    def act(self, form):
        new = replace_certificate(self.object, by=self.request.user)
        said = _("Certificate %(old)s is replaced by %(new)s.") % {
            "old": self.object.serial,
            "new": new.serial,
        }
        return said, self.address_of(new)


class RetryView(VerbView):
    """Tries to print a held certificate again."""

    page_title = gettext_lazy("Try again")
    header_icon = "rotate"
    button = gettext_lazy("Try again")
    warning = gettext_lazy("Mend what stands in the way first, for instance the person's name.")

    def act(self, form):
        certificate = issue_certificate(self.object.completion, by=self.request.user)
        said = _("Certificate %(number)s is issued.") % {"number": certificate.serial}
        return said, reverse("training_certificates:inspect", args=[quote(certificate.pk)])
