"""What people think of a run, as they say it: on their own phone, or on one that goes round.

Nothing about who answers reaches the database (decision 0080). A phone holds a number that it drew
by chance, or one that stands for an enrolment; its fingerprint says that it was used."""

import secrets

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses.actions.feedback import give_feedback
from courses.adapters.pace import is_too_fast
from courses.choices import FeedbackWay
from courses.exceptions import Refused
from courses.forms.feedback import SatisfactionForm
from courses.models import FeedbackRound
from courses.queries.feedback import is_open, is_used, own_ticket, round_of
from courses.queries.my_training import own_enrollments
from courses.views.base import FormMixin, SalaView

#: Cookies: the number of this phone; that it goes round, for one run and some hours.
COOKIE, PASSED_COOKIE, SALT = "sala_sheet", "sala_passed", "courses.feedback"
DAY_SECONDS, PASSED_SECONDS, SHEET_SECONDS = 24 * 3600, 4 * 3600, 2 * 3600
#: More sheets for a run in ten minutes come from a machine.
MOST, TRIES_SECONDS = 300, 10 * 60


def keep_cookie(request, answer, name, value, seconds):
    answer.set_signed_cookie(
        name,
        value,
        salt=SALT,
        max_age=seconds,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


class FeedbackView(SalaView):
    """A screen of a round, found by the `round` in its address; nothing of it is kept."""

    policy = "public"
    template_name = "courses/feedback/form.html"

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        return response

    @cached_property
    def round(self):
        rows = FeedbackRound.objects.select_related("run__course", "form")
        return get_object_or_404(rows, uuid=self.kwargs["round"])

    def cookie(self, name, seconds):
        return self.request.get_signed_cookie(name, default=None, salt=SALT, max_age=seconds)

    def get_context_data(self, **kwargs):
        return super().get_context_data(run=self.round.run, step="ask", **kwargs)

    def is_flooded(self):
        who = self.round.uuid.hex
        return is_too_fast("feedback", who, at_most=MOST, seconds=TRIES_SECONDS)


class Answer(FormMixin, FeedbackView):
    """On the own phone: one sheet a phone, or for an enrolment where she comes from her page."""

    way = FeedbackWay.OWN

    def make_form(self, data=None):
        return SatisfactionForm(data, form=self.round.form)

    @cached_property
    def ticket(self):
        return self.cookie(COOKIE, DAY_SECONDS) or secrets.token_hex(16)

    def get(self, request, *args, **kwargs):
        if "done" in request.GET or is_used(self.round, self.ticket):
            return self.tell("done")
        if not is_open(self.round):
            return self.tell("over")
        answer = self.show(form=self.make_form())
        keep_cookie(request, answer, COOKIE, self.ticket, DAY_SECONDS)
        return answer

    def tell(self, step):
        context = {**self.get_context_data(), "step": step}
        return self.render_to_response(context)

    def act(self, form):
        if self.is_flooded():
            raise Refused(_("Too many answers at once. Wait some minutes."), code="too_fast")
        give_feedback(
            self.round,
            ticket=self.ticket,
            way=self.way,
            faces=form.faces(),
            text=form.cleaned_data["text"],
        )
        return f"{self.request.path}?done"


class PassRound(Answer):
    """On one phone that goes round: every sheet has a number of its own, drawn when it is shown, so
    that going back or sending twice counts once. Then a screen says to pass the phone on."""

    way = FeedbackWay.PASSED
    template_name = "courses/feedback/passed.html"

    def dispatch(self, request, *args, **kwargs):
        if self.cookie(PASSED_COOKIE, PASSED_SECONDS) != self.round.uuid.hex:
            return redirect("courses:feedback", self.round.uuid)
        if "finish" in request.GET:
            answer = redirect("courses:run_feedback", self.round.run.uuid)
            answer.delete_cookie(PASSED_COOKIE)
            return answer
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        if "done" in request.GET:
            return self.tell("done")
        return self.show(form=self.make_form()) if is_open(self.round) else self.tell("over")

    @cached_property
    def ticket(self):
        try:
            return signing.loads(
                self.request.POST.get("sheet", ""), salt=SALT, max_age=SHEET_SECONDS
            )
        except signing.BadSignature:
            return secrets.token_hex(16)

    def get_context_data(self, **kwargs):
        sheet = self.request.POST.get("sheet") or signing.dumps(secrets.token_hex(16), salt=SALT)
        return super().get_context_data(sheet=sheet, **kwargs)


class MyFeedback(SalaView):
    """From the own page to the form, with the number that stands for the enrolment."""

    policy = "own"

    @cached_property
    def round(self):
        rows = own_enrollments(self.person) if self.person else None
        self.enrollment = rows and rows.filter(uuid=self.kwargs["enrollment"]).first()
        found = round_of(self.enrollment.run) if self.enrollment else None
        if found is None:
            raise Http404
        return found

    def find(self):
        return self.round

    def get(self, request, *args, **kwargs):
        answer = redirect(reverse("courses:feedback", args=[self.round.uuid]))
        keep_cookie(request, answer, COOKIE, own_ticket(self.enrollment), DAY_SECONDS)
        return answer
