"""Screens that make something of a file for a page: choose the file, look at it, then decide."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses import permissions
from courses.actions.page_uploads import contents_of, keep_upload
from courses.admin.page_buttons import PageButton
from courses.exceptions import Refused

GONE = _(
    "This file was used already, or put away after some days. Look at the page; if something is "
    "missing, choose the file again."
)


class ImportStep(WagtailAdminTemplateMixin, FormView):
    """For whoever may change the page; `kind` is the kind of the file."""

    policy = "trainer"
    kind = ""
    page_model = None
    header_icon = "download"
    button = ""

    def dispatch(self, request, *args, **kwargs):
        if not self.is_allowed():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self):
        return permissions.uploads.may_use(self.request.user, self.page, self.kind)

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


class OfPage(ImportStep):
    """The page is named by `?page=`."""

    @cached_property
    def page(self):
        number = self.request.GET.get("page", "")
        if not number.isdecimal() or len(number) > 9:
            raise Http404
        return get_object_or_404(self.page_model, pk=number)


class ChooseFile(OfPage):
    """Nothing changes yet. `name` is that of the address; the next step has `_look` behind it."""

    name = ""
    template_name = "courses/admin/page_import.html"
    button = _("Look at the file")

    def act(self, form):
        file = form.cleaned_data["file"]
        upload = keep_upload(self.page, self.kind, file, filename=file.name, by=self.request.user)
        return redirect(f"{reverse(f'{self.name}_look')}?upload={upload.uuid}")


class LookAtFile(ImportStep):
    """The file is named by `?upload=`. Something is made of it when the form is sent; then it is
    gone, as a second click is told."""

    def dispatch(self, request, *args, **kwargs):
        if self.upload is None:
            messages.warning(request, GONE)
            return redirect("wagtailadmin_explore_root")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def upload(self):
        try:
            given = UUID(self.request.GET.get("upload", ""))
        except ValueError as error:
            raise Http404 from error
        rows = permissions.uploads.rows_for(self.request.user)
        return rows.filter(kind=self.kind, uuid=given).first()

    @cached_property
    def page(self):
        return get_object_or_404(self.page_model, pk=self.upload.page_id)

    @cached_property
    def contents(self):
        return contents_of(self.kind, self.upload.file)

    def done(self, sentence, page):
        messages.success(self.request, sentence)
        return redirect("wagtailadmin_pages:edit", page.pk)


def import_urls(address, choose, look):
    """Hook `register_admin_urls` for both steps."""
    return lambda: [
        path(f"training/{address}/", choose.as_view(), name=choose.name),
        path(f"training/{address}/look/", look.as_view(), name=f"{choose.name}_look"),
    ]


def import_button(choose, label, *, priority):
    """The button on pages that the files are for."""
    return PageButton(
        label,
        choose.name,
        (choose.page_model,),
        lambda user, page: permissions.uploads.may_use(user, page, choose.kind),
        icon="download",
        priority=priority,
    )
