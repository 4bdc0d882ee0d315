"""One session for its trainers: when and where, materials, notes; and a run that changes hands."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.handing_over import hand_over_run, note_session
from courses.forms.handing_over import HandOverForm, NotesForm
from courses.forms.pick import is_asking, without_verdict
from courses.queries.materials import materials_of
from courses.views.base import FormMixin, RunView, SessionView
from courses.views.documents import document_answer
from courses.views.runs import run_address


class SessionPage(FormMixin, SessionView):
    template_name = "courses/session/session.html"

    def make_form(self, data=None):
        return NotesForm(data, initial={"notes": self.session.notes})

    def post(self, request, *args, **kwargs):
        if not permissions.sessions.may(request.user, "change", self.session):
            raise Http404
        return super().post(request, *args, **kwargs)

    def act(self, form):
        note_session(self.session, form.cleaned_data["notes"], by=self.request.user)
        messages.success(self.request, _("The notes are kept."))
        return self.request.path

    def get_context_data(self, **kwargs):
        session = self.session
        return super().get_context_data(
            materials=materials_of(session.run.course, session.number),
            may_note=permissions.sessions.may(self.request.user, "change", session),
            **kwargs,
        )


class Material(SessionView):
    """A material of the session's course: the document itself, or on to the page."""

    def get(self, request, *args, **kwargs):
        rows = materials_of(self.session.run.course)
        material = get_object_or_404(rows, pk=self.kwargs["material"])
        if material.page:
            return redirect(material.page.get_url(request))
        document = material.document
        kind = document.content_type
        return document_answer(request, document, content_type=kind, as_attachment=True)


class HandOver(FormMixin, RunView):
    needs = "runs.change"
    template_name = "courses/run/hand_over.html"

    def make_form(self, data=None):
        return HandOverForm(data, user=self.request.user)

    def post(self, request, *args, **kwargs):
        form = self.make_form(request.POST)
        if is_asking(form):
            return self.show(form=without_verdict(form))
        return super().post(request, *args, **kwargs)

    def act(self, form):
        to = form.cleaned_data["trainer"]
        hand_over_run(self.run, to, form.cleaned_data["note"], by=self.request.user)
        messages.success(self.request, _("%(name)s leads the run from now on.") % {"name": to.name})
        return run_address(self.run)
