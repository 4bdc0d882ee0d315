"""Private files, such as signed sheets and photos: handing one out, deleting one."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.utils.text import slugify
from django.utils.translation import gettext as _

from courses.forms.runs import ReasonForm
from courses.views.base import FormMixin

CONTENT_TYPES = {"jpg": "image/jpeg", "pdf": "application/pdf"}


class HandsOutFile:
    """Hands out `evidence`, and the history says to whom. A picture opens in the browser, which
    runs nothing that may be in it; a PDF, which may hold more than a picture, is saved."""

    def open_file(self, user):
        """Opens the file for somebody. Raises FileNotFoundError where the storage has lost it."""
        raise NotImplementedError

    @property
    def file_name(self):
        """Words for the name of the saved file, without its ending."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        try:
            file = self.open_file(request.user)
        except FileNotFoundError as error:
            raise Http404 from error
        ending = self.evidence.file.name.rpartition(".")[2]
        response = FileResponse(
            file,
            as_attachment=not self.evidence.is_picture,
            filename=f"{slugify(self.file_name)}.{ending}",
            content_type=CONTENT_TYPES[ending],
        )
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


class DeletesFile(FormMixin):
    """Deletes `evidence` for a reason, and goes back to `after`."""

    form_class = ReasonForm

    def delete_file(self, reason, by):
        raise NotImplementedError

    def act(self, form):
        self.delete_file(form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("It is deleted. The history keeps that it was there."))
        return self.after

    def get_context_data(self, **kwargs):
        return super().get_context_data(evidence=self.evidence, **kwargs)
