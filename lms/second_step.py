"""Whoever may enter the office sets up a second step first, where the site says so."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from lms.accounts import IN_THE_OFFICE
from lms.actions.second_steps import has_second_step

#: What somebody without a second step reaches: her account, to set one up or to leave.
OPEN = ("account_", "mfa_")
OPEN_TOO = {"wagtailadmin_logout"}


class SecondStepFirst:
    """Leads logins of the office without a second step to the page where they set one up.

    Phones that hand in marks are answered 401, as after signing out: they keep them and ask again.
    """

    def __init__(self, get_response):
        if not settings.OFFICE_NEEDS_SECOND_STEP:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.url_name or ""
        request.second_step_is_missing = is_missing(request.user)
        if name.startswith(OPEN) or name in OPEN_TOO or not request.second_step_is_missing:
            return None
        if "text/html" in request.headers.get("Accept", "") or request.method in {"GET", "HEAD"}:
            return redirect("mfa_index")
        return JsonResponse({"detail": _("Set up a second step first.")}, status=401)


def is_missing(user) -> bool:
    return user.is_authenticated and user.has_perm(IN_THE_OFFICE) and not has_second_step(user)
