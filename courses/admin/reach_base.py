"""What the screens of reach share: who may see them, and whom their figures may count."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from courses.actions.facts import keep_facts_fresh
from courses.adapters.facts import Missing
from courses.admin.reach_words import EVERY, Words
from courses.permissions import area_of, may_see_reach
from courses.rules.reach import Filters, NotCounted
from courses.rules.reach.guarded import NotTold

URL_NAME = "courses_reach"


class ReachScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen of figures, for programme staff only. It has a `form` that gives its filters, and an
    `answer` to what was asked."""

    policy = "staff"
    header_icon = "view"

    def dispatch(self, request, *args, **kwargs):
        if not may_see_reach(request.user):
            raise PermissionDenied
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def filters(self) -> Filters:
        """What the reader asked for, within what she may count."""
        area = area_of(self.request.user)
        return replace(self.form.filters, area=area, now=timezone.localtime())

    @cached_property
    def is_fresh(self) -> bool:
        """Whether the figures know all that is on record. Asked before them."""
        return keep_facts_fresh()

    @cached_property
    def words(self) -> Words:
        return Words()

    def answer(self) -> dict[str, Any]:
        """What there is to show. Raises Missing before any facts were made, and NotCounted where
        the figure is not counted by what was asked."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        context = super().get_context_data(form=self.form, **kwargs)
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


def told_filters(filters: Filters, words: Words) -> list[str]:
    """What narrows the figures in words, with the provinces of a reader who sees these alone."""
    told = [
        words.label(EVERY[name], value) for name, values in filters.only.items() for value in values
    ]
    if filters.area is None:
        return told
    names = [words.labels["province"].get(code, code) for code in sorted(filters.area)]
    return [*told, _("Runs in: %(provinces)s") % {"provinces": ", ".join(names)}]


class BelowReach(ReachScreen):
    """A screen that the reach page leads to."""

    def get_breadcrumbs_items(self):
        above = {"url": reverse_lazy(URL_NAME), "label": gettext_lazy("Reach")}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.get_page_title()}]
