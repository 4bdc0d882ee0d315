"""Frozen reports: the list, one report as it was told and how it stands today, its files."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from courses import permissions
from courses.actions.exports import record_export
from courses.actions.facts import keep_facts_fresh
from courses.actions.snapshots import approve_snapshot
from courses.adapters.facts import Missing
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import RecordColumn, days_of, time_of
from courses.admin.exports import csv_response, json_response, pdf_response, report_response
from courses.admin.links import record_address
from courses.admin.menu import ORDER
from courses.admin.reach import FORMATS, FREEZE_NAME, file_language, files_of
from courses.admin.reach_files import Told
from courses.admin.reach_paper import paper_of
from courses.admin.reach_shown import as_defined, shown
from courses.admin.reach_tidy import json_content, tidy_rows
from courses.admin.reach_workbook import workbook
from courses.admin.snapshot_frozen import FrozenWords, told_of
from courses.admin.snapshot_list import WhyView
from courses.admin.snapshot_words import today_of
from courses.admin.verbs import VerbView
from courses.admin.views import RecordView
from courses.models import ReportSnapshot
from courses.permissions import may_export
from courses.queries.differences import explain
from courses.queries.report_logos import parties_of_template
from courses.queries.snapshots import (
    definitions_kept,
    digest_of,
    figures_kept,
    report_kept,
)


class SnapshotView(RecordView):
    """The report as it was told; with `export` in the address it answers with a file."""

    template_name = "courses/admin/reach/frozen.html"

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") in FORMATS:
            with override(file_language(request.GET.get("language"))):
                return self.export(request.GET["export"])
        response = super().get(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    @cached_property
    def words(self):
        return FrozenWords(self.object)

    @cached_property
    def report(self):
        return report_kept(self.object)

    @property
    def told(self):
        return told_of(self.object, self.words)

    @property
    def asks_for_today(self):
        """Counting everything anew takes its time, so it is done when somebody asks."""
        return "today" in self.request.GET

    @property
    def today(self):
        """How it stands now; None before any facts were made, and where nobody asked."""
        if not self.asks_for_today:
            return None
        keep_facts_fresh()
        try:
            found = explain(self.object)
        except Missing:
            return None
        url = reverse(self.viewset.get_url_name("why"), args=[self.object.pk])
        return today_of(self.object, found, url, self.words.language)

    def export(self, file_format):
        if not may_export(self.request.user):
            raise PermissionDenied
        row, words = self.object, self.words
        record_export("snapshot", file_format, {"snapshot": str(row.uuid)}, by=self.request.user)
        name = f"frozen-{row.starts_on}-{row.ends_on}-{str(row.uuid)[:8]}"
        if file_format == "json":
            return json_response(name, json_content(row.content, self.json_told()))
        every = figures_kept(row, words.language)
        if file_format == "csv":
            return csv_response(name, list(tidy_rows(self.report, every, words)))
        defined = list(definitions_kept(row, words.language).values())
        told = Told(self.made_by, self.told, tuple(self.notes()), defined)
        if file_format == "pdf":
            parties = parties_of_template(row.template)
            paper = paper_of(self.report, words, told, row.title, row.digest, parties)
            return pdf_response(name, paper)
        tables = workbook(self.report, every, words, told)
        return report_response(name, tables, title=row.title, language=words.language)

    @property
    def made_by(self):
        user = self.object.made_by
        return (user.get_full_name() or user.get_username()) if user else ""

    def notes(self):
        """What stands in the notes of the workbook of a frozen report alone."""
        row = self.object
        yield [_now("Title"), row.title]
        yield [_now("Comment"), row.comment]
        yield [_now("Frozen"), time_of(row.made_at)]
        yield [_now("Approved"), time_of(row.approved_at)]
        yield [_now("Fingerprint (SHA-256)"), row.digest]
        if row.restates:
            yield [_now("Takes the place of"), row.restates.title]

    def json_told(self):
        row = self.object
        return {
            "uuid": row.uuid,
            "title": row.title,
            "comment": row.comment,
            "first_day": row.starts_on,
            "last_day": row.ends_on,
            "filters": row.filters,
            "provinces": row.area,
            "as_at": row.as_at,
            "frozen_at": row.made_at,
            "approved_at": row.approved_at,
            "restates": row.restates and row.restates.uuid,
            "sha256": row.digest,
        }

    @property
    def downloads(self):
        if not may_export(self.request.user):
            return []
        template = self.object.template
        return files_of("", template.language if template else "")

    @cached_property
    def header_more_buttons(self):
        files = [
            Button(file["label"], url=file["url"], icon_name="download", priority=priority)
            for priority, file in enumerate(self.downloads, 90)
        ]
        return [*super().header_more_buttons, *files]

    def linked(self, row):
        """Title and address of another frozen report that the reader may see."""
        seen = self.viewset.policy.rows_for(self.request.user)
        if row is None or not seen.filter(pk=row.pk).exists():
            return None
        return {"title": row.title, "url": record_address("snapshots", row.pk)}

    def get_context_data(self, **kwargs):
        row = self.object
        defined = definitions_kept(row, self.words.language)
        later = ReportSnapshot.objects.filter(restates=row).only("title").first()
        return super().get_context_data(
            **as_defined(shown(self.report, self.words), defined),
            told=self.told,
            is_intact=row.digest == digest_of(row),
            earlier=self.linked(row.restates),
            later=self.linked(later),
            today=self.today,
            asks_for_today=self.asks_for_today,
            downloads=self.downloads,
            **kwargs,
        )


class ApproveView(VerbView):
    """Signs a frozen report, once."""

    page_title = _("Approve this report")
    button = _("Approve")
    header_icon = "check"
    warning = _("Your name and the time stay beside the report. This cannot be taken back.")

    def is_allowed(self):
        return self.viewset.policy.may_approve(self.request.user)

    def act(self, form):
        approve_snapshot(self.object, by=self.request.user)
        return _now("The report is approved."), self.address_of(self.object)


def state_of(row: ReportSnapshot) -> str:
    if row.is_restated:
        return _now("Replaced by a later report")
    return _now("Approved") if row.approved_at else ""


class SnapshotFilterSet(filters.RecordFilterSet):
    period = filters.days("made_at", _("Frozen"))

    class Meta:
        model = ReportSnapshot
        fields = []


class SnapshotViewSet(RecordViewSet):
    model = ReportSnapshot
    policy = permissions.snapshots
    actions = ("view",)
    related = ("made_by",)
    icon = "lock"
    menu_label = _("Frozen reports")
    menu_name = "training-snapshots"
    menu_order = ORDER["snapshots"]
    ordering = ("-made_at", "-pk")
    filterset_class = SnapshotFilterSet
    inspect_view_class = SnapshotView
    inspect_view_fields = ("title",)
    exported = (
        ("UUID", lambda row: str(row.uuid)),
        (_("Title"), "title"),
        (_("First day"), "starts_on"),
        (_("Last day"), "ends_on"),
        (_("Frozen"), "made_at"),
        (_("Approved"), "approved_at"),
        (_("Fingerprint (SHA-256)"), "digest"),
    )
    list_display = (
        RecordColumn("title", label=_("Title"), accessor="title", sort_key="title"),
        Column(
            "period",
            label=_("Period"),
            accessor=lambda row: days_of(row.starts_on, row.ends_on),
            sort_key="starts_on",
        ),
        Column(
            "made",
            label=_("Frozen"),
            accessor=lambda row: time_of(row.made_at),
            sort_key="made_at",
        ),
        Column("by", label=_("By"), accessor="made_by"),
        Column("state", label=_("State"), accessor=state_of),
    )

    def rows(self, user):
        later = ReportSnapshot.objects.filter(restates=OuterRef("pk"))
        return super().rows(user).defer("content", "kept").annotate(is_restated=Exists(later))

    def search(self, rows, words):
        return rows.filter(title__icontains=words)

    @cached_property
    def approve_view(self):
        return self.construct_view(ApproveView)

    @cached_property
    def why_view(self):
        return self.construct_view(WhyView)

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("approve/<str:pk>/", self.approve_view, name="approve"),
            path("why/<str:pk>/", self.why_view, name="why"),
        ]

    def links(self, row, user):
        found = []
        if not row.approved_at and self.policy.may_approve(user):
            approve = reverse(self.get_url_name("approve"), args=[row.pk])
            found.append((_now("Approve…"), approve, "check"))
        again = {"start": row.starts_on, "end": row.ends_on, "restates": row.uuid}
        again |= {name: values[0]["id"] for name, values in row.filters.items() if len(values) == 1}
        if row.template_id:
            again["template"] = row.template_id
        address = f"{reverse(FREEZE_NAME)}?{urlencode(again)}"
        return [*found, (_now("Freeze anew…"), address, "lock")]
