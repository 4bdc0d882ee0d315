"""Certificates in the admin: find, read, download, export, withdraw and print anew."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.admin.ui.tables import Column

from certificates import permissions
from certificates.admin.columns import COURSE, EXPIRES, NAME, STATE, state_of
from certificates.admin.verbs import ReplaceView, RevokeView
from certificates.choices import Status
from certificates.models import Certificate
from certificates.queries.records import certificates_found
from courses.adapters.language import language
from courses.admin import filters
from courses.admin.base import RecordViewSet
from courses.admin.columns import CodeColumn, RecordColumn, day_of
from courses.admin.links import address
from courses.admin.menu import ORDER
from courses.admin.views import RecordView
from courses.permissions import contacts
from courses.rules.calendar_words import digits


class CertificateFilterSet(filters.RecordFilterSet):
    course = filters.courses("course")
    kind = filters.choices_of(Certificate, "kind")
    status = filters.choices_of(Certificate, "status")
    province = filters.provinces("enrollment__run__province", _("Province of the run"))
    issued_on = filters.days("issued_on", _("Issued"))
    expires_on = filters.days("expires_on", _("Expires"))

    class Meta:
        model = Certificate
        fields = []


def run_or_year(row):
    return row.enrollment.run.code if row.enrollment else digits(row.year, language())


class CertificateRecordView(RecordView):
    """A certificate as it was printed, and what became of it."""

    def get_facts(self):
        row, facts = self.object, self.object.facts
        return [
            (_("Status"), state_of(row)),
            (_("Person"), row.person),
            (_("Course"), row.course),
            (_("Run"), row.enrollment and row.enrollment.run),
            (_("Year"), row.year and digits(row.year, language())),
            (_("Printed name, Khmer"), facts["name_km"]),
            (_("Printed name, Latin"), facts["name_en"]),
            (_("Printed course"), facts["course_en"]),
            (_("Printed dates, hours and place"), facts["facts_en"]),
            (_("Kind"), row.get_kind_display()),
            (_("Design"), row.revision or row.design),
            (_("Check code"), facts["code"]),
            (_("Issued"), day_of(row.issued_on)),
            (_("Expires"), day_of(row.expires_on)),
            (_("Status since"), day_of(row.status_on)),
            (_("Reason"), row.get_revocation_reason_display()),
            (_("Replaced by"), row.replaced_by),
            (_("Replaces"), ", ".join(str(older) for older in row.replaces.all())),
            (_("Fingerprint of the file (SHA-256)"), row.sha256),
        ]


class CertificateViewSet(RecordViewSet):
    model = Certificate
    exports_people = True
    policy = permissions.certificates
    actions = ("view",)
    form_fields = ()
    related = ("person", "course", "enrollment__run")
    icon = "success"
    menu_label = _("Certificates")
    menu_name = "training-certificates"
    menu_order = ORDER["certificates"]
    ordering = ("-issued_on", "-pk")
    filterset_class = CertificateFilterSet
    inspect_view_class = CertificateRecordView
    inspect_view_fields = ("serial",)
    list_display = (
        RecordColumn("serial", label=_("Number"), sort_key="serial"),
        NAME,
        COURSE,
        CodeColumn("run", label=_("Run, or year"), accessor=run_or_year),
        Column(
            "issued_on",
            label=_("Issued"),
            accessor=lambda certificate: day_of(certificate.issued_on),
            sort_key="issued_on",
        ),
        EXPIRES,
        STATE,
    )
    exported = (
        (_("Number"), "serial"),
        (_("Card code"), "person.card_code"),
        (_("Khmer name"), lambda certificate: certificate.facts["name_km"]),
        (_("Latin name"), lambda certificate: certificate.facts["name_en"]),
        (_("Kind"), "get_kind_display"),
        (_("Course"), "course.code"),
        (_("Run"), "enrollment.run.code"),
        (_("Year"), "year"),
        (_("Issued"), "issued_on"),
        (_("Expires"), "expires_on"),
        (_("Status"), state_of),
        (_("Status since"), "status_on"),
        (_("Reason"), "get_revocation_reason_display"),
        (_("Replaced by"), "replaced_by.serial"),
    )

    def rows(self, user):
        return super().rows(user).select_related("replaced_by")

    def search_for(self, user, rows, words):
        return certificates_found(rows, words, contacts.phones_for(user))

    @cached_property
    def revoke_view(self):
        return self.construct_view(RevokeView)

    @cached_property
    def replace_view(self):
        return self.construct_view(ReplaceView)

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("revoke/<str:pk>/", self.revoke_view, name="revoke"),
            path("replace/<str:pk>/", self.replace_view, name="replace"),
        ]

    def links(self, row, user):
        if row.erased_on:
            return []
        found = [
            (_now("Download, PDF"), address("certificates:download", row.uuid), "download"),
            (_now("Check page"), address("certificates:verify", row.code), "view"),
        ]
        if row.status == Status.VALID and self.policy.may(user, "change", row):
            found += [
                (_now("Print anew"), self.verb("replace", row), "rotate"),
                (pgettext("certificate", "Withdraw"), self.verb("revoke", row), "cross"),
            ]
        return [link for link in found if link[1]]

    def verb(self, name, row):
        return reverse(self.get_url_name(name), args=[row.pk])
