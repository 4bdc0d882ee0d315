"""Figures in tables that the reader makes: one figure by one or two ways, for whom she wants, and
beside another period."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.admin.cross_tables import MOST_ROWS, NOTHING, Cell, Crossing, Table, in_words
from courses.admin.reach_base import BelowReach, told_filters
from courses.admin.reach_charts import Pictured
from courses.admin.reach_words import EVERY
from courses.admin.target_words import beside
from courses.forms.explore import ExploreForm
from courses.queries.explore import compared_with, crossed
from courses.queries.facts import facts_now
from courses.queries.figures import Figures
from courses.rules.indicators import REGISTER
from courses.rules.reach.told import Key
from courses.rules.reach.values import written
from courses.rules.reach.ways import Count

EXPLORE, LISTED = "courses_reach_explore", "courses_reach_list"


class ExploreView(BelowReach):
    template_name = "courses/admin/reach/explore.html"
    #: A figure that is always told with the one asked for, and its value.
    beside = None
    page_title = gettext_lazy("Explore the figures")

    @cached_property
    def form(self):
        ways = [(name, each.column) for name, each in EVERY.items()]
        return ExploreForm(self.request.GET, timezone.localdate(), ways)

    def get_context_data(self, **kwargs):
        return super().get_context_data(own_url=reverse(EXPLORE), **kwargs)

    def answer(self):
        form = self.form
        with facts_now() as facts:
            other = compared_with(self.filters, form.cleaned_data["compare"])
            figures = Figures(facts, self.filters)
            found = crossed(
                figures,
                form.indicator,
                form.by,
                Figures(facts, other) if other else None,
            )
            if form.indicator.beside:
                other_one = REGISTER[form.indicator.beside]
                self.beside = other_one, figures.whole(other_one)
        told = {
            "indicator": form.indicator,
            "filters": self.filters,
            "other": other,
            "told": told_filters(self.filters, self.words),
            "as_at": timezone.localtime(facts.made_at),
        }
        if found.is_empty:
            return told
        crossing = Crossing(found, self.words)
        pictures = Pictured(found, crossing.keys, self.words, EVERY[found.by[0]])
        return {**told, "table": self.table(crossing), "pictures": pictures}

    def table(self, crossing: Crossing) -> Table:
        found, keys = crossing.found, crossing.keys
        lines = [(crossing.label(key), self.line(crossing, (key,))) for key in keys[:MOST_ROWS]]
        heads, whole = list(crossing.heads), self.line(crossing, ())
        if found.before is not None:
            heads += [_("Before"), _("Change")]
        targets = beside(found, self.filters, self.words)
        if targets:
            lines = [
                (label, [*line, *self.aims(targets, key)])
                for (label, line), key in zip(lines, keys, strict=False)
            ]
            heads += [_("Target"), _("Of the target, or percentage points")]
            whole += self.aims(targets)
        notes = [*self.told_beside(), *crossing.notes]
        hidden = max(len(keys) - MOST_ROWS, 0)
        return Table(heads, [*lines, (_("All"), whole)], notes, hidden)

    def told_beside(self) -> Iterator[str]:
        if self.beside is not None:
            other, value = self.beside
            yield f"{_(other.name)}: {in_words(other, value, self.words.language)}"

    def line(self, crossing: Crossing, key: tuple[Key, ...]) -> list[Cell]:
        """The cells of a row; without a key those of the whole."""
        found = crossing.found
        told = [self.cell(crossing, *each) for each in crossing.values(key)]
        if key and crossing.across:
            shades = [*crossing.shades(key), ""]
            told = [replace(cell, shade=each) for cell, each in zip(told, shades, strict=True)]
        if found.before is None:
            return told
        value = found.rows.get(key[0]) if key else found.whole
        before = found.before.get(key[0]) if key else found.whole_before
        return [*told, self.cell(crossing, before), Cell(change(crossing, value, before))]

    def aims(self, targets, key=()) -> list[Cell]:
        """The target of a row, or of the whole, and how much of it was reached."""
        reached = targets.get(key)
        if reached is None:
            return [Cell(NOTHING), Cell(NOTHING)]
        return [Cell(reached.amount), Cell(reached.per_cent)]

    def cell(self, crossing: Crossing, value, by=(), key=None) -> Cell:
        indicator = crossing.indicator
        has_list = key is not None and value and isinstance(indicator.way, Count)
        if not (has_list and indicator.way.measure.ids):
            return Cell(crossing.number(value))
        asked = self.request.GET.copy()
        for name in ("rows", "columns", "compare", "figure", "period"):
            asked.pop(name, None)
        filters = {"start": self.filters.start, "end": self.filters.end, "figure": indicator.code}
        cells = [("by", name) for name in by] + [("key", written(each)) for each in key]
        kept = [(name, text) for name, text in asked.items() if text and name not in filters]
        query = urlencode([*filters.items(), *kept, *cells])
        return Cell(crossing.number(value), f"{reverse(LISTED)}?{query}")


def change(crossing: Crossing, now, before) -> str:
    is_hidden = crossing.indicator.fewest and None in (now, before)
    if is_hidden or (now is None and before is None):
        return NOTHING
    difference = (now or 0) - (before or 0)
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return sign + crossing.number(abs(difference))


def explore_urls():
    """Hook `register_admin_urls`."""
    return [path("training/reach/explore/", ExploreView.as_view(), name=EXPLORE)]
