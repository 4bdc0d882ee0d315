"""Signed sheets and photos of a session: add one, look at one, delete one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.evidence import delete_evidence, keep_evidence, open_evidence
from courses.forms.evidence import EvidenceForm
from courses.views.base import FormMixin, SessionView
from courses.views.kept_files import DeletesFile, HandsOutFile


class SessionEvidenceView(FormMixin, SessionView):
    """What is kept of a session, and a form to add to it."""

    needs = "evidence.view"
    template_name = "courses/evidence/evidence.html"

    @property
    def may_add(self):
        return permissions.evidence.may(self.request.user, "add")

    def make_form(self, data=None):
        return EvidenceForm(data, self.request.FILES or None)

    def post(self, request, *args, **kwargs):
        if not self.may_add:
            raise Http404
        return super().post(request, *args, **kwargs)

    def act(self, form):
        answers = form.cleaned_data
        keep_evidence(
            self.session,
            answers["file"],
            answers["kind"],
            note=answers["note"],
            by=self.request.user,
        )
        messages.success(self.request, _("It is kept. Only trainers of the run and staff see it."))
        return evidence_address(self.session)

    def get_context_data(self, **kwargs):
        rows = permissions.evidence.rows_for(self.request.user).filter(session=self.session)
        return super().get_context_data(
            evidence=rows.select_related("uploaded_by"),
            may_add=self.may_add,
            may_delete=permissions.evidence.may(self.request.user, "delete"),
            **kwargs,
        )


class OneEvidenceView(SessionView):
    """A screen about one file, found by `evidence` in its address below the session."""

    needs = "evidence.view"

    @cached_property
    def evidence(self):
        rows = permissions.evidence.rows_for(self.request.user).filter(session=self.session)
        return get_object_or_404(rows, uuid=self.kwargs["evidence"])

    def find(self):
        return self.evidence


class EvidenceFile(HandsOutFile, OneEvidenceView):
    def open_file(self, user):
        return open_evidence(self.evidence, by=user)

    @property
    def file_name(self):
        return f"{self.session.run.code} {self.session.day} {self.evidence.kind}"


class DeleteEvidence(DeletesFile, OneEvidenceView):
    needs = "evidence.delete"
    template_name = "courses/evidence/delete.html"

    def delete_file(self, reason, by):
        delete_evidence(self.evidence, reason, by=by)

    @property
    def after(self):
        return evidence_address(self.session)


def evidence_address(session):
    return reverse("courses:evidence", args=[session.uuid])
