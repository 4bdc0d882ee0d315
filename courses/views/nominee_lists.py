"""A contact brings a list: it fills the rows, and unusual columns are asked about."""

from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses import conf
from courses.actions.imports import check_list, chosen_by, read_list
from courses.actions.nominations import name_columns
from courses.exceptions import Refused
from courses.forms.imports import ColumnsForm
from courses.forms.nominate import ROWS_OF_A_LIST, KeptListForm, ListForm, NomineeForm
from courses.views.imports import problems_of
from courses.views.nominees import AddNominees


class ReadList(AddNominees):
    """What a file becomes: a question about its columns, or rows to look through. Nothing of it is
    kept here; between two pages the browser holds the file."""

    columns_template = "courses/nominate/columns.html"

    def get(self, request, *args, **kwargs):
        return redirect("courses:nominate_add", self.invitation.uuid)

    @cached_property
    def known(self):
        """What the columns of this organization's lists were said to hold."""
        return chosen_by(self.invitation.organization)

    def ask(self, form, kept):
        self.template_name = self.columns_template
        return self.show(form=form, kept=kept)

    def show_rows(self, parsed, kept):
        rows = [row for row in parsed.rows if row.is_importable]
        shown = rows[:ROWS_OF_A_LIST]
        initial = [NomineeForm.answers_of_list(row) for row in shown]
        return self.show(
            sheet=self.sheet(initial=initial),
            filename=kept.name,
            kept=kept,
            more=len(rows) - len(shown),
            **problems_of(parsed),
        )


class UploadNominees(ReadList):
    """Reads a file into the rows, to be looked through; nothing is kept before they are sent."""

    def post(self, request, *args, **kwargs):
        form = ListForm(request.POST, request.FILES)
        if not form.is_valid() or self.is_too_fast():
            return self.show(sheet=self.sheet(), list_form=form)
        file = form.cleaned_data["file"]
        data = file.read(conf.get("COURSES_IMPORT_MAX_BYTES") + 1)
        try:
            kept, parsed = KeptListForm.of(file.name, data), read_list(data, self.known)
            if parsed.is_unsure or parsed.can_be_mapped:
                return self.ask(ColumnsForm(columns=parsed.offered), kept.checked())
            check_list(parsed)
        except Refused as no:
            form.add_error("file", no.sentence)
            return self.show(sheet=self.sheet(), list_form=form)
        return self.show_rows(parsed, kept)


class NameColumns(ReadList):
    """What each column holds, asked once: the next list of the organization knows it."""

    def post(self, request, *args, **kwargs):
        kept = KeptListForm(request.POST)
        parsed = self.read_again(kept)
        if parsed is None:
            form = ListForm({}, {})
            form.errors.clear()
            form.add_error("file", _("This file is not kept any more. Choose it again."))
            return self.show(sheet=self.sheet(), list_form=form)
        if "ask" in request.POST:
            return self.ask(ColumnsForm(columns=parsed.offered), kept)
        form = ColumnsForm(request.POST, columns=parsed.offered)
        if not form.is_valid():
            return self.ask(form, kept)
        try:
            if self.is_too_fast():
                raise Refused(_("That was very fast. Wait ten minutes."), code="too_fast")
            named = read_list(kept.content, self.known | form.chosen)
            check_list(named)
            name_columns(self.invitation, form.chosen)
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.ask(form, kept)
        return self.show_rows(named, kept)

    def read_again(self, kept):
        try:
            return read_list(kept.content, self.known) if kept.is_valid() else None
        except Refused:
            return None
