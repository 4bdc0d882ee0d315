"""The reach page: whom the training reached in a period, as numbers, pictures, tables and files."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button

from courses.actions.exports import record_export
from courses.adapters.facts import Missing
from courses.admin.exports import csv_response, json_response, pdf_response, xlsx_response
from courses.admin.menu import ORDER, ReachItem
from courses.admin.reach_base import URL_NAME, ReachScreen, told_filters
from courses.admin.reach_explore import EXPLORE
from courses.admin.reach_files import Told, json_content, sheets, tidy_rows
from courses.admin.reach_paper import paper_of
from courses.admin.reach_shown import shown
from courses.admin.reach_words import DIMENSIONS
from courses.forms.reach import PRESETS, ReachForm, presets
from courses.permissions import may_export
from courses.queries.figures import figures
from courses.queries.reach import Report, reach
from courses.queries.snapshots import content_of, filters_as_kept

FREEZE_NAME = "courses_reach_freeze"
FILTERS = ("topic", "course", "province", "sector")
FORMATS = {
    "xlsx": gettext_lazy("Download XLSX"),
    "csv": gettext_lazy("Download CSV"),
    "json": gettext_lazy("Download JSON"),
    "pdf": gettext_lazy("Download PDF"),
}


def asked_in(form: ReachForm) -> str:
    """The period and the filters of a form, for an address."""
    return urlencode({name: form.data.get(name, "") for name in ("start", "end", *FILTERS)})


class ReachView(ReachScreen):
    """With `export` in the address it answers with a file."""

    template_name = "courses/admin/reach/reach.html"
    page_title = gettext_lazy("Reach")

    @cached_property
    def form(self):
        return ReachForm(self.request.GET, today=timezone.localdate())

    @cached_property
    def report(self) -> Report:
        return reach(self.filters)

    @cached_property
    def every(self):
        with figures(self.filters) as answers:
            return list(answers.every())

    @property
    def told(self):
        return told_filters(self.filters, self.words)

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") in FORMATS and self.form.is_valid():
            return self.export(request.GET["export"])
        return super().get(request, *args, **kwargs)

    def export(self, file_format):
        user, filters = self.request.user, self.form.filters
        if not may_export(user):
            raise PermissionDenied
        narrowing = {name: min(values) for name, values in filters.only.items()}
        period = {"start": filters.start.isoformat(), "end": filters.end.isoformat()}
        record_export("reach", file_format, period | narrowing, by=user)
        name = f"reach-{filters.start}-{filters.end}"
        self.words.read(DIMENSIONS)
        if file_format == "csv":
            return csv_response(name, tidy_rows(self.report, self.every, self.words))
        if file_format == "json":
            return json_response(name, self.json_content())
        told = Told(by=user.get_full_name() or user.get_username(), filters=self.told)
        if file_format == "pdf":
            return pdf_response(name, paper_of(self.report, self.words, told))
        return xlsx_response(name, sheets(self.report, self.every, self.words, told))

    def json_content(self):
        filters, report = self.filters, self.report
        told = {
            "first_day": filters.start,
            "last_day": filters.end,
            "filters": filters_as_kept(filters),
            "provinces": None if filters.area is None else sorted(filters.area),
            "as_at": report.as_at,
        }
        return json_content(content_of(report, self.every), told)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def downloads(self):
        """Address and words of each file that this user may take."""
        if not (self.form.is_valid() and may_export(self.request.user)):
            return []
        return [
            {"url": f"?{self.asked}&export={name}", "label": label, "format": name}
            for name, label in FORMATS.items()
        ]

    @property
    def asked(self):
        """What was asked, for an address."""
        return asked_in(self.form)

    @property
    def freeze_url(self):
        return f"{reverse(FREEZE_NAME)}?{self.asked}" if self.form.is_valid() else ""

    def get_header_more_buttons(self):
        files = [
            Button(file["label"], url=file["url"], icon_name="download", priority=priority)
            for priority, file in enumerate(self.downloads, 90)
        ]
        if not self.freeze_url:
            return files
        freeze = Button(_("Freeze this report"), url=self.freeze_url, icon_name="lock", priority=80)
        return [freeze, *files]

    def preset_links(self):
        """Ready-made periods, with the filters kept; one may be the current period."""
        kept = {name: self.request.GET[name] for name in FILTERS if self.request.GET.get(name)}
        chosen = self.form.is_valid() and (self.form.filters.start, self.form.filters.end)
        ready = presets(timezone.localdate())
        return [
            {
                "url": "?" + urlencode({"period": name, **kept}),
                "label": label,
                "is_current": ready[name] == chosen,
            }
            for name, label in PRESETS.items()
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            form=self.form,
            presets=self.preset_links(),
            downloads=self.downloads,
            freeze_url=self.freeze_url,
            reach_url=reverse(URL_NAME),
            explore_url=reverse(EXPLORE),
            **kwargs,
        )
        if not self.form.is_valid():
            return context
        context["is_fresh"] = self.is_fresh
        try:
            context.update(self.answers())
        except Missing:
            context["is_missing"] = True
        return context

    def answers(self):
        """What there is to tell. Raises Missing before any facts were made."""
        return {**shown(self.report, self.words), "told": self.told}


def reach_urls():
    """Hook `register_admin_urls`."""
    return [path("training/reach/", ReachView.as_view(), name=URL_NAME)]


def reach_menu_item():
    """Hook of the menu "Training"."""
    return ReachItem(
        gettext_lazy("Reach"),
        reverse_lazy(URL_NAME),
        name="training-reach",
        icon_name="view",
        order=ORDER["reach"],
    )
