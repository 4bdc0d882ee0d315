"""The list behind a figure: the people, places, sessions or organizations that were counted."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from courses import permissions
from courses.admin.links import record_address
from courses.admin.reach_base import BelowReach, told_filters
from courses.admin.reach_explore import LISTED
from courses.admin.reach_words import EVERY
from courses.forms.explore import ExploreForm
from courses.queries.figures import figures
from courses.rules import calendar_words
from courses.rules.reach.values import read
from courses.rules.reach.ways import Count

ON_A_PAGE = 50


@dataclass(frozen=True)
class Line:
    """What was counted: its name with an address, and what tells more."""

    name: str
    url: str
    details: list[str]


class ListView(BelowReach):
    template_name = "courses/admin/reach/list.html"

    def get_page_title(self):
        return _(self.form.indicator.name) if self.form.is_valid() else _("Reach")

    @cached_property
    def form(self):
        ways = [(name, each.column) for name, each in EVERY.items()]
        return ExploreForm(self.request.GET, timezone.localdate(), ways)

    @cached_property
    def cell(self) -> tuple[tuple[str, ...], tuple]:
        """The dimensions of the cell that was opened, and their values."""
        by, texts = self.request.GET.getlist("by"), self.request.GET.getlist("key")
        try:
            return tuple(by), tuple(read(*each) for each in zip(by, texts, strict=True))
        except ValueError as error:
            raise Http404 from error

    def get(self, request, *args, **kwargs):
        way = self.form.is_valid() and self.form.indicator.way
        if not (isinstance(way, Count) and way.measure.ids in LISTS):
            raise Http404
        return super().get(request, *args, **kwargs)

    def answer(self):
        way = self.form.indicator.way
        by, key = self.cell
        with figures(self.filters) as found:
            count = found.counts(way.measure, *by).get(key, 0)
            pages = max(ceil(count / ON_A_PAGE), 1)
            number = min(max(_whole(self.request.GET.get("p")), 1), pages)
            span = slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE)
            rows = found.listed(way.measure, by, key, span)
        listing = LISTS[way.measure.ids]
        told = [self.words.label(EVERY[name], value) for name, value in zip(by, key, strict=True)]
        return {
            "indicator": self.form.indicator,
            "filters": self.filters,
            "told": [*told, *told_filters(self.filters, self.words)],
            "heads": listing.heads(),
            "lines": listing.lines(rows, self.request.user, self.words.language),
            "count": count,
            "number": number,
            "pages": pages,
            "query": self.query(),
        }

    def query(self) -> str:
        asked = self.request.GET.copy()
        asked.pop("p", None)
        return asked.urlencode()


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 1


@dataclass(frozen=True)
class Listing:
    heads: Callable[[], list[str]]
    lines: Callable[[list[tuple], object, str], list[Line]]


def _people(rows, user, language) -> list[Line]:
    found = permissions.people.rows_for(user).in_bulk([pk for (pk,) in rows])
    return [
        Line(row.name, record_address("people", row.pk), [row.card_code, row.get_sex_display()])
        for (pk,) in rows
        if (row := found.get(pk))
    ]


def _enrollments(rows, user, language) -> list[Line]:
    found = _places(user, [pk for (pk,) in rows])
    return [_place(row) for (pk,) in rows if (row := found.get(pk))]


def _places(user, pks):
    rows = permissions.enrollments.rows_for(user)
    return rows.select_related("person", "run__course", "employer").in_bulk(pks)


def _place(row, *more) -> Line:
    employer = str(row.employer) if row.employer else row.employer_text
    details = [row.run.code, row.run.course.title, row.get_role_display(), employer]
    return Line(row.person.name, record_address("enrolments", row.pk), [*details, *more])


def _attendances(rows, user, language) -> list[Line]:
    places = _places(user, {enrollment for enrollment, _session in rows})
    sessions = permissions.sessions.rows_for(user).in_bulk({session for _place, session in rows})
    return [
        _place(places[enrollment], _moment(sessions[session], language))
        for enrollment, session in rows
        if enrollment in places and session in sessions
    ]


def _moment(session, language: str) -> str:
    return calendar_words.date_and_time(timezone.localtime(session.starts_at), language)


def _organizations(rows, user, language) -> list[Line]:
    found = permissions.organizations.rows_for(user).select_related("province")
    found = found.in_bulk([pk for (pk,) in rows])
    return [
        Line(
            str(row),
            record_address("organizations", row.pk),
            [row.get_kind_display(), str(row.province or "")],
        )
        for (pk,) in rows
        if (row := found.get(pk))
    ]


def _sessions(rows, user, language) -> list[Line]:
    found = permissions.sessions.rows_for(user).select_related("run__course")
    found = found.in_bulk([pk for (pk,) in rows])
    return [
        Line(
            _moment(row, language),
            record_address("sessions", row.pk),
            [row.run.code, row.run.course.title],
        )
        for (pk,) in rows
        if (row := found.get(pk))
    ]


def _runs(rows, user, language) -> list[Line]:
    found = permissions.runs.rows_for(user).select_related("course", "host")
    found = found.in_bulk([pk for (pk,) in rows])
    return [
        Line(row.code, record_address("runs", row.pk), [row.course.title, str(row.host)])
        for (pk,) in rows
        if (row := found.get(pk))
    ]


def _factory_actions(rows, user, language) -> list[Line]:
    found = permissions.factory_actions.rows_for(user).select_related("organization", "run")
    found = found.in_bulk([pk for (pk,) in rows])
    return [
        Line(
            row.text,
            record_address("actions", row.pk),
            [row.organization.name, row.run.code, row.get_state_display()],
        )
        for (pk,) in rows
        if (row := found.get(pk))
    ]


PEOPLE = Listing(lambda: [_("Name"), _("Card"), _("Sex")], _people)
PLACE_HEADS = lambda: [_("Name"), _("Run"), _("Course"), _("Role"), _("Organization")]  # noqa: E731
#: By what a measure counts.
LISTS = {
    "f.person": PEOPLE,
    "f.trainer": PEOPLE,
    "f.enrollment": Listing(PLACE_HEADS, _enrollments),
    "f.moment": Listing(lambda: [*PLACE_HEADS(), _("Session")], _attendances),
    "w.whole": Listing(lambda: [_("Name"), _("Kind"), _("Province")], _organizations),
    "f.session": Listing(lambda: [_("Session"), _("Run"), _("Course")], _sessions),
    "f.action": Listing(
        lambda: [_("What will be done"), _("Organization"), _("Run"), _("State")], _factory_actions
    ),
    "f.run": Listing(lambda: [_("Run"), _("Course"), _("Host")], _runs),
}


def list_urls():
    """Hook `register_admin_urls`."""
    return [path("training/reach/list/", ListView.as_view(), name=LISTED)]
