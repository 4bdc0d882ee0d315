"""The PDF file, for the person herself, her trainers and staff."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from certificates import permissions
from courses.views.base import SalaView


class DownloadView(SalaView):
    """Hands the file out as an attachment; nobody else learns whether it exists."""

    policy = "login"

    def get(self, request, *args, **kwargs):
        rows = permissions.certificates.rows_for(request.user).filter(erased_on=None)
        certificate = get_object_or_404(rows, uuid=self.kwargs["uuid"])
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
