"""The data-quality board: what waits to be mended, whose business it is, and where to mend it."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses.admin.columns import person_name
from courses.admin.links import record_address
from courses.admin.menu import ORDER
from courses.admin.quality_kinds import Kind, kinds
from courses.models import Person
from courses.permissions import may_mend
from courses.queries.owners import Owner

URL_NAME = "courses_quality"
ROWS_NAME = "courses_quality_rows"
ROWS_ON_A_PAGE = 50
NOBODY = Owner()


@dataclass(frozen=True)
class Cell:
    number: int
    url: str


@dataclass(frozen=True)
class Line:
    """One kind with its number for each owner, and in all."""

    label: str
    cells: list[Cell]


class ForStaff(WagtailAdminTemplateMixin):
    """Only for those who may mend all records."""

    policy = "staff"
    header_icon = "warning"

    def dispatch(self, request, *args, **kwargs):
        if not may_mend(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response


class QualityView(ForStaff, TemplateView):
    template_name = "courses/admin/quality/board.html"
    page_title = gettext_lazy("Data quality")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        counted = [(kind, counts) for kind in kinds() if (counts := kind.counts())]
        owners = names_of({owner for _kind, counts in counted for owner in counts})
        lines = [
            Line(kind.label, [Cell(counts.get(who, 0), rows_address(kind, who)) for who in owners])
            for kind, counts in counted
        ]
        return super().get_context_data(owners=owners.values(), lines=lines, **kwargs)


class QualityRowsView(ForStaff, TemplateView):
    """The rows of one kind and one owner, each with the way to where it is mended."""

    template_name = "courses/admin/quality/rows.html"

    def dispatch(self, request, *args, **kwargs):
        code = kwargs["kind"]
        self.kind = next((kind for kind in kinds() if kind.code == code), None)
        self.owner = Owner.of_key(request.GET.get("owner", NOBODY.key))
        if self.kind is None or self.owner is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return self.kind.label

    def get_page_subtitle(self):
        return names_of({self.owner}).get(self.owner, "")

    def get_breadcrumbs_items(self):
        board = {"url": reverse(URL_NAME), "label": _("Data quality")}
        return [*self.breadcrumbs_items, board, {"url": "", "label": self.kind.label}]

    def get_context_data(self, **kwargs):
        rows = Paginator(self.kind.of_owner(self.owner), ROWS_ON_A_PAGE)
        page = rows.get_page(self.request.GET.get("p"))
        told = [self._told(row) for row in page]
        return super().get_context_data(page=page, rows=told, owner=self.owner.key, **kwargs)

    def _told(self, row):
        run = self.kind.run_of(row)
        return {
            "name": self.kind.name(row),
            "repair": self.kind.repair(row),
            "run": run,
            "run_url": record_address("runs", run.pk),
        }


def rows_address(kind: Kind, owner: Owner) -> str:
    here = reverse(ROWS_NAME, args=[kind.code])
    if kind.elsewhere and owner != NOBODY:
        here = kind.elsewhere()
    return f"{here}?owner={owner.key}"


def names_of(owners: set[Owner]) -> dict[Owner, str]:
    """People on record in reading order, then users by their names; what is nobody's comes last."""
    people = Person.objects.filter(pk__in=[each.person for each in owners if each.person])
    names = {Owner(person.pk): person_name(person) for person in people.order_by("sort_key", "pk")}
    users = get_user_model().objects.filter(pk__in=[each.user for each in owners if each.user])
    called = {Owner(user=user.pk): user.get_full_name() or user.get_username() for user in users}
    names |= dict(sorted(called.items(), key=lambda item: item[1].casefold()))
    return names | ({NOBODY: _("Nobody named")} if NOBODY in owners else {})


class QualityItem(MenuItem):
    def is_shown(self, request):
        return may_mend(request.user)


def quality_urls():
    """Hook `register_admin_urls`."""
    return [
        path("training/quality/", QualityView.as_view(), name=URL_NAME),
        path("training/quality/<slug:kind>/", QualityRowsView.as_view(), name=ROWS_NAME),
    ]


def quality_menu_item():
    """Hook of the menu "Training"."""
    return QualityItem(
        gettext_lazy("Data quality"),
        reverse_lazy(URL_NAME),
        name="training-quality",
        icon_name="warning",
        order=ORDER["quality"],
    )
