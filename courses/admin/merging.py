"""Two records of one person in the admin: choose the other, look at both, decide, undo."""

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses import permissions
from courses.actions.merging import REFUSALS, merge_people, tell_apart, undo_merge
from courses.admin.merge_words import preview_of
from courses.admin.verbs import VerbView
from courses.exceptions import Refused
from courses.models import Person
from courses.queries.merging import latest_merge, side_of, standing_merge_of
from courses.rules.merging import why_not_merge


class ChooseForm(forms.Form):
    other = forms.ModelChoiceField(
        label=gettext_lazy("The other record"),
        queryset=Person.objects.none(),
        help_text=gettext_lazy("You see both side by side before anything changes."),
    )


#: What the buttons of the preview send.
DECISIONS = ("merge", "apart")


class DecisionForm(forms.Form):
    """Which button was pressed, and the newest merge that the reader knew of."""

    latest = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(choices=[(each, each) for each in DECISIONS])


class MayMerge(VerbView):
    """For those who may decide which records are of one person; merged records included."""

    def is_allowed(self):
        return permissions.people.may_merge(self.request.user)


class MergeView(MayMerge):
    """Without `other` in the address it asks for the other record, with it for the decision."""

    page_title = gettext_lazy("Merge with another person")
    header_icon = "group"
    template_name = "courses/admin/merge.html"
    button = gettext_lazy("Look at both")

    @cached_property
    def other(self):
        wanted = self.request.GET.get("other", "")
        if not wanted.isdecimal():
            return None
        return get_object_or_404(Person.everybody, pk=wanted)

    def get_form_class(self):
        return DecisionForm if self.other else ChooseForm

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if not self.other:
            people = permissions.people.rows_for(self.request.user).exclude(pk=self.object.pk)
            form.fields["other"].queryset = people
            form.fields["other"].widget = self.viewset.chooser_widget()
        return form

    def get_initial(self):
        return {"latest": latest_merge(self.object, self.other)} if self.other else {}

    def form_valid(self, form):
        if not self.other:
            return redirect(self.preview_address(self.object, form.cleaned_data["other"]))
        return super().form_valid(form)

    def act(self, form):
        answers, user = form.cleaned_data, self.request.user
        names = {"name": self.object.name, "other": self.other.name}
        if answers["decision"] == "apart":
            tell_apart(self.object, self.other, by=user)
            said = _("It is remembered that %(name)s and %(other)s are not the same person.")
        else:
            merge_people(self.object, self.other, by=user, latest=answers["latest"])
            said = _("The record of %(other)s is part of the record of %(name)s now.")
        return said % names, self.address_of(self.object)

    def preview_address(self, kept, absorbed):
        merge = reverse(self.viewset.get_url_name("merge"), args=[kept.pk])
        return f"{merge}?other={absorbed.pk}"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["media"] = context["form"].media
        if self.other:
            reason = why_not_merge(side_of(self.object), side_of(self.other))
            context["warning"] = REFUSALS[reason] if reason else ""
            context["preview"] = preview_of(self.object, self.other, self.request.user)
            context["swap_url"] = self.preview_address(self.other, self.object)
            context["action_url"] = self.preview_address(self.object, self.other)
        return context


class UndoView(MayMerge):
    """Undoes the newest merge of a person; the record has the button."""

    page_title = gettext_lazy("Undo the merge")
    header_icon = "undo"
    button = gettext_lazy("Undo the merge")
    warning = gettext_lazy(
        "Both records become as they were before the newest merge. What was entered since then"
        " stays: with rows that go back, or with the record that was kept."
    )

    def act(self, form):
        merge = standing_merge_of(self.object)
        if merge is None:
            raise Refused(_("There is no merge to undo."), code="no_merge")
        merge = undo_merge(merge, by=self.request.user)
        said = _("%(name)s and %(other)s are two records again.") % {
            "name": merge.kept.name,
            "other": merge.absorbed.name,
        }
        return said, self.address_of(self.object)
