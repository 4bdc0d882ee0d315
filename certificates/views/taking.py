"""Many papers in one file, for those who hand them out; what for is asked and kept."""

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from certificates import permissions
from certificates.adapters.bundles import bundled
from certificates.forms.taking import PRINTER, TakeForm
from certificates.queries.printing import (
    can_print_again,
    issued_files,
    papers_of_run,
    printed_again,
)
from certificates.views.issuing import PAPERS, PapersView
from courses.actions.exports import Purpose, record_personal_export
from courses.exceptions import Refused
from courses.rules.names import file_words
from courses.views.paper import pdf_answer


class HandOutMixin:
    """One PDF for the printer, or the issued files as ZIP. A screen gives `rows`, the `name` of the
    file, what is kept of who took it (`noun`, `asked`), and where it leads when there is nothing
    (`back`)."""

    @property
    def printable(self):
        return [row for row in self.rows if can_print_again(row)]

    def get(self, request, *args, **kwargs):
        return self.show(form=TakeForm()) if self.rows else self.turn_back()

    def post(self, request, *args, **kwargs):
        if not self.rows:
            return self.turn_back()
        form = TakeForm(request.POST)
        if form.is_valid():
            try:
                return self.hand_out(form.cleaned_data)
            except Refused as no:
                form.add_error(None, no.sentence)
        return self.show(form=form)

    def turn_back(self):
        messages.error(self.request, self.nothing)
        return redirect(self.back)

    def hand_out(self, answers):
        """Makes the file, then keeps who took it. Raises Refused."""
        file_format = answers["file_format"]
        rows = self.printable if file_format == PRINTER else self.rows
        response = self.pages() if file_format == PRINTER else self.bundle(issued_files(rows))
        record_personal_export(
            self.noun,
            file_format,
            self.asked,
            Purpose(answers["purpose"], answers["detail"], rows=len(rows)),
            by=self.request.user,
        )
        return response

    def pages(self):
        """One PDF; where the design changed in between, each look is one of several."""
        files = printed_again(self.printable)
        if not files:
            sentence = _("The designs of these papers are not kept. Take the issued files instead.")
            raise Refused(sentence, code="no_design")
        if len(files) == 1:
            return pdf_answer(files[0], self.name)
        name = file_words(self.name)
        return self.bundle(
            (f"{name} {number}.pdf", content) for number, content in enumerate(files, start=1)
        )

    def bundle(self, files):
        response = FileResponse(
            bundled(files),
            as_attachment=True,
            filename=f"{file_words(self.name)}.zip",
            content_type="application/zip",
        )
        response["X-Content-Type-Options"] = "nosniff"
        return response

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            count=len(self.rows),
            only_issued=len(self.rows) - len(self.printable),
            back=self.back,
            **kwargs,
        )


class TakePapers(HandOutMixin, PapersView):
    """The papers of a run."""

    template_name = "certificates/run/take.html"
    nothing = gettext_lazy("Nothing was issued for this run yet.")

    @cached_property
    def rows(self):
        rows = permissions.certificates.rows_for(self.request.user)
        return papers_of_run(rows, self.run, PAPERS[self.paper][0])

    @property
    def name(self):
        words = {
            "certificate": _("Certificates %(run)s"),
            "statement": _("Statements of attendance %(run)s"),
        }
        return words[self.paper] % {"run": self.run.code}

    @property
    def noun(self):
        return f"{self.paper}s"

    @property
    def asked(self):
        return {"run": str(self.run.uuid)}

    @property
    def back(self):
        return f"{reverse('certificates:issue', args=[self.run.uuid])}?paper={self.paper}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(paper=self.paper, **kwargs)
