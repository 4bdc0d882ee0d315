"""Wagtail's generic views with the check that they lack: may this user do this with this row?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Table
from wagtail.admin.views import generic
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.widgets.button import Button, HeaderButton

from courses.admin.columns import language, time_of
from courses.admin.deletion import holders
from courses.admin.exports import ExportMixin
from courses.rules.calendar_words import digits


class OwnRow:
    """A row that is not the user's is not found; one that is may still forbid the action."""

    viewset = None
    permission_policy = None
    row_actions: tuple[str, ...] = ("view", "change")

    def get_object(self, *args, **kwargs):
        row = super().get_object(*args, **kwargs)
        if not self._may("view", "change", row=row):
            raise Http404
        if not self._may(*self.row_actions, row=row):
            raise PermissionDenied
        return row

    def _may(self, *actions, row):
        return self.permission_policy.user_has_any_permission_for_instance(
            self.request.user, actions, row
        )


class ListView(ExportMixin, generic.IndexView):
    """Rows of the user with everything that the columns show, found in one query."""

    viewset = None
    permission_policy = None
    is_searchable = True
    template_name = "courses/admin/list.html"

    def get_base_queryset(self):
        return self.viewset.rows(self.request.user)

    def search_queryset(self, queryset):
        words = self.search_query.strip()
        return self.viewset.search_for(self.request.user, queryset, words) if words else queryset

    def get_table(self, object_list):
        table = super().get_table(object_list)
        table.view = self
        return table

    def get_record_url(self, instance):
        return self.get_inspect_url(instance) or self.get_edit_url(instance)

    def get_list_more_buttons(self, instance):
        links = self.viewset.links(instance, self.request.user)
        return super().get_list_more_buttons(instance) + [
            Button(label, url=url, icon_name=icon, priority=5) for label, url, icon in links
        ]


class AddView(generic.CreateView):
    viewset = None
    permission_policy = None

    def get_success_url(self):
        return reverse(self.viewset.get_url_name("inspect"), args=(quote(self.object.pk),))


class ChangeView(OwnRow, generic.EditView):
    row_actions = ("change",)

    def get_success_url(self):
        return reverse(self.viewset.get_url_name("inspect"), args=(quote(self.object.pk),))


class RemoveView(OwnRow, generic.DeleteView):
    """Deletes a row that nothing else needs; any other stays, with the reasons."""

    row_actions = ("delete",)
    template_name = "courses/admin/delete.html"

    @cached_property
    def holders(self):
        return holders(self.object, self.viewset.parts)

    def form_valid(self, form):
        if self.holders:
            return self.stay()
        try:
            return super().form_valid(form)
        except ProtectedError:  # something needs a part of it, such as the sheet of a session
            return self.stay()

    def stay(self):
        messages.error(self.request, _("Other records need this one, so it stays."))
        return HttpResponseRedirect(self.get_delete_url())

    def get_context_data(self, **kwargs):
        edit_url = reverse(self.edit_url_name, args=(quote(self.object.pk),))
        return super().get_context_data(
            is_protected=bool(self.holders), holders=self.holders, edit_url=edit_url, **kwargs
        )


class RecordHistoryView(OwnRow, HistoryView):
    any_permission_required = ["view", "change"]

    def get_edit_url(self, instance):
        return super().get_edit_url(instance) if self._may("change", row=instance) else None

    @cached_property
    def header_buttons(self):
        url = self.get_edit_url(self.object)
        return [HeaderButton(_("Edit"), url=url, icon_name="edit")] if url else []


#: Another app adds sections to a record with this hook: `fn(row, user)` returns a list of Section.
SECTIONS_HOOK = "construct_training_record"
#: Words for fields whose model gives them none.
FIELD_LABELS = {
    "closed_by": gettext_lazy("Closed by"),
    "course": gettext_lazy("Course"),
    "person": gettext_lazy("Person"),
    "run": gettext_lazy("Run"),
}


@dataclass(frozen=True)
class Section:
    """A table below the fields of a record."""

    heading: str
    columns: list
    rows: list
    empty: str

    @property
    def table(self):
        return Table(self.columns, self.rows)


class RecordView(OwnRow, generic.InspectView):
    """What is known about a row, and what belongs to it."""

    any_permission_required = ["view", "change"]
    template_name = "courses/admin/record.html"
    history_url_name = None

    def get_page_title(self):
        return capfirst(self.model._meta.verbose_name)

    @cached_property
    def header_buttons(self):
        links = self.viewset.links(self.object, self.request.user)
        return [HeaderButton(label, url=url, icon_name=icon) for label, url, icon in links]

    @cached_property
    def header_more_buttons(self):
        url = reverse(self.history_url_name, args=(quote(self.object.pk),))
        history = Button(_("History"), url=url, icon_name="history", priority=15)
        return [*super().header_more_buttons, history]

    def get_edit_url(self):
        return super().get_edit_url() if self._may("change", row=self.object) else None

    def get_delete_url(self):
        return super().get_delete_url() if self._may("delete", row=self.object) else None

    def get_field_label(self, field_name, field):
        return FIELD_LABELS.get(field_name) or super().get_field_label(field_name, field)

    def get_field_display_value(self, field_name, field):
        return in_words(super().get_field_display_value(field_name, field))

    def get_facts(self) -> list[tuple[str, Any]]:
        """Labels and values that are no fields of the row."""
        return []

    def get_fields_context(self):
        facts = [{"label": label, "value": in_words(value)} for label, value in self.get_facts()]
        return super().get_fields_context() + facts

    def get_sections(self) -> list[Section]:
        return []

    def get_context_data(self, **kwargs):
        sections = self.get_sections()
        for add in hooks.get_hooks(SECTIONS_HOOK):
            sections += add(self.object, self.request.user)
        return super().get_context_data(sections=sections, **kwargs)


def in_words(value: Any) -> Any:
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, int):
        return digits(value, language())
    return time_of(value) if isinstance(value, datetime) else value
