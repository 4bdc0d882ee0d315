"""The record of one person in the admin: runs, jobs, consents, merges, and who is somebody else."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.models import ModelLogEntry

from courses import permissions
from courses.admin.columns import (
    CodeColumn,
    CodeLinkColumn,
    LinkColumn,
    NumberColumn,
    day_of,
    days_of,
    person_name,
    time_of,
)
from courses.admin.links import record_address
from courses.admin.views import RecordHistoryView, RecordView, Section, in_words
from courses.choices import EnrollmentStatus
from courses.models import PersonMerge
from courses.queries.merging import distinct_pairs, standing_merge_of
from courses.queries.records import with_attendance

#: What a record says of a person, beside the card code.
DETAILS = (
    "name_km",
    "family_name_latin",
    "given_name_latin",
    "known_as",
    "title",
    "sex",
    "birth_year",
    "reads_khmer",
    "email",
)


class PersonRecordView(RecordView):
    """A person with phones, jobs and runs, and with the records that became part of this one."""

    template_name = "courses/admin/person.html"

    @cached_property
    def shows_contacts(self):
        return permissions.contacts.may_see(self.request.user, self.object)

    def get_facts(self):
        phones = self.object.phones.all() if self.shows_contacts else ()
        return [
            (_("Phones"), format_html_join(", ", "{}", _told(phones))),
            (_("Login"), self.object.user and _("Has a login")),
            (_("Registered"), self.object.created_at),
            *self._other_records(),
        ]

    def get_field_display_value(self, field_name, field):
        if field_name == "email" and not self.shows_contacts:
            return in_words("")
        value = super().get_field_display_value(field_name, field)
        if field_name == "birth_year" and self.object.birth_year_is_estimated:
            return _now("%(year)s, estimated") % {"year": value}
        return value

    def _other_records(self):
        if self.object.merged_into:
            return [(_("Merged into"), self.object.merged_into)]
        cards = [person.card_code for person in self.object.merged_people.all()]
        return [(_("Cards of merged records"), ", ".join(cards))] if cards else []

    def get_sections(self):
        sections = [*sections_of(self.object, self.request.user), self._merges(), self._others()]
        return [section for section in sections if section.rows or section.empty]

    def _merges(self):
        columns = [
            LinkColumn(
                "other",
                label=_("Other record"),
                accessor=lambda merge: person_name(self._other(merge)),
                get_url=lambda merge: record_address("people", self._other(merge).pk),
            ),
            CodeColumn(
                "card", label=_("Card code"), accessor=lambda row: self._other(row).card_code
            ),
            Column("merged", label=_("Merged"), accessor=lambda merge: time_of(merge.merged_at)),
            Column("by", label=_("By"), accessor="merged_by"),
            Column("undone", label=_("Undone"), accessor=lambda merge: time_of(merge.undone_at)),
        ]
        merges = PersonMerge.objects.touching(self.object)
        rows = list(merges.select_related("kept", "absorbed", "merged_by"))
        return Section(_("Merges"), columns, rows, "")

    def _other(self, merge):
        return merge.absorbed if merge.kept_id == self.object.pk else merge.kept

    def _others(self):
        columns = [
            LinkColumn(
                "name",
                label=_("Name"),
                accessor=lambda pair: person_name(self._second(pair)),
                get_url=lambda pair: record_address("people", self._second(pair).pk),
            ),
            CodeColumn(
                "card", label=_("Card code"), accessor=lambda row: self._second(row).card_code
            ),
            Column("decided", label=_("Decided"), accessor=lambda pair: time_of(pair.decided_at)),
        ]
        return Section(_("Not the same person"), columns, list(distinct_pairs(self.object)), "")

    def _second(self, pair):
        return pair.second if pair.first_id == self.object.pk else pair.first

    def get_context_data(self, **kwargs):
        undo_url = ""
        if permissions.people.may_merge(self.request.user) and standing_merge_of(self.object):
            undo_url = reverse(self.viewset.get_url_name("undo"), args=[self.object.pk])
        return super().get_context_data(undo_url=undo_url, **kwargs)


class PersonHistoryView(RecordHistoryView):
    """The history of a person, and of the records that became part of this one. A merge writes one
    line for each of the two; Wagtail would show only the last of them."""

    def get_base_queryset(self):
        former = [str(pk) for pk in self.object.merged_people.values_list("pk", flat=True)]
        theirs = Q(object_id__in=former) & ~Q(action="courses.people_merged")
        rows = ModelLogEntry.objects.filter(
            Q(object_id=str(self.object.pk)) | theirs,
            content_type=ContentType.objects.get_for_model(self.object),
        )
        return rows.select_related("content_type", "user", "user__wagtail_userprofile")


def _told(phones):
    """Each number as written, with what else is known of it."""
    for phone in phones:
        number = phone.e164 or _now("%(number)s (as written)") % {"number": phone.raw}
        if phone.is_shared:
            number = _now("%(number)s (others use it too)") % {"number": number}
        yield [format_html('<span class="sala-whole">{}</span>', number)]


def sections_of(person, user):
    """Runs, jobs and consents, as far as the user may see them."""
    return [_runs(person, user), _jobs(person, user), _consents(person)]


def _runs(person, user):
    columns = [
        CodeLinkColumn(
            "run",
            label=_("Run"),
            accessor="run.code",
            get_url=lambda row: record_address("enrolments", row.pk),
        ),
        Column("course", label=_("Course"), accessor="run.course.title"),
        Column(
            "days",
            label=_("Days"),
            accessor=lambda row: days_of(row.run.starts_on, row.run.ends_on),
        ),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda row: row.status == EnrollmentStatus.ENROLLED,
        ),
        NumberColumn("attended", label=_("Sessions attended")),
        Column("completed", label=_("Completed"), accessor=completed_on),
    ]
    rows = permissions.enrollments.rows_for(user).filter(person=person)
    rows = with_attendance(rows.select_related("run__course", "completion"))
    rows = rows.order_by("-run__starts_on", "-pk")
    return Section(_("Runs"), columns, list(rows), _("Not enrolled on any run yet."))


def _jobs(person, user):
    columns = [
        Column("organization", label=_("Organization")),
        Column("role", label=_("Role"), accessor="get_role_display"),
        Column("section", label=_("Section or line")),
        Column("number", label=_("Employee number"), accessor="employee_number"),
        Column("from", label=_("From"), accessor=lambda row: day_of(row.starts_on)),
        Column("until", label=_("Until"), accessor=lambda row: day_of(row.ends_on)),
    ]
    rows = permissions.jobs_for(user).filter(person=person).select_related("organization")
    return Section(_("Jobs"), columns, list(rows), _("No job is known."))


def _consents(person):
    columns = [
        Column("kind", label=_("What for"), accessor="get_kind_display"),
        StatusTagColumn(
            "is_given",
            label=_("Answer"),
            accessor=lambda row: _("Yes") if row.is_given else _("No"),
            primary=lambda row: row.is_given,
        ),
        Column("recorded", label=_("Asked"), accessor=lambda row: time_of(row.recorded_at)),
        Column("manner", label=_("How"), accessor="get_manner_display"),
        Column("words", label=_("Version of the words"), accessor="notice.version"),
        Column("by", label=_("By"), accessor="recorded_by"),
    ]
    rows = person.consents.select_related("notice", "recorded_by")
    return Section(_("Consents"), columns, list(rows), _("Not asked yet."))


def completed_on(enrollment):
    verdict = getattr(enrollment, "completion", None)
    return day_of(verdict.met_on) if verdict else ""
