"""The registry in numbers, in the admin: a line for each year, and the daily lists."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse, reverse_lazy
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from certificates import permissions
from certificates.models import DailyList
from certificates.queries.identity import check_base, signs_credentials
from certificates.queries.registry import registry_years
from courses.admin.links import address
from courses.admin.menu import ORDER

URL_NAME = "certificates_registry"
HEADS = (
    gettext_lazy("Year of issue"),
    gettext_lazy("Issued"),
    gettext_lazy("In force"),
    gettext_lazy("Expired"),
    gettext_lazy("Withdrawn"),
    gettext_lazy("Replaced"),
    gettext_lazy("Erased"),
    gettext_lazy("Checks in that year"),
    gettext_lazy("Checks of unknown codes"),
)


def may_see_registry(user) -> bool:
    """Whoever may see all certificates."""
    return permissions.certificates.may(user, "change")


class RegistryView(WagtailAdminTemplateMixin, TemplateView):
    """Numbers; the certificates themselves stand in their own list, with search and file."""

    policy = "staff"
    template_name = "certificates/admin/registry.html"
    page_title = gettext_lazy("Registry of certificates")
    header_icon = "success"

    def dispatch(self, request, *args, **kwargs):
        if not may_see_registry(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        rows = [list(vars(year).values()) for year in registry_years(self.request.user)]
        return super().get_context_data(
            heads=HEADS,
            rows=rows,
            sums=[_("All years"), *map(sum, list(zip(*rows, strict=True))[1:])] if rows else [],
            records=reverse("training_certificates:index"),
            days=DailyList.objects.all()[:7],
            all_days=f"{check_base()}/days/",
            is_signed=signs_credentials(),
            **kwargs,
        )


class RegistryItem(MenuItem):
    def is_shown(self, request):
        return may_see_registry(request.user)


class YearlyItem(MenuItem):
    """Leads to a screen of the site, where it has them."""

    def is_shown(self, request):
        return bool(self.url) and permissions.may_issue_for_years(request.user)


def yearly_item():
    """Hook `register_training_menu_item`."""
    return YearlyItem(
        gettext_lazy("Yearly statements"),
        lazy(address, str)("certificates:yearly"),
        name="training-yearly",
        icon_name="calendar-alt",
        order=ORDER["certificates"] + 1,
    )


def registry_item():
    """Hook `register_training_menu_item`."""
    return RegistryItem(
        gettext_lazy("Registry"),
        reverse_lazy(URL_NAME),
        name="training-registry",
        icon_name="success",
        order=ORDER["certificates"] + 2,
    )


def registry_urls():
    """Hook `register_admin_urls`."""
    return [path("training/registry/", RegistryView.as_view(), name=URL_NAME)]
