"""The PDF file and the credential, for the person herself, her trainers and staff."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404

from certificates import permissions
from certificates.models import Certificate
from courses.views.base import SalaView


class DownloadView(SalaView):
    """Hands the file out as an attachment; nobody else learns whether it exists."""

    policy = "own"

    def get(self, request, *args, **kwargs):
        return self.hand_out(self.certificate())

    def certificate(self):
        rows = permissions.certificates.rows_for(self.request.user)
        if self.actor is None:
            rows = Certificate.objects.filter(person=self.person)
        rows = rows.filter(erased_on=None)
        return get_object_or_404(rows.select_related("credential"), uuid=self.kwargs["uuid"])

    def hand_out(self, certificate):
        try:
            file = certificate.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        response = FileResponse(
            file, as_attachment=True, filename=f"{certificate.serial}.pdf",
            content_type="application/pdf",
        )  # fmt: skip
        response["X-Content-Type-Options"] = "nosniff"
        return response


class CredentialView(DownloadView):
    """Hands out the signed document, which programs of others can check."""

    def hand_out(self, certificate):
        credential = getattr(certificate, "credential", None)
        if credential is None:
            raise Http404
        return HttpResponse(
            credential.document,
            content_type="application/vc+ld+json",
            headers={
                "Content-Disposition": f'attachment; filename="{certificate.serial}.json"',
                "X-Content-Type-Options": "nosniff",
            },
        )
