"""Report templates in the admin: what a donor is told, and in which words."""

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin.base import RecordViewSet
from courses.admin.columns import RecordColumn
from courses.admin.copying import CopiedWithParts
from courses.admin.menu import ORDER
from courses.admin.reach_base import URL_NAME
from courses.admin.reach_words import EVERY
from courses.admin.report_forms import (
    ChosenInline,
    CrossForm,
    FigureForm,
    FilterForm,
    TableForm,
    part_words,
)
from courses.admin.views import RecordView, Section
from courses.models import ReportTemplate
from courses.queries.figures import all_indicators
from courses.queries.labels import Labels


class TemplateView(RecordView):
    """The template with what it tells, in its order."""

    def get_sections(self):
        row = self.object
        known = all_indicators()
        figures = [
            f"{each.indicator} {_now(known[each.indicator].name)}" for each in row.figures.all()
        ]
        tables = [str(EVERY[each.dimension].heading) for each in row.tables.all()]
        crosses = [
            f"{each.indicator} {_now(known[each.indicator].name)}: "
            + ", ".join(str(EVERY[name].column) for name in (each.rows, each.columns) if name)
            for each in row.crosses.all()
        ]
        labels = Labels()
        only = [part_words(each.part, labels) for each in row.filters.all()]
        return [
            _listed(_now("Figures"), figures, _now("No figures but people and attendances.")),
            _listed(_now("Tables"), tables, _now("No tables.")),
            _listed(_now("Tables of one figure"), crosses, _now("No tables.")),
            _listed(_now("Counts only"), only, _now("Everything is counted.")),
        ]


def _listed(heading: str, lines: list[str], empty: str) -> Section:
    rows = [{"line": line} for line in lines]
    return Section(heading, [Column("line", label=heading)], rows, empty)


class ReportTemplateViewSet(CopiedWithParts, RecordViewSet):
    model = ReportTemplate
    policy = permissions.report_templates
    related = ("targets",)
    parts = ("figures", "tables", "crosses", "filters", "logos")
    icon = "doc-full"
    menu_label = _("Report templates")
    menu_name = "training-report-templates"
    menu_order = ORDER["report_templates"]
    inspect_view_class = TemplateView
    inspect_view_fields = ("name", "title_en", "title_km", "language", "targets")
    list_display = (
        RecordColumn("name", label=_("Name"), accessor="name", sort_key="name"),
        Column("title", label=_("Title"), accessor="title"),
        Column("language", label=_("Language"), accessor="get_language_display"),
        Column("targets", label=_("Targets"), accessor="targets"),
    )
    exported = (
        (_("Name"), "name"),
        (_("Title in English"), "title_en"),
        (_("Title in Khmer"), "title_km"),
        (_("Targets"), "targets.name"),
    )
    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("title_en"), FieldPanel("title_km")]),
                FieldRowPanel([FieldPanel("introduction_en"), FieldPanel("introduction_km")]),
                FieldRowPanel([FieldPanel("notes_en"), FieldPanel("notes_km")]),
                FieldPanel("language"),
            ],
            heading=_("Wording"),
        ),
        ChosenInline(
            "filters",
            row_form=FilterForm,
            heading=_("Counts only"),
            label=_("What is counted"),
            panels=[FieldPanel("part")],
            help_text=_("Without any, everything is counted. Usually this is one donor."),
        ),
        ChosenInline(
            "figures",
            row_form=FigureForm,
            heading=_("Figures"),
            label=_("Figure"),
            panels=[FieldPanel("indicator")],
            help_text=_("In this order, below people, participations and attendances."),
        ),
        ChosenInline(
            "tables",
            row_form=TableForm,
            heading=_("Tables"),
            label=_("Table of the report"),
            panels=[FieldPanel("dimension")],
            help_text=_("In this order. A PDF has four pages at most, so long tables are cut."),
        ),
        ChosenInline(
            "crosses",
            row_form=CrossForm,
            heading=_("Tables of one figure"),
            label=_("Table of one figure"),
            panels=[
                FieldPanel("indicator"),
                FieldRowPanel([FieldPanel("rows"), FieldPanel("columns")]),
            ],
            help_text=_("Below the other tables: one figure by rows and columns, as on Explore."),
        ),
        FieldRowPanel([FieldPanel("shows_months"), FieldPanel("shows_map")]),
        FieldPanel("shows_learning"),
        FieldPanel("targets"),
        InlinePanel(
            "logos",
            heading=_("Logos at the head"),
            label=_("Logo at the head"),
            max_num=4,
            panels=[FieldPanel("image"), FieldPanel("name")],
        ),
    ]

    def search(self, rows, words):
        return rows.filter(name__icontains=words)

    def links(self, row, user):
        make = (_now("Make a report…"), f"{reverse(URL_NAME)}?template={row.pk}", "view")
        return [make, *super().links(row, user)]
