"""Verbs of one organization in the admin: rename, close, open again, merge, undo. Each says first
in numbers what hangs on it."""

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from courses import permissions
from courses.actions.organizations import (
    REFUSALS,
    close_organization,
    merge_organizations,
    rename_organization,
    reopen_organization,
    undo_organization_merge,
    undo_renaming,
)
from courses.admin import organization_words as words
from courses.admin.verbs import VerbView
from courses.models import Organization
from courses.queries.organization_facts import names_of
from courses.queries.organization_tree import standing_of
from courses.rules.organizations import Names, why_not_merge


class RenameForm(forms.Form):
    name_en = forms.CharField(label=gettext_lazy("New name in Latin letters"), max_length=200)
    name_km = forms.CharField(
        label=gettext_lazy("New name in Khmer"), max_length=200, required=False
    )
    short_name = forms.CharField(
        label=gettext_lazy("New short name or acronym"), max_length=40, required=False
    )
    on = forms.DateField(label=gettext_lazy("First day of the new name"), widget=AdminDateInput)


class CloseForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("Closed on"), widget=AdminDateInput)
    reason = forms.CharField(label=gettext_lazy("Why"), max_length=200, required=False)


class ChooseForm(forms.Form):
    other = forms.ModelChoiceField(
        label=gettext_lazy("The other organization"),
        queryset=Organization.objects.none(),
        help_text=gettext_lazy("You see first what will happen."),
    )


class MergeForm(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("Day of the merger"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy(
            "In periods that ended before this day both count. Leave it empty when the two were"
            " always the same and one was entered twice."
        ),
    )


class OrganizationVerb(VerbView):
    """Shows `get_sentences` above the form."""

    template_name = "courses/admin/organization_verb.html"

    def get_sentences(self):
        return []

    def get_context_data(self, **kwargs):
        context = super().get_context_data(sentences=self.get_sentences(), **kwargs)
        return context | {"media": context["form"].media}


class RenameView(OrganizationVerb):
    page_title = gettext_lazy("Rename the organization")
    header_icon = "edit"
    form_class = RenameForm
    button = gettext_lazy("Rename")

    def get_initial(self):
        now = names_of(self.object)
        return {"name_en": now.en, "name_km": now.km, "short_name": now.short}

    def get_sentences(self):
        return words.of_renaming(self.object)

    def act(self, form):
        answers = form.cleaned_data
        new = Names(answers["name_en"], answers["name_km"], answers["short_name"])
        former = rename_organization(self.object, new, on=answers["on"], by=self.request.user).name
        said = _("The organization has its new name. The record keeps the former one: %(name)s.")
        return said % {"name": former}, self.address_of(self.object)


class UndoRenamingView(OrganizationVerb):
    page_title = gettext_lazy("Undo the renaming")
    header_icon = "undo"
    button = gettext_lazy("Undo the renaming")
    warning = gettext_lazy("It is called by its former name again, and the new name is forgotten.")

    def act(self, form):
        row = undo_renaming(self.object, by=self.request.user)
        said = _("The organization is called %(name)s again.") % {"name": row.name}
        return said, self.address_of(row)


class CloseView(OrganizationVerb):
    page_title = gettext_lazy("Close the organization")
    header_icon = "lock"
    form_class = CloseForm
    button = gettext_lazy("Close it")

    def get_initial(self):
        return {"on": timezone.localdate()}

    def get_sentences(self):
        return words.of_closing(self.object)

    def act(self, form):
        answers = form.cleaned_data
        close_organization(self.object, **answers, by=self.request.user)
        said = _("%(name)s is closed. Everything it has stays.") % {"name": self.object.name}
        return said, self.address_of(self.object)


class ReopenView(OrganizationVerb):
    page_title = gettext_lazy("Open the organization again")
    header_icon = "lock-open"
    button = gettext_lazy("Open it again")
    warning = gettext_lazy("It can be chosen again, and the day of closing is forgotten.")

    def act(self, form):
        reopen_organization(self.object, by=self.request.user)
        said = _("%(name)s can be chosen again.") % {"name": self.object.name}
        return said, self.address_of(self.object)


class MergeView(OrganizationVerb):
    """Without `other` in the address it asks for the other one, with it for the decision."""

    page_title = gettext_lazy("Merge with another organization")
    header_icon = "group"

    @cached_property
    def other(self):
        wanted = self.request.GET.get("other", "")
        if not wanted.isdecimal():
            return None
        rows = permissions.organizations.rows_for(self.request.user)
        return get_object_or_404(rows, pk=wanted)

    @property
    def button(self):
        return _("Merge these two") if self.other else _("Look first")

    def get_form_class(self):
        return MergeForm if self.other else ChooseForm

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if not self.other:
            rows = permissions.organizations.rows_for(self.request.user).active()
            form.fields["other"].queryset = rows.exclude(pk=self.object.pk)
            form.fields["other"].widget = self.viewset.chooser_widget()
        return form

    def get_sentences(self):
        return words.of_merging(self.object, self.other) if self.other else []

    def form_valid(self, form):
        if not self.other:
            return redirect(self.preview_address(self.object, form.cleaned_data["other"]))
        return super().form_valid(form)

    def act(self, form):
        on = form.cleaned_data["on"]
        merge_organizations(self.object, self.other, on=on, by=self.request.user)
        said = _("%(other)s is part of %(name)s now.")
        names = {"other": self.other.name, "name": self.object.name}
        return said % names, self.address_of(self.object)

    def preview_address(self, kept, other):
        merge = reverse(self.viewset.get_url_name("merge"), args=[kept.pk])
        return f"{merge}?other={other.pk}"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.other:
            reason = why_not_merge(standing_of(self.object), standing_of(self.other))
            context["warning"] = REFUSALS[reason] if reason else ""
            context["swap_url"] = self.preview_address(self.other, self.object)
            context["action_url"] = self.preview_address(self.object, self.other)
        return context


class UndoMergeView(OrganizationVerb):
    page_title = gettext_lazy("Undo the merge")
    header_icon = "undo"
    button = gettext_lazy("Undo the merge")
    warning = gettext_lazy(
        "Both are organizations of their own again. What was entered for the other one since then"
        " stays there."
    )

    def act(self, form):
        kept = self.object.merged_into
        row = undo_organization_merge(self.object, by=self.request.user)
        said = _("%(name)s and %(other)s are two organizations again.")
        return said % {"name": row.name, "other": kept.name}, self.address_of(row)
