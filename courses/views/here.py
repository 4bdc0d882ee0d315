"""The participant's side of self-marking: the code of the trainer's screen leads here. Whatever
somebody is not told by the same words for everybody is not told at all."""

import uuid

from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from courses.actions.self_marking import mark_oneself
from courses.adapters.pace import is_too_fast
from courses.exceptions import Refused
from courses.queries.self_marking import holder_of, running_session, session_by_ticket
from courses.views.base import SalaView

COOKIE, SALT = "sala_here", "courses.here"
#: How long after the scan somebody may find her card and type.
PASS_SECONDS = 5 * 60
#: Training rooms share one address, so that one stops machines; one scan is for one person.
PASS_TRIES, SESSION_TRIES, ADDRESS_TRIES, TRIES_SECONDS = 8, 600, 300, 10 * 60


class HereView(SalaView):
    policy = "public"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    def is_too_fast(self, what, who, at_most):
        return is_too_fast(what, who, at_most=at_most, seconds=TRIES_SECONDS)

    @property
    def address(self):
        return self.request.META.get("REMOTE_ADDR", "")


class OpenCode(HereView):
    """Scanned from the screen: whoever is in the room gets some minutes to say who she is."""

    def get(self, request, *args, **kwargs):
        session = None
        if not self.is_too_fast("here-code", self.address, ADDRESS_TRIES):
            session = session_by_ticket(kwargs["ticket"], timezone.now())
        answer = redirect("courses:here")
        answer.delete_cookie(COOKIE)
        if session:
            answer.set_signed_cookie(
                COOKIE,
                f"{session.uuid} {uuid.uuid4()}",
                salt=SALT,
                max_age=PASS_SECONDS,
                secure=request.is_secure(),
                httponly=True,
                samesite="Lax",
            )
        return answer


class Here(HereView):
    """Asks for the code of the card, then whether the name is right. Takes `code` and `yes`."""

    template_name = "courses/self_marking/here.html"

    def get(self, request, *args, **kwargs):
        if "done" in request.GET:
            return self.show(step="done")
        session, _scan = self.read_pass()
        return self.show(step="ask" if session else "scan", session=session)

    def post(self, request, *args, **kwargs):
        session, scan = self.read_pass()
        if session is None:
            return self.show(step="scan", session=None)
        place = self.place(session, scan)
        if place and "yes" in request.POST:
            return self.mark(session, place, scan)
        step = "confirm" if place else "ask"
        return self.show(step=step, session=session, place=place, error=self.error)

    error = ""

    def place(self, session, scan):
        """Who has the card, or None and an `error` that says the same of every other code."""
        tries = (
            ("here-scan", str(scan), PASS_TRIES),
            ("here-session", str(session.uuid), SESSION_TRIES),
            ("here-address", self.address, ADDRESS_TRIES),
        )
        if any(self.is_too_fast(*each) for each in tries):
            self.error = _("These were many tries. Please tell the trainer that you are here.")
            return None
        place = holder_of(session, self.request.POST.get("code", "")[:20])
        if place is None:
            self.error = _(
                "Nobody on the list of this session has this code. Look at your card again, or "
                "tell the trainer that you are here."
            )
        return place

    def mark(self, session, place, scan):
        try:
            mark_oneself(session, place, event=scan)
        except Refused as no:
            self.error = no.sentence
            return self.show(step="ask", session=session, error=self.error)
        answer = redirect(f"{self.request.path}?done")
        answer.delete_cookie(COOKIE)
        return answer

    def read_pass(self):
        """The session that was scanned, while people may mark themselves there, and the id of the
        scan, by which it marks one person and no second."""
        sealed = self.request.get_signed_cookie(
            COOKIE, default=None, salt=SALT, max_age=PASS_SECONDS
        )
        if sealed is None:
            return None, None
        session, scan = sealed.split()
        return running_session(uuid.UUID(session), timezone.now()), uuid.UUID(scan)
