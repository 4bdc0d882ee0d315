"""Copying a record with all its rows under another name."""

from django import forms
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.actions.copying import copy_with_parts
from courses.admin.verbs import VerbView


class NameForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the copy"), max_length=120)


class CopyWithPartsView(VerbView):
    page_title = gettext_lazy("Begin with a copy")
    header_icon = "copy"
    button = gettext_lazy("Begin with a copy")
    form_class = NameForm
    warning = gettext_lazy("The copy has all that this one has, and is changed by itself.")

    def is_allowed(self):
        return self.viewset.policy.may(self.request.user, "add")

    def act(self, form):
        copy = copy_with_parts(self.object, form.cleaned_data["name"], by=self.request.user)
        said = _("“%(name)s” stands by itself now.") % {"name": copy}
        return said, reverse(self.viewset.get_url_name("edit"), args=[copy.pk])


class CopiedWithParts:
    """A viewset whose records are copied with their rows."""

    @cached_property
    def copy_as_view(self):
        return self.construct_view(CopyWithPartsView)

    def get_urlpatterns(self):
        copying = path("copy_as/<str:pk>/", self.copy_as_view, name="copy_as")
        return [*super().get_urlpatterns(), copying]

    def links(self, row, user):
        found = super().links(row, user)
        if not self.policy.may(user, "add"):
            return found
        address = reverse(self.get_url_name("copy_as"), args=[row.pk])
        return [*found, (_("Begin with a copy…"), address, "copy")]
