"""Where people land after signing in."""

from allauth.core.internal import ratelimit
from allauth.mfa.webauthn.views import login_webauthn
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.urls import reverse


@login_required
def start(request):
    """Staff to the admin, trainers to their runs, everybody else to their training."""
    if request.user.has_perm("courses.see_all_training"):
        return redirect("wagtailadmin_home")
    if request.user.has_perm("courses.add_courserun"):
        return redirect("courses:desk")
    return redirect("courses:my_training")


def to_sign_in(request):
    """From the sign-in form of the office to that of the site, and on to where one wanted to go."""
    to = request.GET.get("next") or reverse("start")
    return redirect_to_login(to, login_url=reverse("account_login"))


def sign_in_with_passkey(request):
    """Allauth's view; every question for a passkey keeps a session, so they are limited as well."""
    rate = {"app": "allauth.mfa", "action": "webauthn_login", "limit_get": True}
    if request.method == "GET" and not ratelimit.consume(request, **rate):
        return ratelimit.respond_429(request)
    return login_webauthn(request)
