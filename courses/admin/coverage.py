"""Which factories the training reached, and which it never did."""

from collections.abc import Iterator
from math import ceil

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses import permissions
from courses.actions.exports import record_export
from courses.admin.exports import csv_response, xlsx_response
from courses.admin.links import record_address
from courses.admin.reach_base import BelowReach, told_filters
from courses.admin.target_words import amount_words
from courses.choices import Sector
from courses.forms.coverage import STATES, CoverageForm
from courses.permissions import may_export
from courses.queries.coverage import Covered, coverage, of_size
from courses.queries.facts import facts_now
from courses.queries.figures import Figures
from courses.rules import calendar_words, indicators

COVERAGE = "courses_coverage"
ON_A_PAGE = 50
FIGURES = (indicators.COVERAGE, indicators.EMPLOYED, indicators.PENETRATION)
EXPORTS = {"xlsx": gettext_lazy("Download XLSX"), "csv": gettext_lazy("Download CSV")}
ORDER = {"never": 0, "before": 1, "period": 2}


class CoverageView(BelowReach):
    """With `export` in the address it answers with the list as a file."""

    template_name = "courses/admin/reach/coverage.html"
    page_title = gettext_lazy("Factories reached")

    @cached_property
    def form(self):
        return CoverageForm(self.request.GET, timezone.localdate())

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") in EXPORTS and self.form.is_valid():
            return self.export(request.GET["export"])
        return super().get(request, *args, **kwargs)

    def export(self, file_format):
        if not may_export(self.request.user):
            raise PermissionDenied
        chosen = {name: text for name, text in self.request.GET.items() if text}
        record_export("factories", file_format, chosen, by=self.request.user)
        with facts_now() as facts:
            rows = self.listed(coverage(Figures(facts, self.filters)))
        name = f"factories-{self.filters.start}-{self.filters.end}"
        lines = self.lines(rows)
        if file_format == "csv":
            return csv_response(name, lines)
        return xlsx_response(name, [(_("Factories"), lines)])

    def listed(self, rows: list[Covered]) -> list[Covered]:
        """Those asked for: what was never reached first, the largest before the smaller ones."""
        form = self.form
        if form.limits is not None:
            rows = of_size(rows, *form.limits)
        wanted = form.cleaned_data["state"]
        found = [row for row in rows if not wanted or row.state == wanted]
        return sorted(
            found,
            key=lambda row: (
                ORDER[row.state],
                -(row.factory.workers or 0),
                row.factory.organization,
            ),
        )

    def lines(self, rows: list[Covered]) -> Iterator[list]:
        """The list for a file."""
        yield [
            *(_("Name"), _("Sector"), _("Province"), _("Reached"), _("People employed")),
            *(_("Trained in twelve months"), _("Part of its people, per cent")),
        ]
        names = self.names(rows)
        for row in rows:
            factory = row.factory
            yield [
                *(str(names.get(factory.organization, "")), *self.place(row)),
                *(str(STATES[row.state]), factory.workers, factory.trained),
                round(100 * factory.trained / factory.workers, 1) if factory.workers else None,
            ]

    def names(self, rows: list[Covered]):
        found = permissions.organizations.rows_for(self.request.user)
        return found.in_bulk([row.factory.organization for row in rows])

    def place(self, row: Covered) -> tuple[str, str]:
        factory = row.factory
        sector = Sector(factory.sector).label if factory.sector else ""
        labels = self.words.labels["province"]
        return str(sector), labels.get(factory.province, "") if factory.province else ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(own_url=reverse(COVERAGE), **kwargs)

    def answer(self):
        language = self.words.language
        with facts_now() as facts:
            figures = Figures(facts, self.filters)
            every = coverage(figures)
            told = [
                (each, amount_words(each, figures.values(each).get(()), language))
                for each in FIGURES
            ]
        rows = self.listed(every)
        pages = max(ceil(len(rows) / ON_A_PAGE), 1)
        page = self.request.GET.get("p", "")
        number = min(max(int(page), 1), pages) if page.isdecimal() and len(page) < 7 else 1
        asked = self.request.GET.copy()
        asked.pop("p", None)
        return {
            "figures": told,
            "filters": self.filters,
            "told": told_filters(self.filters, self.words),
            "as_at": timezone.localtime(figures.as_at),
            "states": [
                (label, sum(row.state == name for row in every)) for name, label in STATES.items()
            ],
            "lines": self.shown(rows[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]),
            "count": len(rows),
            "number": number,
            "pages": pages,
            "query": asked.urlencode(),
            "downloads": self.downloads(asked),
        }

    def downloads(self, asked) -> list[dict]:
        if not may_export(self.request.user):
            return []
        query = asked.urlencode()
        return [
            {"url": f"?{query}&export={name}", "label": label} for name, label in EXPORTS.items()
        ]

    def shown(self, rows: list[Covered]) -> list[dict]:
        names, language = self.names(rows), self.words.language
        return [
            {
                "name": names.get(row.factory.organization),
                "url": record_address("organizations", row.factory.organization),
                "cells": [
                    *self.place(row),
                    STATES[row.state],
                    _number(row.factory.workers, language),
                    _number(row.factory.trained, language),
                    _share(row, language),
                ],
            }
            for row in rows
        ]


def _number(value: int | None, language: str) -> str:
    return "–" if value is None else calendar_words.number(value, language)


def _share(row: Covered, language: str) -> str:
    factory = row.factory
    if not factory.workers:
        return "–"
    return calendar_words.percent(factory.trained / factory.workers, language)


def coverage_urls():
    """Hook `register_admin_urls`."""
    return [path("training/reach/factories/", CoverageView.as_view(), name=COVERAGE)]
