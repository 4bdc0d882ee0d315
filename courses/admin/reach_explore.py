"""Figures in tables that the reader makes: one figure by one or two ways, for whom she wants, and
beside another period."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from courses.adapters.facts import Missing
from courses.admin.reach_base import BelowReach, told_filters
from courses.admin.reach_charts import Pictured, heat, shade_of
from courses.admin.reach_words import EVERY, IN_ORDER, PHASE, Dimension
from courses.admin.target_words import beside
from courses.forms.explore import ExploreForm
from courses.queries.explore import Crossed, compared_with, crossed
from courses.queries.facts import facts_now
from courses.queries.figures import Figures
from courses.rules import calendar_words
from courses.rules.indicators import REGISTER, Indicator
from courses.rules.reach import NotCounted
from courses.rules.reach.guarded import NotTold
from courses.rules.reach.told import Key
from courses.rules.reach.values import written
from courses.rules.reach.ways import Count
from courses.rules.suppression import hidden_mark

EXPLORE, LISTED = "courses_reach_explore", "courses_reach_list"
#: Longer tables are for files.
MOST_ROWS = 200
NOTHING = "–"


@dataclass(frozen=True)
class Cell:
    """A figure in words; with an address where a list stands behind it, and the shade that it has
    among the cells of two ways."""

    text: str
    url: str = ""
    shade: str = ""


@dataclass(frozen=True)
class Table:
    """Heads, then rows of a label and its cells; the last row is the whole. `hidden` rows did not
    fit."""

    heads: list[str]
    rows: list[tuple[str, list[Cell]]]
    notes: list[str] = field(default_factory=list)
    hidden: int = 0


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
        context = super().get_context_data(form=self.form, explore_url=reverse(EXPLORE), **kwargs)
        if not self.form.is_valid():
            return context
        context["is_fresh"] = self.is_fresh
        try:
            context.update(self.answer())
        except Missing:
            context["is_missing"] = True
        except NotTold:
            context["not_told"] = self.form.indicator
        except NotCounted as no:
            context["not_counted"] = EVERY[no.dimension].column
        return context

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
        rows = EVERY[found.by[0]]
        pictures = Pictured(found, self.in_order(rows, found.rows), self.words, rows)
        return {**told, "table": self.table(found), "pictures": pictures}

    def table(self, found: Crossed) -> Table:
        rows, *columns = (EVERY[name] for name in found.by)
        keys = self.in_order(rows, found.rows)
        across = self.in_order(columns[0], found.columns) if columns else []
        lines = [
            (self.words.label(rows, key), self.line(found, (key,), across))
            for key in keys[:MOST_ROWS]
        ]
        targets = beside(found, self.filters, self.words)
        if targets:
            lines = [
                (label, [*line, *self.aims(targets, key)])
                for (label, line), key in zip(lines, keys, strict=False)
            ]
        heads = [str(rows.column), *(self.words.label(columns[0], key) for key in across)]
        heads.append(_("All") if columns else _(found.indicator.name))
        if found.before is not None:
            heads += [_("Before"), _("Change")]
        whole = self.line(found, (), across)
        if targets:
            heads += [_("Target"), _("Of the target, or percentage points")]
            whole += self.aims(targets)
        return Table(
            heads,
            [*lines, (_("All"), whole)],
            [*(str(each.note) for each in (rows, *columns) if each.note), *self.notes(found)],
            max(len(keys) - MOST_ROWS, 0),
        )

    def notes(self, found: Crossed) -> list[str]:
        """What to know where numbers are hidden: how, and what is told beside."""
        indicator, told = found.indicator, []
        if self.beside is not None:
            other, value = self.beside
            told.append(f"{_(other.name)}: {self.number(other, value)}")
        if indicator.fewest:
            mark = hidden_mark(indicator.fewest, self.words.language)
            words = _("%(mark)s: hidden, because this number or one beside it is smaller.")
            told.append(words % {"mark": mark})
        return told

    def line(self, found: Crossed, key: tuple[Key, ...], across: list[Key]) -> list[Cell]:
        """The cells of a row; without a key those of the whole."""
        value = found.rows.get(key[0]) if key else found.whole
        if key:
            cells = [(found.cells.get((*key, each)), found.by, (*key, each)) for each in across]
        else:
            cells = [(found.columns.get(each), found.by[1:], (each,)) for each in across]
        cells.append((value, found.by[: len(key)], key))
        told = [self.cell(found.indicator, *each) for each in cells]
        if key and across:
            most = heat(found)
            told = [
                replace(cell, shade=shade_of(value, most))
                for cell, (value, *_rest) in zip(told[:-1], cells, strict=False)
            ] + told[-1:]
        if found.before is None:
            return told
        before = found.before.get(key[0]) if key else found.whole_before
        return [*told, self.cell(found.indicator, before), Cell(self.change(found, value, before))]

    def aims(self, targets, key=()) -> list[Cell]:
        """The target of a row, or of the whole, and how much of it was reached."""
        reached = targets.get(key)
        if reached is None:
            return [Cell(NOTHING), Cell(NOTHING)]
        return [Cell(reached.amount), Cell(reached.per_cent)]

    def cell(self, indicator: Indicator, value, by=(), key=None) -> Cell:
        has_list = key is not None and value and isinstance(indicator.way, Count)
        if not (has_list and indicator.way.measure.ids):
            return Cell(self.number(indicator, value))
        asked = self.request.GET.copy()
        for name in ("rows", "columns", "compare", "figure"):
            asked.pop(name, None)
        filters = {"start": self.filters.start, "end": self.filters.end, "figure": indicator.code}
        cells = [("by", name) for name in by] + [("key", written(each)) for each in key]
        kept = [(name, text) for name, text in asked.items() if text and name not in filters]
        query = urlencode([*filters.items(), *kept, *cells])
        return Cell(self.number(indicator, value), f"{reverse(LISTED)}?{query}")

    def number(self, indicator: Indicator, value) -> str:
        if value is None and indicator.fewest:
            return hidden_mark(indicator.fewest, self.words.language)
        if value is None:
            return NOTHING if indicator.of_nothing is None else "0"
        if indicator.is_share:
            return calendar_words.percent(value, self.words.language)
        places = None if isinstance(value, int) else 1
        return calendar_words.number(float(value) if places else value, self.words.language, places)

    def change(self, found: Crossed, now, before) -> str:
        is_hidden = found.indicator.fewest and None in (now, before)
        if is_hidden or (now is None and before is None):
            return NOTHING
        difference = (now or 0) - (before or 0)
        sign = "+" if difference > 0 else "−" if difference < 0 else "±"
        return sign + self.number(found.indicator, abs(difference))

    def in_order(self, dimension: Dimension, keys) -> list[Key]:
        """Days in their order, else by what the whole table shows first: the largest; the unknown
        last."""
        if dimension is PHASE:
            order = list(self.words.labels[dimension.name])
            return sorted(keys, key=lambda key: order.index(key) if key in order else len(order))
        if dimension.name in IN_ORDER:
            return sorted(keys, key=lambda key: (key is None, str(key)))
        return sorted(
            keys,
            key=lambda key: (key is None, -(keys[key] or 0), self.words.label(dimension, key)),
        )


def explore_urls():
    """Hook `register_admin_urls`."""
    return [path("training/reach/explore/", ExploreView.as_view(), name=EXPLORE)]
