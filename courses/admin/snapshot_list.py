"""The list behind a cause: who or what is counted otherwise than when the report was frozen."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin

from courses import permissions
from courses.actions.facts import keep_facts_fresh
from courses.adapters.facts import Missing
from courses.adapters.language import language
from courses.admin.columns import person_name, time_of
from courses.admin.links import record_address
from courses.admin.snapshot_words import CAUSES, sentence
from courses.admin.views import OwnRow
from courses.models import Enrollment, Person
from courses.queries.differences import explain
from courses.queries.snapshots import definitions_kept

ROWS_ON_A_PAGE = 100


class WhyView(OwnRow, BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView):
    """All that differs in one figure, or what one cause changed. Names are those of people whom the
    reader may see; others stay in the list without one."""

    viewset = None
    permission_policy = None
    row_actions = ("view",)
    template_name = "courses/admin/reach/why.html"
    page_title = gettext_lazy("Why the figure differs")
    header_icon = "lock"

    def get(self, request, *args, **kwargs):
        response = super().get(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def difference(self):
        keep_facts_fresh()
        try:
            found = explain(self.object).differences
        except Missing as not_yet:
            raise Http404 from not_yet
        code = self.request.GET.get("figure", "R1")
        if code not in found:
            raise Http404
        return found[code]

    @cached_property
    def changed(self):
        cause = self.request.GET.get("cause")
        if cause is None:
            return list(self.difference.changed)
        if cause not in self.difference.by_cause:
            raise Http404
        return self.difference.by_cause[cause]

    def get_page_subtitle(self):
        return self.object.title

    def get_breadcrumbs_items(self):
        index_url = reverse(self.viewset.get_url_name("index"))
        index = {"url": index_url, "label": self.viewset.menu_label}
        own = {"url": record_address("snapshots", self.object.pk), "label": self.object.title}
        return [*self.breadcrumbs_items, index, own, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        page = Paginator(self.changed, ROWS_ON_A_PAGE).get_page(self.request.GET.get("p"))
        code = self.difference.indicator.code
        name = definitions_kept(self.object, language())[code].name
        asked = self.request.GET
        kept = {key: asked[key] for key in ("figure", "cause") if key in asked}
        return super().get_context_data(
            sentence=f"{name}: {sentence(self.difference, language())}",
            page=page,
            rows=list(self._told(list(page))),
            kept=urlencode(kept),
            **kwargs,
        )

    def _told(self, changed):
        user = self.request.user
        person_today = _today(Person.everybody, {each.person for each in changed})
        place_today = _today(Enrollment.objects, {each.enrollment for each in changed})
        people = permissions.people.rows_for(user).in_bulk(person_today.values())
        places = permissions.enrollments.rows_for(user).select_related("run")
        places = places.in_bulk(place_today.values())
        sessions = permissions.sessions.rows_for(user)
        sessions = sessions.in_bulk({each.session for each in changed if each.session})
        for each in changed:
            person = people.get(person_today.get(each.person))
            place = places.get(place_today.get(each.enrollment))
            session = sessions.get(each.session)
            yield {
                "name": person_name(person) if person else _("Not shown to you"),
                "url": record_address("people", person.pk) if person else "",
                "run": place and place.run,
                "run_url": place and record_address("runs", place.run_id),
                "session": time_of(session.starts_at) if session else "",
                "counted": _("Then, not today") if each.is_gone else _("Today, not then"),
                "why": CAUSES[each.cause],
            }


def _today(rows, ids):
    """By id the row that stands for it today: another one where it was merged."""
    links = rows.filter(pk__in=ids - {None}).order_by().values_list("pk", "merged_into_id")
    return {pk: into or pk for pk, into in links}
