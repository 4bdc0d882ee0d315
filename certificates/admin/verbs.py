"""Screens of the admin that ask before one verb is done with one row."""

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.edit import FormMixin, ProcessFormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin

from certificates.actions.certificates import (
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from certificates.choices import RevocationReason
from courses.admin.views import OwnRow
from courses.exceptions import Refused


class VerbView(OwnRow, BaseObjectMixin, WagtailAdminTemplateMixin, FormMixin, ProcessFormView):
    """Says what will happen, asks what it must know, and does it. A "no" is told on the form.

    A subclass gives `act(form)`, which does the verb and returns a sentence and where to go.
    """

    viewset = None
    permission_policy = None
    row_actions = ("view",)
    form_class = forms.Form
    template_name = "certificates/admin/verb.html"
    warning = ""
    button = ""

    def dispatch(self, request, *args, **kwargs):
        if not self.viewset.policy.may(request.user, "change", self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            sentence, address = self.act(form)
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.form_invalid(form)
        messages.success(self.request, sentence)
        return redirect(address)

    def address_of(self, row):
        return reverse(self.viewset.get_url_name("inspect"), args=[quote(row.pk)])

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        index = reverse(self.viewset.get_url_name("index"))
        return [
            *self.breadcrumbs_items,
            {"url": index, "label": self.viewset.menu_label},
            {"url": "", "label": self.page_title, "sublabel": str(self.object)},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            warning=self.warning,
            submit_button_label=self.button,
            submit_button_active_label=self.button,
            action_url=self.request.path,
            **kwargs,
        )


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
