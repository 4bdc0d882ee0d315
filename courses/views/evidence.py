"""Signed sheets and photos of a session: add one, look at one, delete one."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _

from courses import permissions
from courses.actions.evidence import delete_evidence, keep_evidence, open_evidence
from courses.forms.evidence import EvidenceForm
from courses.forms.runs import ReasonForm
from courses.views.base import FormMixin, SessionView

CONTENT_TYPES = {"jpg": "image/jpeg", "pdf": "application/pdf"}


def file_response(evidence, file, name):
    """The open file for a browser, which runs nothing that may be in it."""
    ending = evidence.file.name.rpartition(".")[2]
    response = FileResponse(
        file,
        as_attachment=not evidence.is_picture,
        filename=f"{name}.{ending}",
        content_type=CONTENT_TYPES[ending],
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


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


class EvidenceFile(OneEvidenceView):
    """Hands the file out, and the history of the session says to whom. A picture opens in the
    browser; a PDF, which may hold more than a picture, is saved."""

    def get(self, request, *args, **kwargs):
        try:
            file = open_evidence(self.evidence, by=request.user)
        except FileNotFoundError as error:
            raise Http404 from error
        name = slugify(f"{self.session.run.code} {self.session.day} {self.evidence.kind}")
        return file_response(self.evidence, file, name)


class DeleteEvidence(FormMixin, OneEvidenceView):
    needs = "evidence.delete"
    template_name = "courses/evidence/delete.html"
    form_class = ReasonForm

    def act(self, form):
        delete_evidence(self.evidence, form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("It is deleted. The history keeps that it was there."))
        return evidence_address(self.session)

    def get_context_data(self, **kwargs):
        return super().get_context_data(evidence=self.evidence, **kwargs)


def evidence_address(session):
    return reverse("courses:evidence", args=[session.uuid])
