"""My data: everything on record about a person, to read, to print, and as a file for herself."""

from django.http import Http404, HttpResponse
from django.utils import timezone

from courses.actions.exports import Purpose, record_personal_export
from courses.adapters.paper.record import record_pdf
from courses.choices import ExportPurpose
from courses.forms.record_words import in_words, on_paper
from courses.queries.person_file import file_of, json_of
from courses.views.base import SalaView


class MyRecord(SalaView):
    """The record as a page that prints well."""

    policy = "own"
    template_name = "courses/my/record.html"

    def get_context_data(self, **kwargs):
        sections = in_words(file_of(self.person)) if self.person else []
        return super().get_context_data(
            person=self.person, sections=sections, now=timezone.localtime(), **kwargs
        )


class MyRecordFile(MyRecord):
    """The record as a file; that it was taken is kept."""

    http_method_names = ["post"]
    file_format, content_type = "json", "application/json; charset=utf-8"

    def post(self, request, *args, **kwargs):
        if self.person is None:
            raise Http404
        purpose = Purpose(ExportPurpose.PERSON_ASKED, rows=1)
        filters = {"person": str(self.person.uuid)}
        record_personal_export(
            "person", self.file_format, filters, purpose, by=self.actor, herself=self.person
        )
        name = f"{self.person.card_code}.{self.file_format}"
        return HttpResponse(
            self.content(),
            content_type=self.content_type,
            headers={
                "Content-Disposition": f'attachment; filename="{name}"',
                "X-Content-Type-Options": "nosniff",
            },
        )

    def content(self):
        return json_of(self.person)


class MyRecordPdf(MyRecordFile):
    """The record as a PDF in the language of the screen."""

    file_format, content_type = "pdf", "application/pdf"

    def content(self):
        return record_pdf(on_paper(self.person, file_of(self.person)))
