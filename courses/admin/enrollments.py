"""Enrolments in the admin: find, read, export, and correct the job as it was then. Enrolling,
deciding and withdrawing are verbs of the trainer's screens."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import (
    CodeColumn,
    NumberColumn,
    RecordColumn,
    day_of,
    hours_of,
    person_name,
    time_of,
)
from courses.admin.links import run_links
from courses.admin.menu import ORDER
from courses.admin.views import RecordView, Section
from courses.choices import EnrollmentStatus, OrganizationKind, Sex
from courses.models import Completion, Enrollment
from courses.queries.merging import with_marks_left_aside
from courses.queries.organization_facts import employer_then, with_employer_then
from courses.queries.records import enrollments_found, with_attendance

#: What an enrolment in the list can be; merged ones are in no list.
PLACES = [choice for choice in EnrollmentStatus.choices if choice[0] != EnrollmentStatus.MERGED]


class EnrollmentFilterSet(filters.RecordFilterSet):
    course = filters.courses("run__course")
    status = filters.among(PLACES, "status", _("Status"))
    role = filters.choices_of(Enrollment, "role")
    sex = filters.among(Sex.choices, "person__sex", _("Sex"))
    sector = filters.choices_of(Enrollment, "sector")
    kind = filters.among(OrganizationKind.choices, "employer__kind", _("Kind of organization"))
    province = filters.provinces("province", _("Province of the workplace"))
    source = filters.choices_of(Enrollment, "source")
    starts_on = filters.days("run__starts_on", _("First day of the run"))

    class Meta:
        model = Enrollment
        fields = []


class EnrollmentRecordView(RecordView):
    """An enrolment with its result and its marks, also those that a merge left aside."""

    def get_field_display_value(self, field_name, field):
        """The organization as it was called at the time of the run."""
        if field_name == "employer" and self.object.employer:
            return employer_then(with_employer_then(Enrollment.objects).get(pk=self.object.pk))
        return super().get_field_display_value(field_name, field)

    def get_facts(self):
        verdict = Completion.objects.filter(enrollment=self.object).first()
        if verdict is None:
            return [(_("Completed"), None)]
        return [
            (_("Completed"), day_of(verdict.met_on) or _("Not yet")),
            (_("Hours credited"), hours_of(verdict.credited_minutes)),
            (_("Hours planned"), hours_of(verdict.planned_minutes)),
        ]

    def get_sections(self):
        columns = [
            Column(
                "session", label=_("Session"), accessor=lambda mark: time_of(mark.session.starts_at)
            ),
            StatusTagColumn("presence", label=_("Presence"), accessor="get_presence_display"),
            BooleanColumn("is_self_reported", label=_("Self-reported")),
            NumberColumn("credited_minutes", label=_("Minutes credited")),
            Column("reason", label=_("Reason")),
            StatusTagColumn(
                "counts",
                label=_("Counts"),
                accessor=lambda mark: _("Yes") if self._counts(mark) else _("No, a weaker mark"),
                primary=self._counts,
            ),
        ]
        marks = with_marks_left_aside(self.object).order_by("session__starts_at", "pk")
        return [Section(_("Marks"), columns, list(marks), _("There are no marks yet."))]

    def _counts(self, mark):
        return mark.enrollment_id == self.object.pk


class EnrollmentViewSet(RecordViewSet):
    model = Enrollment
    exports_people = True
    policy = permissions.enrollments
    actions = ("view", "change")
    related = ("person", "run__course", "employer", "province")
    icon = "clipboard-list"
    menu_label = _("Enrolments")
    menu_name = "training-enrolments"
    menu_order = ORDER["enrolments"]
    ordering = ("-created_at", "-pk")
    filterset_class = EnrollmentFilterSet
    inspect_view_class = EnrollmentRecordView
    inspect_view_fields = (
        "person",
        "run",
        "status",
        "status_since",
        "status_cause",
        "status_reason",
        "confirmed_at",
        "offer_ends_at",
        "source",
        "role",
        "employer",
        "employer_text",
        "sector",
        "province",
        "task_done_on",
    )
    list_display = (
        RecordColumn(
            "person",
            label=_("Name"),
            accessor=lambda enrollment: person_name(enrollment.person),
            sort_key="person__sort_key",
        ),
        CodeColumn("run", label=_("Run"), accessor="run.code", sort_key="run__code"),
        Column("role", label=_("Role"), accessor="get_role_display", sort_key="role"),
        Column(
            "employer",
            label=_("Organization"),
            accessor=employer_then,
        ),
        NumberColumn("attended", label=_("Sessions attended")),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda enrollment: enrollment.status == EnrollmentStatus.ENROLLED,
            sort_key="status",
        ),
    )
    exported = (
        ("UUID", lambda enrollment: str(enrollment.uuid)),
        (_("Run"), "run.code"),
        (_("Course"), "run.course.code"),
        (_("Card code"), "person.card_code"),
        (_("Khmer name"), "person.name_km"),
        (_("Latin name"), "person.name_latin"),
        (_("Sex"), "person.get_sex_display"),
        (_("Role"), "get_role_display"),
        (_("Organization"), lambda row: employer_then(row) if row.employer else ""),
        (_("Organization as told"), "employer_text"),
        (_("Sector"), "get_sector_display"),
        (_("Province of the workplace"), "province.name"),
        (_("Status"), "get_status_display"),
        (_("Since"), "status_since"),
        (_("Cause"), "get_status_cause_display"),
        (_("Came by"), "get_source_display"),
        (_("Sessions attended"), "attended"),
        (_("Completed"), "completion.met_on"),
    )
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("role"),
                FieldPanel("employer"),
                FieldPanel("employer_text"),
                FieldPanel("sector"),
                FieldPanel("province"),
            ],
            heading=_("The job as it was then"),
            help_text=_("Reports count people by these. A change here changes past reports too."),
        ),
    ]

    def rows(self, user):
        rows = super().rows(user).select_related("completion")
        return with_employer_then(with_attendance(rows))

    def search_for(self, user, rows, words):
        return enrollments_found(rows, words, permissions.contacts.phones_for(user))

    def links(self, row, user):
        return run_links(row.run)
