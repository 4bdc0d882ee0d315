"""An organization's own screens, without an account: what is asked, its list, and what became of
its people. Whoever opens the link of an invitation holds that invitation in the session."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.views.decorators.debug import sensitive_variables

from courses.actions.invitations import open_link
from courses.actions.nominations import (
    asked_for,
)
from courses.adapters.pace import is_too_fast
from courses.models import Invitation
from courses.rules.nominations import why_not_change
from courses.views.base import SalaView
from courses.views.nomination_words import own_languages

SESSION_KEY = "sala_invitations"
#: Links opened from one address, links opened anywhere, and things sent with one invitation.
OPENED_AT_MOST, OPENED_ANYWHERE, SENT_AT_MOST, SECONDS = 60, 3_000, 120, 10 * 60


class Unshared(SalaView):
    """A screen that leaves no trace: never cached, never indexed, never told to other sites."""

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def get_context_data(self, **kwargs):
        context = super().get_context_data(languages=own_languages(self.request), **kwargs)
        return context | {"sala_base": "courses/base.html"}


class OpenLink(Unshared):
    """Takes the token out of the address at once. Every link that does not work leads to the same
    place; a redirect, since addresses that are not found are logged."""

    policy = "public"

    @sensitive_variables("token")
    def get(self, request, *args, **kwargs):
        invitation = None if self.is_too_fast() else open_link(kwargs["token"])
        if invitation is None:
            response = redirect("courses:nominate_no_link")
        else:
            request.session.cycle_key()
            held = request.session.get(SESSION_KEY, {})
            held = held | {str(invitation.uuid): invitation.token_sha256}
            request.session[SESSION_KEY] = held
            response = redirect("courses:nominate", invitation.uuid)
        return response

    def is_too_fast(self):
        who = self.request.META.get("REMOTE_ADDR", "")
        limits = {"seconds": SECONDS}
        return is_too_fast("link", who, at_most=OPENED_AT_MOST, **limits) or is_too_fast(
            "link", "anywhere", at_most=OPENED_ANYWHERE, **limits
        )


class NoLink(Unshared):
    """What everybody sees whose link is unknown, over or withdrawn, or who came without one."""

    policy = "public"
    template_name = "courses/nominate/no_link.html"

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(), status=404)


class InvitationView(Unshared):
    """A screen of one invitation, for whoever holds it; everybody else is led to `NoLink`."""

    policy = "invitation"

    def dispatch(self, request, *args, **kwargs):
        if self.invitation is None:
            return redirect("courses:nominate_no_link")
        self.find()
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def invitation(self) -> Invitation | None:
        """The invitation of the address, if its link as it is now was opened in this session."""
        number = str(self.kwargs["invitation"])
        held = self.request.session.get(SESSION_KEY, {}).get(number)
        rows = Invitation.objects.usable_on(timezone.localdate()).select_related(
            "organization", "run__course", "run__venue", "run__province"
        )
        return rows.filter(uuid=number, token_sha256=held).first() if held else None

    @cached_property
    def asked(self):
        return asked_for(self.invitation)

    @property
    def is_open(self):
        return why_not_change(self.asked, today=timezone.localdate()) is None

    def is_too_fast(self):
        who = str(self.invitation.pk)
        return is_too_fast("nominate", who, at_most=SENT_AT_MOST, seconds=SECONDS)

    def get_next_url(self):
        return reverse("courses:nominate", args=[self.invitation.uuid])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            invitation=self.invitation,
            run=self.invitation.run,
            asked=self.asked,
            is_open=self.is_open,
            **kwargs,
        )
