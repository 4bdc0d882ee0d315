"""Course runs in the admin: find, read and export them. Planning and enrolling are verbs of the
trainer's screens, so nothing is added here."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, StatusTagColumn

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import (
    CodeColumn,
    LinkColumn,
    NumberColumn,
    RecordColumn,
    days_of,
    number_of,
    person_name,
    time_of,
)
from courses.admin.links import record_address, run_links
from courses.admin.menu import ORDER
from courses.admin.views import RecordView, Section
from courses.choices import RunStatus
from courses.models import CourseRun, Project
from courses.queries.organization_facts import (
    donors,
    employer_then,
    name_then,
    with_employer_then,
    with_name_then,
)
from courses.queries.records import with_attendance, with_presence
from courses.queries.runs import named, with_people


class RunFilterSet(filters.RecordFilterSet):
    course = filters.courses("course")
    topic = filters.topics("course__topics")
    status = filters.choices_of(CourseRun, "status")
    enrollment_policy = filters.choices_of(CourseRun, "enrollment_policy")
    delivery_language = filters.choices_of(CourseRun, "delivery_language")
    province = filters.provinces("province")
    starts_on = filters.days("starts_on", _("First day"))
    projects = filters.rows(Project.objects.all(), "projects", _("Project"))
    donor = filters.rows(donors(), "projects__donor", _("Donor"))

    class Meta:
        model = CourseRun
        fields = []


class RunRecordView(RecordView):
    """A run with its trainers, sessions and people."""

    def get_facts(self):
        run = with_people(CourseRun.objects.filter(pk=self.object.pk)).get()
        return [
            (_("Days"), days_of(run.starts_on, run.ends_on)),
            (_("Enrolled"), number_of(run.enrolled)),
            (_("On the waiting list"), number_of(run.waiting)),
            (_("Requests that wait for a decision"), number_of(run.requested)),
            (_("Projects"), _names(run.projects.all())),
            (_("Donors"), _donors(run)),
            (_("Partners"), _partners(run)),
            (_("Reference elsewhere"), run.external_reference),
            (_("Planned by"), run.owner and (run.owner.get_full_name() or run.owner)),
        ]

    def get_sections(self):
        return [self._trainers(), self._sessions(), self._people()]

    def _trainers(self):
        columns = [
            Column("name", label=_("Name"), accessor=lambda row: person_name(row.person)),
            CodeColumn("card", label=_("Card code"), accessor="person.card_code"),
            StatusTagColumn(
                "lead",
                label=_("Part"),
                accessor=lambda row: _("Leads the run") if row.is_lead else _("Trains"),
                primary=lambda row: row.is_lead,
            ),
        ]
        rows = self.object.run_trainers.select_related("person")
        return Section(_("Trainers"), columns, list(rows), _("No trainer is named yet."))

    def _sessions(self):
        columns = [
            LinkColumn(
                "starts",
                label=_("Begins"),
                accessor=lambda row: time_of(row.starts_at),
                get_url=lambda row: record_address("sessions", row.pk),
            ),
            NumberColumn("planned_minutes", label=_("Minutes")),
            StatusTagColumn("status", label=_("Status"), accessor="get_status_display"),
            NumberColumn("here", label=_("Here")),
        ]
        rows = with_presence(self.object.sessions.all())
        return Section(_("Sessions"), columns, list(rows), _("No session is planned yet."))

    def _people(self):
        columns = [
            LinkColumn(
                "name",
                label=_("Name"),
                accessor=lambda row: person_name(row.person),
                get_url=lambda row: record_address("enrolments", row.pk),
            ),
            Column("role", label=_("Role"), accessor="get_role_display"),
            Column("employer", label=_("Organization"), accessor=employer_then),
            StatusTagColumn("status", label=_("Status"), accessor="get_status_display"),
            NumberColumn("attended", label=_("Sessions attended")),
        ]
        rows = self.object.enrollments.standing().select_related("person", "employer")
        rows = with_employer_then(with_attendance(rows)).order_by("person__sort_key", "pk")
        return Section(_("People"), columns, list(rows), _("Nobody is enrolled yet."))


def _names(rows):
    """Names of organizations and projects, each once."""
    return ", ".join(dict.fromkeys(each.name for each in rows if each))


def _donors(run):
    return _names(project.donor for project in run.projects.all())


def _partners(run):
    return _names(each.organization for each in run.partners.all())


def _host(run):
    """Who hosted the run, by the name of that time."""
    return name_then(run, run.host)


class RunViewSet(RecordViewSet):
    model = CourseRun
    policy = permissions.runs
    actions = ("view", "change", "delete")
    parts = ("sessions", "run_trainers", "imports")
    related = ("course", "host", "venue", "province")
    icon = "calendar-alt"
    menu_label = _("Runs")
    menu_name = "training-runs"
    menu_order = ORDER["runs"]
    filterset_class = RunFilterSet
    inspect_view_class = RunRecordView
    inspect_view_fields = (
        "code",
        "course",
        "host",
        "venue",
        "province",
        "delivery_language",
        "capacity",
        "enrollment_policy",
        "is_listed",
        "status",
    )
    list_display = (
        RecordColumn("code", label=_("Run"), sort_key="code", classname="sala-code"),
        Column("course", label=_("Course"), accessor="course.title", sort_key="course__code"),
        Column("host", label=_("Host organization"), accessor=_host, sort_key="host__name_en"),
        Column("province", label=_("Province"), sort_key="province"),
        Column(
            "days",
            label=_("Days"),
            accessor=lambda run: days_of(run.starts_on, run.ends_on),
            sort_key="starts_on",
        ),
        NumberColumn("enrolled", label=_("Enrolled")),
        NumberColumn("capacity", label=_("Seats")),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda run: run.status == RunStatus.PLANNED,
            sort_key="status",
        ),
    )
    exported = (
        (_("Run"), "code"),
        ("UUID", lambda run: str(run.uuid)),
        (_("Course"), "course.code"),
        (_("Title"), "course.title"),
        (_("Host organization"), _host),
        (_("Venue"), "venue.name"),
        (_("Province"), "province.name"),
        (_("First day"), "starts_on"),
        (_("Last day"), "ends_on"),
        (_("Spoken language"), "get_delivery_language_display"),
        (_("How people enrol"), "get_enrollment_policy_display"),
        (_("Seats"), "capacity"),
        (_("Enrolled"), "enrolled"),
        (_("On the waiting list"), "waiting"),
        (_("Status"), "get_status_display"),
        (_("Projects"), lambda run: _names(run.projects.all())),
        (_("Donors"), _donors),
        (_("Partners"), _partners),
        (_("Reference elsewhere"), "external_reference"),
    )
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("host"),
                FieldPanel("venue"),
                FieldPanel("province"),
                FieldPanel("delivery_language"),
            ],
            heading=_("Where and how"),
        ),
        FieldPanel("is_listed"),
    ]

    def rows(self, user):
        rows = with_people(super().rows(user))
        rows = rows.prefetch_related("projects__donor", "partners__organization")
        return with_name_then(rows, "host", "starts_on")

    def search(self, rows, words):
        return named(rows, words)

    def links(self, row, user):
        return run_links(row)
