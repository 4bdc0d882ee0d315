"""Change a session, postpone it, call it off, and keep who came to one that was called off."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from courses.actions.runs import cancel_session
from courses.actions.session_changes import (
    change_session,
    mark_came_anyway,
    postpone_session,
)
from courses.exceptions import Refused
from courses.forms.pick import is_asking, without_verdict
from courses.forms.register_words import number
from courses.forms.session_changes import (
    CameForm,
    CancelSessionForm,
    ChangeSessionForm,
    PostponeSessionForm,
)
from courses.queries.conflicts import conflicts_of
from courses.queries.sessions import people_on, trainers_in
from courses.views.base import FormMixin, SessionView
from courses.views.planning import in_words
from courses.views.runs import run_address

WHY_DESPITE = gettext_lazy(
    "Change the session, or say in a few words why it is planned all the same."
)
CONFLICT = gettext_lazy("Something stands in the way of this session. Nothing is changed yet.")


def session_address(session):
    return f"{run_address(session.run)}#session-{session.uuid}"


class ChangeSession(FormMixin, SessionView):
    """What stands in the way of the changed session is told before it is saved."""

    needs = "sessions.change"
    template_name = "courses/run/change_session.html"
    form_class = ChangeSessionForm

    def make_form(self, data=None):
        answers = self.form_class.answers_of_session(self.session)
        return self.form_class(data, initial=answers, user=self.request.user)

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form))
        return super().post(request, *args, **kwargs)

    def act(self, form):
        despite = form.cleaned_data["despite"]
        if self.conflicts(form) and not despite:
            form.add_error("despite", WHY_DESPITE)
            raise Refused(CONFLICT, code="conflict")
        return self.save(form, despite)

    def save(self, form, despite):
        session = change_session(self.session, form.plan(), by=self.request.user, despite=despite)
        messages.success(self.request, _("The session is changed."))
        return session_address(session)

    def conflicts(self, form):
        plan, run = form.plan(), self.session.run
        trainers = plan.trainers or trainers_in(self.session)
        people = people_on(self.session)
        return conflicts_of([plan.slot], trainers, plan.venue or run.venue, people=people, but=run)

    def get_context_data(self, form, **kwargs):
        needed = {"day", "starts", "ends", "venue", "trainers"}
        known = form.is_bound and hasattr(form, "cleaned_data") and needed <= set(form.cleaned_data)
        told = in_words(self.conflicts(form), self.request.user) if known else []
        return super().get_context_data(form=form, conflicts=told, **kwargs)


class PostponeSession(ChangeSession):
    template_name = "courses/run/postpone_session.html"
    form_class = PostponeSessionForm

    def save(self, form, despite):
        new = postpone_session(
            self.session, form.plan(), form.why(), by=self.request.user, despite=despite
        )
        messages.success(
            self.request, _("The session is postponed. Its people and trainers go along.")
        )
        return session_address(new)


class CancelSession(FormMixin, SessionView):
    needs = "sessions.change"
    template_name = "courses/run/cancel_session.html"
    form_class = CancelSessionForm

    def act(self, form):
        answers = form.cleaned_data
        cancel_session(
            self.session, answers["reason"], by=self.request.user, cause=answers["cause"]
        )
        messages.success(self.request, _("The session is cancelled. It no longer counts."))
        return run_address(self.session.run)


class CameAnyway(FormMixin, SessionView):
    """Who came although the session was called off; it is kept and counts nowhere."""

    needs = "sessions.change"
    template_name = "courses/run/came_anyway.html"

    def get(self, request, *args, **kwargs):
        if not self.session.is_called_off:
            return redirect("courses:register", self.session.uuid)
        return super().get(request, *args, **kwargs)

    def make_form(self, data=None):
        return CameForm(data, session=self.session)

    def act(self, form):
        came = form.cleaned_data["came"]
        mark_came_anyway(self.session, came, by=self.request.user)
        words = ngettext(
            "It is kept that %(count)s person came.",
            "It is kept that %(count)s people came.",
            len(came),
        )
        messages.success(self.request, words % {"count": number(len(came))})
        return session_address(self.session)
