"""Saying what the columns of a participant list hold."""

from dataclasses import replace

from django.shortcuts import redirect

from courses.actions.imports import choose_columns
from courses.forms.imports import ColumnsForm
from courses.rules.participant_rows import from_data
from courses.views.base import FormMixin
from courses.views.imports import OPEN, BatchScreen, address_of


class ImportColumns(FormMixin, BatchScreen):
    """What each column holds: as it was taken, to be put right. The host's next list knows it.
    Where phones are no longer shown, no column shows examples."""

    template_name = "courses/imports/columns.html"

    def get(self, request, *args, **kwargs):
        if self.batch.status not in OPEN:
            return redirect(self.get_next_url())
        return super().get(request, *args, **kwargs)

    def make_form(self, data=None):
        columns = from_data(self.batch.content).offered
        if not self.shows_contacts:
            columns = tuple(replace(column, values=()) for column in columns)
        return ColumnsForm(data, columns=columns)

    def act(self, form):
        choose_columns(self.batch, form.chosen, by=self.request.user)
        return address_of(self.batch)

    def get_context_data(self, **kwargs):
        return super().get_context_data(batch=self.batch, **kwargs)
