"""The reach page: whom the training reached in a period, as numbers, pictures, tables and files."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from courses.actions.exports import record_export
from courses.admin.exports import csv_response, json_response, pdf_response, report_response
from courses.admin.menu import ORDER, ReachItem
from courses.admin.reach_base import URL_NAME, ReachScreen, told_filters
from courses.admin.reach_explore import EXPLORE
from courses.admin.reach_files import Told, labelled
from courses.admin.reach_learning import LEARNING, LearningView
from courses.admin.reach_paper import paper_of
from courses.admin.reach_shown import shown
from courses.admin.reach_tidy import json_content, tidy_rows
from courses.admin.reach_workbook import workbook
from courses.choices import ReportLanguage
from courses.forms.reach import PRESETS, ReachForm, presets
from courses.permissions import may_export
from courses.queries.figures import figures
from courses.queries.reach import Report, reach, report_of
from courses.queries.report_logos import parties_of_template
from courses.queries.report_plans import plan_for
from courses.queries.snapshot_labels import filters_as_kept
from courses.queries.snapshots import Every, content_of
from courses.rules.report_plan import told as said_in

FREEZE_NAME = "courses_reach_freeze"
FILTERS = ("topic", "course", "province", "sector")
KEPT = (*FILTERS, "template")
FORMATS = {
    "xlsx": gettext_lazy("Download XLSX"),
    "csv": gettext_lazy("Download CSV"),
    "json": gettext_lazy("Download JSON"),
    "pdf": gettext_lazy("Download PDF"),
}


def asked_in(form: ReachForm) -> str:
    """The period and the filters of a form, for an address."""
    return urlencode({name: form.data.get(name, "") for name in ("start", "end", *KEPT)})


def file_language(asked: str | None) -> str:
    """The language of a file: the one in the address, else that of the reader."""
    return asked if asked in (ReportLanguage.ENGLISH, ReportLanguage.KHMER) else get_language()


def files_of(asked: str, language: str) -> list[dict]:
    """Address and words of each file: in the language of the reader, or of the report; `asked`
    stands before what is added."""
    both = (ReportLanguage.ENGLISH, ReportLanguage.KHMER)
    languages = both if language == ReportLanguage.BOTH else (language,) if language else ("",)
    return [
        {
            "url": f"?{asked}export={name}" + (f"&language={each}" if each else ""),
            "label": f"{label} ({ReportLanguage(each).label})" if each else label,
            "format": name,
        }
        for each in languages
        for name, label in FORMATS.items()
    ]


class ReachView(ReachScreen):
    """With `export` in the address it answers with a file."""

    template_name = "courses/admin/reach/reach.html"
    page_title = gettext_lazy("Reach")

    @cached_property
    def form(self):
        return ReachForm(self.request.GET, today=timezone.localdate())

    @cached_property
    def report(self) -> Report:
        return reach(self.filters, self.plan)

    @cached_property
    def plan(self):
        """What the report tells: by a template, or as the programme has it."""
        return plan_for(self.filters, self.form.chosen_template)

    @cached_property
    def counted(self) -> tuple[Report, list[Every]]:
        """The report and every figure, of one moment."""
        with figures(self.filters) as answers:
            return report_of(answers, self.plan), list(answers.every())

    @property
    def told(self):
        return told_filters(self.filters, self.words)

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") in FORMATS and self.form.is_valid():
            with override(file_language(request.GET.get("language"))):
                return self.export(request.GET["export"])
        return super().get(request, *args, **kwargs)

    def export(self, file_format):
        user, filters = self.request.user, self.form.filters
        if not may_export(user):
            raise PermissionDenied
        narrowing = {name: sorted(values, key=str) for name, values in filters.only.items()}
        period = {"start": filters.start.isoformat(), "end": filters.end.isoformat()}
        record_export("reach", file_format, period | narrowing, by=user)
        name = f"reach-{filters.start}-{filters.end}"
        told = Told(by=user.get_full_name() or user.get_username(), filters=self.told)
        if file_format == "pdf":
            self.words.read(labelled(self.report))
            parties = parties_of_template(self.form.chosen_template)
            return pdf_response(name, paper_of(self.report, self.words, told, parties=parties))
        report, every = self.counted
        self.words.read(labelled(report))
        if file_format == "csv":
            return csv_response(name, list(tidy_rows(report, every, self.words)))
        if file_format == "json":
            return json_response(name, self.json_content(report, every))
        title = said_in(self.plan.title, self.words.language) or str(self.page_title)
        tables = workbook(report, every, self.words, told)
        return report_response(name, tables, title=title, language=self.words.language)

    def json_content(self, report, every):
        filters = self.filters
        told = {
            "first_day": filters.start,
            "last_day": filters.end,
            "filters": filters_as_kept(filters),
            "provinces": None if filters.area is None else sorted(filters.area),
            "as_at": report.as_at,
        }
        return json_content(content_of(report, every), told)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def downloads(self):
        """Address and words of each file that this user may take."""
        if not (self.form.is_valid() and may_export(self.request.user)):
            return []
        template = self.form.chosen_template
        return files_of(f"{self.asked}&", template.language if template else "")

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
        kept = {name: self.request.GET[name] for name in KEPT if self.request.GET.get(name)}
        chosen = self.form.is_valid() and (self.form.filters.start, self.form.filters.end)
        ready, named = presets(timezone.localdate()), self.form.phases
        words = PRESETS | {name: label for name, (label, _days) in named.items()}
        ready |= {name: days for name, (_label, days) in named.items()}
        return [
            {
                "url": "?" + urlencode({"period": name, **kept}),
                "label": label,
                "is_current": ready[name] == chosen,
            }
            for name, label in words.items()
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            presets=self.preset_links(),
            downloads=self.downloads,
            freeze_url=self.freeze_url,
            reach_url=reverse(URL_NAME),
            explore_url=reverse(EXPLORE),
            learning_url=f"{reverse(LEARNING)}?{self.asked}" if self.form.is_valid() else "",
            **kwargs,
        )

    def answer(self):
        return {**shown(self.report, self.words), "told": self.told}


def reach_urls():
    """Hook `register_admin_urls`."""
    return [
        path("training/reach/", ReachView.as_view(), name=URL_NAME),
        path("training/reach/learning/", LearningView.as_view(), name=LEARNING),
    ]


def reach_menu_item():
    """Hook of the menu "Training"."""
    return ReachItem(
        gettext_lazy("Reach"),
        reverse_lazy(URL_NAME),
        name="training-reach",
        icon_name="view",
        order=ORDER["reach"],
    )
