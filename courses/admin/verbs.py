"""Screens of the admin that ask before one verb is done, with one row or without any."""

from django import forms
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic.edit import FormMixin, ProcessFormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin

from courses.admin.views import OwnRow
from courses.exceptions import Refused


class AskView(WagtailAdminTemplateMixin, FormMixin, ProcessFormView):
    """Says what will happen, asks what it must know, and does it. A "no" is told on the form.

    A subclass gives `act(form)`, which does the verb and returns a sentence and where to go.
    """

    viewset = None
    permission_policy = None
    form_class = forms.Form
    template_name = "courses/admin/verb.html"
    warning = ""
    button = ""

    def dispatch(self, request, *args, **kwargs):
        if not self.is_allowed():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self):
        return self.viewset.policy.may(self.request.user, "change")

    def form_valid(self, form):
        try:
            sentence, address = self.act(form)
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.form_invalid(form)
        messages.success(self.request, sentence)
        return redirect(address)

    def address_of(self, row):
        return reverse(self.viewset.get_url_name("inspect"), args=[quote(row.pk)])

    @property
    def last_crumb(self):
        return {"url": "", "label": self.page_title}

    def get_breadcrumbs_items(self):
        index = reverse(self.viewset.get_url_name("index"))
        above = {"url": index, "label": self.viewset.menu_label}
        return [*self.breadcrumbs_items, above, self.last_crumb]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            warning=self.warning,
            submit_button_label=self.button,
            submit_button_active_label=self.button,
            action_url=self.request.path,
            **kwargs,
        )


class VerbView(OwnRow, BaseObjectMixin, AskView):
    """A verb for one row."""

    row_actions = ("view",)

    def is_allowed(self):
        return self.viewset.policy.may(self.request.user, "change", self.object)

    def get_page_subtitle(self):
        return str(self.object)

    @property
    def last_crumb(self):
        return super().last_crumb | {"sublabel": str(self.object)}
