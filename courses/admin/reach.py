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
from courses.adapters.language import language
from courses.admin.exports import csv_response, xlsx_response
from courses.admin.menu import ORDER, ReachItem
from courses.admin.reach_base import URL_NAME, ReachScreen
from courses.admin.reach_explore import EXPLORE
from courses.admin.reach_files import Told, counted_figures, delivered_figures, sheets, tidy_rows
from courses.admin.reach_pictures import bars, province_map
from courses.admin.reach_rates import rates
from courses.admin.reach_words import DIMENSIONS, MONTH, ROLE, TABLES, Line
from courses.forms.reach import PRESETS, ReachForm, presets
from courses.permissions import may_export
from courses.queries.figures import figures
from courses.queries.reach import Report, reach
from courses.rules import indicators

FILTERS = ("topic", "course", "province", "sector")
FORMATS = {"xlsx": gettext_lazy("Download XLSX"), "csv": gettext_lazy("Download CSV")}
#: Fewer participations with a known sex make no share that is worth comparing.
SMALLEST_GROUP = 20


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
        told = Told(by=user.get_full_name() or user.get_username(), filters=self.told_filters())
        return xlsx_response(name, sheets(self.report, self.every, self.words, told))

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def downloads(self):
        """Address and words of each file that this user may take."""
        if not (self.form.is_valid() and may_export(self.request.user)):
            return []
        query = {name: self.form.data.get(name, "") for name in ("start", "end", *FILTERS)}
        return [
            {"url": "?" + urlencode({**query, "export": name}), "label": label, "format": name}
            for name, label in FORMATS.items()
        ]

    def get_header_more_buttons(self):
        return [
            Button(file["label"], url=file["url"], icon_name="download", priority=priority)
            for priority, file in enumerate(self.downloads, 90)
        ]

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
        found = {"report": self.report, "told": self.told_filters()}
        found.update(
            counted=counted_figures(self.report),
            delivered=delivered_figures(self.report),
            rates=rates(self.report, language()),
        )
        if not self.report.is_empty:
            found.update(self.findings())
        return found

    def findings(self):
        """Numbers, pictures and tables of a report that has something to tell."""
        report, words = self.report, self.words
        counts = {row.key: row.figures.participations for row in report.breakdowns["province"]}
        counts.pop(None, None)
        return {
            "numbers": _numbers(report),
            "others": _other_numbers(report),
            "contrast": _contrast(words.lines(ROLE, report)),
            "month_table": words.table(MONTH, report),
            "chart": bars(words.lines(MONTH, report), words.language),
            "map": province_map(counts, words.labels["province"], words.language),
            "province_unknown": report.unknown("province"),
            "tables": [words.table(dimension, report) for dimension in TABLES],
            "share_indicator": indicators.WOMENS_SHARE,
        }


def _numbers(report: Report):
    total = report.total
    return [
        (indicators.PEOPLE, total.people, _("people")),
        (indicators.PARTICIPATIONS, total.participations, _("participations")),
        (indicators.ATTENDANCES, total.attendances, _("attendances")),
    ]


def _other_numbers(report: Report):
    return [
        (indicators.COMPLETIONS, report.total.completions),
        (indicators.PEOPLE_COMPLETED, report.people_completed),
        (indicators.ORGANIZATIONS, report.organizations),
        (indicators.FACTORIES, report.factories),
    ]


def _contrast(roles: list[Line]) -> tuple[Line, Line] | None:
    """The roles with the smallest and the largest share of women, if there are two to compare."""
    shares = [
        line
        for line in roles
        if line.key is not None and line.figures.sexes.known >= SMALLEST_GROUP
    ]
    shares.sort(key=lambda line: line.figures.sexes.womens_share)
    return (shares[0], shares[-1]) if len(shares) > 1 else None


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
