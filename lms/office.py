"""What the project adds to the office: help for somebody who lost her second step."""

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button

from courses.admin.columns import time_of
from courses.admin.verbs import AskView
from lms.actions.second_steps import may_help, remove_second_steps

KINDS = {
    "webauthn": _("Passkey"),
    "totp": _("Authenticator app"),
    "recovery_codes": _("Recovery codes"),
}
VERBS = {
    "second_step_added": (_("Add second step"), _("Second step added")),
    "second_step_removed": (_("Remove second step"), _("Second step removed")),
    "recovery_codes_made": (_("Make recovery codes"), _("New recovery codes made")),
    "second_steps_removed": (
        _("Remove all second steps"),
        _("All second steps removed for somebody who lost them, and signed out everywhere"),
    ),
}


class ReasonForm(forms.Form):
    """Why a second step goes; it stands in the history of the login."""

    reason = forms.CharField(
        label=_("Why, and how you know who asks"),
        help_text=_("For example: she lost her phone; I met her in the office."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RemoveSecondStepsView(AskView):
    """Ask before the second steps of a login go."""

    page_title = _("Remove the second step of a login")
    header_icon = "lock"
    form_class = ReasonForm
    template_name = "lms/second_steps.html"
    button = _("Remove and sign out everywhere")
    warning = _(
        "Only for somebody whom you know and who lost her device: see her, or call the number on"
        " record. Her passkeys, her authenticator app and her recovery codes go, and she is signed"
        " out everywhere. Then she signs in with her password and sets up a new one."
    )

    @cached_property
    def login(self):
        return get_object_or_404(get_user_model(), pk=self.kwargs["pk"])

    def is_allowed(self):
        return may_help(self.login, by=self.request.user)

    def act(self, form):
        remove_second_steps(self.login, form.cleaned_data["reason"], by=self.request.user)
        return _now("The second step is removed."), reverse("wagtailusers_users:index")

    def get_page_subtitle(self):
        return self.login.get_username()

    def get_breadcrumbs_items(self):
        users = {"url": reverse("wagtailusers_users:index"), "label": _now("Users")}
        return [*self.breadcrumbs_items, users, self.last_crumb]

    def get_context_data(self, **kwargs):
        steps = [
            {
                "kind": KINDS[each.type],
                "name": each.wrap().name if each.type == "webauthn" else "",
                "added": time_of(each.created_at),
                "used": time_of(each.last_used_at),
            }
            for each in Authenticator.objects.filter(user=self.login).order_by("pk")
        ]
        return super().get_context_data(steps=steps, **kwargs)


def office_addresses():
    """Hook `register_admin_urls`."""
    view = RemoveSecondStepsView.as_view()
    return [path("second-steps/<int:pk>/", view, name="lms_second_steps")]


def second_step_button(user, request_user):
    """Hook `register_user_listing_buttons`."""
    if may_help(user, by=request_user):
        address = reverse("lms_second_steps", args=[user.pk])
        yield Button(_now("Second step"), address, icon_name="lock", priority=30)


def register_actions(actions):
    """Hook `register_log_actions`."""
    for verb, (label, message) in VERBS.items():
        actions.register_action(f"lms.{verb}", label, message)
