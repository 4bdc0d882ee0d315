"""Marks that phones handed in and that could not be taken: take them in, or set them aside."""

import uuid

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.quarantine import set_aside
from courses.actions.syncing import accept_event
from courses.exceptions import Refused
from courses.queries.aside import to_decide
from courses.views.base import SalaView


class DecideAside(SalaView):
    """All that wait for the user: of her own runs, or of all for staff. Takes `tap`, `reason`, and
    `accept` or `set_aside`."""

    policy = "trainer"
    needs = "sessions.change"
    template_name = "courses/offline/aside.html"

    def get_context_data(self, **kwargs):
        rows = permissions.aside.rows_for(self.request.user)
        return super().get_context_data(taps=to_decide(rows), **kwargs)

    def post(self, request, *args, **kwargs):
        event, reason = self.event, request.POST.get("reason", "")
        try:
            if "accept" in request.POST:
                accept_event(event, reason, by=request.user)
                messages.success(request, _("The mark is in the register."))
            else:
                set_aside(event, reason, by=request.user)
                messages.success(request, _("The mark is set aside."))
        except Refused as no:
            messages.error(request, no.sentence)
        return redirect("courses:aside")

    @property
    def event(self):
        try:
            tap = uuid.UUID(self.request.POST.get("tap", ""))
        except ValueError:
            raise Http404 from None
        return get_object_or_404(permissions.aside.rows_for(self.request.user), uuid=tap)
