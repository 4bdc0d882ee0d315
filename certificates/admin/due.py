"""Refreshers that are due, in the admin: who holds a certificate that expires, and who is on a
coming run already."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from certificates import permissions
from certificates.admin.columns import COURSE, EXPIRES, NAME, STATE
from certificates.admin.refreshing import EnrolAgain, may_enrol
from certificates.models import Certificate
from certificates.queries.due import due, employer_of, with_coming_run
from certificates.queries.records import certificates_found
from courses import permissions as of_courses
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import CodeColumn, CodeLinkColumn
from courses.admin.links import record_address
from courses.admin.menu import ORDER
from courses.admin.views import ListView
from courses.models import Organization
from courses.queries.organizations import found_by

EXPIRED = "expired"
WITHIN = [
    (EXPIRED, _("Expired already")),
    ("1", _("Within one month")),
    ("3", _("Within three months")),
    ("6", _("Within six months")),
]


class DueFilterSet(filters.RecordFilterSet):
    within = django_filters.ChoiceFilter(
        label=_("Expires"), choices=WITHIN, method="expiring", widget=forms.RadioSelect
    )
    course = filters.courses("course")
    province = filters.provinces("enrollment__province", _("Province of the workplace"))
    organization = django_filters.CharFilter(
        label=_("Organization"),
        help_text=_("Part of a name, or its acronym."),
        method="of_organization",
    )

    class Meta:
        model = Certificate
        fields = []

    def expiring(self, rows: QuerySet, name: str, value: str) -> QuerySet:
        today = timezone.localdate()
        if value == EXPIRED:
            return rows.filter(expires_on__lt=today)
        return due(rows, today, int(value))

    def of_organization(self, rows: QuerySet, name: str, words: str) -> QuerySet:
        found = Organization.objects.filter(found_by(words)).order_by().values("pk")
        return rows.filter(enrollment__employer__in=found)


class DueList(ListView):
    def get_page_title(self):
        return self.viewset.menu_label

    @cached_property
    def header_buttons(self):
        if not may_enrol(self.request.user):
            return []
        url = reverse(self.viewset.get_url_name("enrol"))
        asked = self.request.GET.urlencode()
        return [HeaderButton(_now("Enrol"), url=f"{url}?{asked}", icon_name="group")]


class DueViewSet(RecordViewSet):
    """A second list of certificates: it leads to their records in the first one."""

    model = Certificate
    exports_people = True
    policy = permissions.due
    actions = ("view",)
    form_fields = ()
    related = ("person", "course", "enrollment__employer", "enrollment__province")
    inspect_view_enabled = False
    icon = "history"
    menu_label = _("Refreshers due")
    menu_name = "training-due"
    menu_order = ORDER["certificates"] + 3
    ordering = ("expires_on", "pk")
    filterset_class = DueFilterSet
    index_view_class = DueList
    list_display = (
        CodeLinkColumn(
            "serial",
            label=_("Number"),
            get_url=lambda certificate: record_address("certificates", certificate.pk),
        ),
        NAME,
        Column("organization", label=_("Organization at that time"), accessor=employer_of),
        COURSE,
        EXPIRES,
        STATE,
        CodeColumn("coming_run", label=_("On the coming run")),
    )
    exported = (
        (_("Number"), "serial"),
        (_("Card code"), "person.card_code"),
        (_("Khmer name"), "person.name_km"),
        (_("Latin name"), "person.name_latin"),
        (_("Organization at that time"), employer_of),
        (_("Province of the workplace"), "enrollment.province"),
        (_("Course"), "course.code"),
        (_("Expires"), "expires_on"),
        (_("On the coming run"), "coming_run"),
    )

    def rows(self, user):
        today = timezone.localdate()
        rows = due(super().rows(user), today)
        return with_coming_run(rows, of_courses.runs.rows_for(user), today)

    def search_for(self, user, rows, words):
        return certificates_found(rows, words, of_courses.contacts.phones_for(user))

    @cached_property
    def enrol_view(self):
        return self.construct_view(EnrolAgain)

    def get_urlpatterns(self):
        mine = [each for each in super().get_urlpatterns() if each.name.startswith("index")]
        return [*mine, path("enrol/", self.enrol_view, name="enrol")]

    def on_register(self):
        """The address and the policy of a certificate are those of the first list."""
        super(ModelViewSet, self).on_register()
