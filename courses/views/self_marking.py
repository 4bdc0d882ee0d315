"""The trainer's side of self-marking: start it, show the code that changes, stop it."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.actions.self_marking import start_self_marking, stop_self_marking
from courses.adapters.qr import qr_data_uri
from courses.exceptions import Refused
from courses.forms.register_words import number
from courses.queries.self_marking import is_running, marked_themselves, seconds_left, ticket_for
from courses.views.base import SessionView


def count_words(count):
    return ngettext(
        "%(count)s person has marked herself or himself.",
        "%(count)s people have marked themselves.",
        count,
    ) % {"count": number(count)}


class SelfMarkingView(SessionView):
    needs = "sessions.change"

    @property
    def is_running(self):
        return is_running(self.session, timezone.now())

    def shown(self):
        """The code of this moment, and how many have used one."""
        now = timezone.now()
        path = reverse("courses:here_code", args=[ticket_for(self.session, now)])
        return {
            "picture": qr_data_uri(self.request.build_absolute_uri(path)),
            "count": count_words(marked_themselves(self.session)),
            "seconds": seconds_left(now),
        }


class SelfMarking(SelfMarkingView):
    """What it is and a button; once started, the code in large. POST takes `start` or `stop`."""

    template_name = "courses/self_marking/screen.html"

    def get_context_data(self, **kwargs):
        shown = self.shown() if self.is_running else None
        return super().get_context_data(shown=shown, **kwargs)

    def post(self, request, *args, **kwargs):
        try:
            if "start" in request.POST:
                start_self_marking(self.session, by=request.user)
            else:
                stop_self_marking(self.session, by=request.user)
                messages.success(request, _("People do not mark themselves any more."))
        except Refused as no:
            messages.error(request, no.sentence)
        return redirect("courses:self_marking", self.session.uuid)


class SelfMarkingCode(SelfMarkingView):
    """The code as data, for the script that renews it."""

    def get(self, request, *args, **kwargs):
        if not self.is_running:
            raise Http404
        return JsonResponse(self.shown())
