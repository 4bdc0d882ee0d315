"""People in the admin, and the window in which one is chosen."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from courses import permissions
from courses.admin import filters
from courses.admin.base import RecordChooserViewSet, RecordViewSet
from courses.admin.columns import (
    CodeColumn,
    NumberColumn,
    RecordColumn,
    birth_year_of,
    person_name,
)
from courses.admin.consents import ConsentsView
from courses.admin.erasing import EraseView
from courses.admin.menu import ORDER
from courses.admin.merging import MergeView, UndoView
from courses.admin.person_file import PersonFileView
from courses.admin.person_form import PERSON_FORM, PersonAddView, PersonChangeView
from courses.admin.person_record import DETAILS, PersonHistoryView, PersonRecordView
from courses.choices import Role
from courses.models import Person
from courses.queries.records import people_found, with_runs


class PersonFilterSet(filters.RecordFilterSet):
    sex = filters.choices_of(Person, "sex")
    role = filters.among(Role.choices, "enrollments__role", _("Role on a run"))
    course = filters.courses("enrollments__run__course")
    province = filters.provinces("enrollments__province", _("Province of the workplace"))
    period = filters.days("enrollments__run__starts_on", _("On a run that began"))

    class Meta:
        model = Person
        fields = []


class PersonViewSet(RecordViewSet):
    model = Person
    exports_people = True
    policy = permissions.people
    parts = (
        "phones",
        "employments",
        "consents",
        "distinct_after",
        "distinct_before",
        "alike_after",
        "alike_before",
    )
    icon = "group"
    menu_label = _("People")
    menu_name = "training-people"
    menu_order = ORDER["people"]
    ordering = ("sort_key", "pk")
    filterset_class = PersonFilterSet
    add_view_class = PersonAddView
    edit_view_class = PersonChangeView
    inspect_view_class = PersonRecordView
    history_view_class = PersonHistoryView
    inspect_view_fields = ("card_code", *DETAILS)
    list_display = (
        RecordColumn("name", label=_("Name"), accessor=person_name, sort_key="sort_key"),
        CodeColumn("card_code", label=_("Card code"), sort_key="card_code"),
        Column("sex", label=_("Sex"), accessor="get_sex_display", sort_key="sex"),
        Column(
            "birth_year",
            label=_("Year of birth"),
            accessor=birth_year_of,
            sort_key="birth_year",
        ),
        NumberColumn("places", label=_("Runs")),
        NumberColumn("completed", label=_("Completed")),
    )
    exported = (
        (_("Card code"), "card_code"),
        (_("Khmer name"), "name_km"),
        (_("Family name, Latin"), "family_name_latin"),
        (_("Given name, Latin"), "given_name_latin"),
        (_("Sex"), "get_sex_display"),
        (_("Year of birth"), "birth_year"),
        (_("Reads Khmer"), "get_reads_khmer_display"),
        (_("Runs"), "places"),
        (_("Completed"), "completed"),
        (_("Registered"), "created_at"),
    )
    edit_handler = PERSON_FORM

    def rows(self, user):
        return with_runs(super().rows(user))

    def search_for(self, user, rows, words):
        return people_found(rows, words, permissions.contacts.phones_for(user))

    @cached_property
    def merge_view(self):
        return self.construct_view(MergeView)

    @cached_property
    def undo_view(self):
        return self.construct_view(UndoView)

    @cached_property
    def consents_view(self):
        return self.construct_view(ConsentsView)

    @cached_property
    def file_view(self):
        return self.construct_view(PersonFileView)

    @cached_property
    def erase_view(self):
        return self.construct_view(EraseView)

    def chooser_widget(self):
        return PersonChooserViewSet("people").widget_class()

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("consents/<str:pk>/", self.consents_view, name="consents"),
            path("file/<str:pk>/", self.file_view, name="file"),
            path("erase/<str:pk>/", self.erase_view, name="erase"),
            path("merge/<str:pk>/", self.merge_view, name="merge"),
            path("undo-merge/<str:pk>/", self.undo_view, name="undo"),
        ]

    def links(self, row, user):
        found = []
        if self.policy.may(user, "change", row):
            found.append((_now("Record consents"), self.verb("consents", row), "check"))
        if not (row.merged_into_id or row.erased_at):
            card = reverse("courses:person_card", args=[row.uuid])
            found.append((_now("Print the card"), card, "print"))
        if permissions.may_export(user):
            found.append((_now("Everything on record…"), self.verb("file", row), "download"))
        if self.policy.may_merge(user) and not row.merged_into_id:
            found.append((_now("Merge with another person…"), self.verb("merge", row), "group"))
        if self.policy.may_erase(user, row):
            found.append((_now("Erase this person…"), self.verb("erase", row), "bin"))
        return found

    def verb(self, name, row):
        return reverse(self.get_url_name(name), args=[row.pk])


class PersonChooserViewSet(RecordChooserViewSet):
    model = Person
    policy = permissions.people
    icon = "group"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    edit_item_text = _("Edit this person")

    def search_for(self, user, rows, words):
        return people_found(rows, words, permissions.contacts.phones_for(user))
