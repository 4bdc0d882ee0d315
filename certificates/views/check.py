"""The public check: a code in, an honest answer out."""

import re

from django.shortcuts import redirect
from django.utils import timezone

from certificates import conf
from certificates.actions.tallies import count_checks
from certificates.forms.check import CheckForm
from certificates.models import IssuerSettings
from certificates.queries.checked import UNKNOWN
from certificates.queries.checks import check
from certificates.queries.identity import signs_credentials
from certificates.rules.codes import LENGTH, normalise
from certificates.views.answers import said
from certificates.views.limits import is_over, spend
from courses.views.base import SalaView

A_MINUTE = 60
#: A telephone number stays on one line.
SPACE_IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")


class CheckView(SalaView):
    """Asks for a code; a code in the address (`?code=`) leads to its answer."""

    policy = "public"
    template_name = "certificates/check/form.html"

    def get(self, request, *args, **kwargs):
        if "code" not in request.GET:
            return self.show(form=CheckForm(), is_signed=signs_credentials())
        form = CheckForm(request.GET)
        if not form.is_valid():
            return self.show(form=form, is_signed=signs_credentials())
        typed = form.cleaned_data["code"]
        return redirect("certificates:verify", code=normalise(typed) or typed[: LENGTH * 2])


class VerifyView(SalaView):
    """Says what a code is worth; the same answer for every unknown code."""

    policy = "public"
    template_name = "certificates/check/answer.html"

    def get(self, request, *args, **kwargs):
        if is_over("unknown", request, conf.get("CERTIFICATES_TRIES_PER_MINUTE")):
            return self.answer(state="busy", status=429)
        found = check(normalise(self.kwargs["code"]))
        count_checks([found.state if found else UNKNOWN])
        if found is None:
            spend("unknown", request, A_MINUTE)
            return self.answer(
                state="unknown", status=404, typed=self.kwargs["code"][: LENGTH * 2], go=True
            )
        return self.answer(state=found.state, found=found, **said(found))

    def answer(self, *, status=200, **context):
        form = CheckForm(initial={"code": context.get("typed", "")})
        issuer = IssuerSettings.load(request_or_site=self.request)
        contact = SPACE_IN_NUMBER.sub("\u00a0", issuer.contact)
        context = self.get_context_data(
            form=form,
            contact=contact,
            is_signed=signs_credentials(),
            now=timezone.localtime(),
            **context,
        )
        response = self.render_to_response(context, status=status)
        response["X-Robots-Tag"] = "noindex"
        response["Cache-Control"] = "private, no-store"
        return response
