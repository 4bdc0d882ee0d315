"""A certificate for whoever got its address in a message: no login, nothing else is shown. Whoever
opens the link holds it in the session."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.debug import sensitive_variables

from certificates.actions.links import open_link
from certificates.choices import Status
from certificates.queries.links import usable_link
from certificates.queries.printing import can_print_again
from certificates.views.files import DownloadView
from certificates.views.sharing import SharePicture
from courses.adapters.pace import is_too_fast
from courses.views.base import SalaView

SESSION_KEY = "sala_papers"
#: Links opened from one address and from anywhere, in ten minutes.
OPENED_AT_MOST, OPENED_ANYWHERE, SECONDS = 60, 3_000, 10 * 60


class LeavesNoTrace:
    """Never cached, never indexed, never told to other sites."""

    policy = "public"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response


class OpenPaper(LeavesNoTrace, SalaView):
    """Takes the token out of the address at once. A link that does not work leads to the same place
    as every other; a redirect, since addresses that are not found are logged."""

    @sensitive_variables("token")
    def get(self, request, *args, **kwargs):
        link = None if self.is_too_fast() else open_link(kwargs["token"])
        if link is None:
            return redirect("certificates:no_paper")
        uuid = str(link.certificate.uuid)
        request.session.cycle_key()
        request.session[SESSION_KEY] = request.session.get(SESSION_KEY, {}) | {
            uuid: link.token_sha256
        }
        return redirect("certificates:paper", uuid)

    def is_too_fast(self):
        who = self.request.META.get("REMOTE_ADDR", "")
        alone = is_too_fast("paper", who, at_most=OPENED_AT_MOST, seconds=SECONDS)
        return alone or is_too_fast("paper", "all", at_most=OPENED_ANYWHERE, seconds=SECONDS)


class NoPaper(LeavesNoTrace, SalaView):
    """What everybody sees whose link is unknown or over, or who came without one."""

    template_name = "certificates/paper/no_paper.html"

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(), status=404)


class HeldMixin(LeavesNoTrace):
    """Something of the certificate whose link was opened in this session."""

    @cached_property
    def held(self):
        sha256 = self.request.session.get(SESSION_KEY, {}).get(str(self.kwargs["uuid"]))
        link = usable_link(sha256) if sha256 else None
        certificate = link and link.certificate
        return certificate if certificate and certificate.uuid == self.kwargs["uuid"] else None


class PaperView(HeldMixin, SalaView):
    """The certificate, with its file where it is in force."""

    template_name = "certificates/paper/paper.html"

    def get(self, request, *args, **kwargs):
        if self.held is None:
            return redirect("certificates:no_paper")
        return self.show(
            certificate=self.held,
            is_in_force=self.held.status == Status.VALID,
            has_picture=can_print_again(self.held),
            check_url=reverse("certificates:verify", args=[self.held.code]),
        )


class HeldFileMixin(HeldMixin):
    def certificate(self):
        if self.held is None or self.held.status != Status.VALID:
            raise Http404
        return self.held


class PaperFile(HeldFileMixin, DownloadView):
    """The issued file."""


class PaperPicture(HeldFileMixin, SharePicture):
    """The page as PNG."""
