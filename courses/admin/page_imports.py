"""Screens that make something of a file for a page: choose the file, look at it, then decide."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses import permissions
from courses.actions.page_uploads import contents_of, keep_upload
from courses.exceptions import Refused


class ImportStep(WagtailAdminTemplateMixin, FormView):
    """For whoever may change the page; `kind` is the kind of the file."""

    policy = "trainer"
    kind = ""
    page_model = None
    header_icon = "download"
    button = ""

    def dispatch(self, request, *args, **kwargs):
        if not permissions.uploads.may_use(request.user, self.page, self.kind):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        above = {
            "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "label": self.page.get_admin_display_title(),
        }
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.page_title}]

    def form_valid(self, form):
        try:
            return self.act(form)
        except Refused as no:
            form.add_error(None, no.sentence)
            return self.form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            action_url=self.request.get_full_path(),
            submit_button_label=self.button,
            submit_button_active_label=self.button,
            **kwargs,
        )


class ChooseFile(ImportStep):
    """The page is named by `?page=`. Nothing changes yet."""

    template_name = "courses/admin/page_import.html"
    button = _("Look at the file")
    preview_name = ""

    @cached_property
    def page(self):
        number = self.request.GET.get("page", "")
        if not number.isdigit():
            raise Http404
        return get_object_or_404(self.page_model, pk=number)

    def act(self, form):
        file = form.cleaned_data["file"]
        upload = keep_upload(self.page, self.kind, file, filename=file.name, by=self.request.user)
        return redirect(f"{reverse(self.preview_name)}?upload={upload.uuid}")


class LookAtFile(ImportStep):
    """The file is named by `?upload=`. Something is made of it when the form is sent."""

    @cached_property
    def upload(self):
        try:
            given = UUID(self.request.GET.get("upload", ""))
        except ValueError as error:
            raise Http404 from error
        rows = permissions.uploads.rows_for(self.request.user)
        return get_object_or_404(rows, kind=self.kind, uuid=given)

    @cached_property
    def page(self):
        return get_object_or_404(self.page_model, pk=self.upload.page_id)

    @cached_property
    def contents(self):
        return contents_of(self.kind, self.upload.file)

    def done(self, sentence, page):
        messages.success(self.request, sentence)
        return redirect("wagtailadmin_pages:edit", page.pk)
