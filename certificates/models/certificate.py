"""Certificates: frozen facts with a number for people and a code for the public check."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates import conf
from certificates.choices import HoldReason, Kind, RevocationReason, Status
from courses.adapters.language import language


def private_storage():
    """The storage for certificate files; see the setting CERTIFICATES_STORAGE."""
    alias = conf.get("CERTIFICATES_STORAGE")
    return storages[alias if alias in settings.STORAGES else "default"]


def file_path(certificate, name):
    return f"certificates/{certificate.issued_on:%Y/%m}/{certificate.code}.pdf"


class NumberSeries(models.Model):
    """The last number of a prefix and year; locked while a number is taken. Personal data: none."""

    prefix = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="one_series_a_year")]


KEPT = "Certificates are never deleted; withdraw them."


class CertificateQuerySet(models.QuerySet):
    """Rows that are never deleted."""

    def in_force(self):
        return self.filter(status=Status.VALID, erased_on=None)

    def delete(self):
        raise ValidationError(KEPT)


class Certificate(models.Model):
    """What was printed: nothing changes `facts` and `file` after issue, but the erasure of the
    person, which empties both, keeps `name_hashes` and sets `erased_on`. `revision` is the design
    and `kit` the fonts that drew it; both are empty for what was printed before they were kept.

    A yearly statement is about a `year` instead of an enrolment, and about all courses of the
    person or about one.

    Personal data: the name as printed; kept as long as certificates can be checked.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(_("check code"), max_length=24, unique=True, editable=False)
    serial = models.CharField(_("number"), max_length=32, unique=True, editable=False)
    enrollment = models.ForeignKey(
        "courses.Enrollment", models.PROTECT, null=True, blank=True, related_name="certificates"
    )
    person = models.ForeignKey("courses.Person", models.PROTECT, related_name="certificates")
    course = models.ForeignKey(
        "courses.Course", models.PROTECT, null=True, blank=True, related_name="certificates"
    )
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.COMPLETION)
    design = models.CharField(_("design"), max_length=100)
    revision = models.ForeignKey(
        "certificates.DesignRevision",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates",
        verbose_name=_("revision of the design"),
    )
    kit = models.ForeignKey(
        "certificates.PrintingKit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates",
        verbose_name=_("fonts"),
    )
    facts = models.JSONField(_("printed facts"))
    issued_on = models.DateField(_("issued on"))
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    file = models.FileField(_("file"), upload_to=file_path, storage=private_storage, max_length=200)
    sha256 = models.CharField(_("fingerprint of the file"), max_length=64)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.VALID
    )
    status_on = models.DateField(_("status since"), null=True, blank=True)
    revocation_reason = models.CharField(
        _("reason"), max_length=20, choices=RevocationReason.choices, blank=True
    )
    erased_on = models.DateField(_("erased on"), null=True, blank=True, editable=False)
    name_hashes = models.JSONField(default=list, blank=True, editable=False)
    replaced_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("replaced by"),
    )

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "-pk"]
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=Kind.YEARLY, year__isnull=False, enrollment=None)
                | ~models.Q(kind=Kind.YEARLY)
                & models.Q(year=None, enrollment__isnull=False, course__isnull=False),
                name="a_statement_has_a_year_others_an_enrolment",
            ),
            models.UniqueConstraint(
                fields=["person", "course", "kind"],
                condition=models.Q(status="valid", year=None),
                name="one_valid_certificate_of_a_kind",
            ),
            models.UniqueConstraint(
                fields=["person", "year"],
                condition=models.Q(status="valid", kind=Kind.YEARLY, course=None),
                name="one_valid_statement_of_a_year",
            ),
            models.UniqueConstraint(
                fields=["person", "year", "course"],
                condition=models.Q(status="valid", kind=Kind.YEARLY, course__isnull=False),
                name="one_valid_statement_of_a_year_and_course",
            ),
        ]

    def __str__(self):
        return self.serial

    def delete(self, *args, **kwargs):
        raise ValidationError(KEPT)

    @property
    def about(self):
        """The printed title of the course, or of the year, in the language of the screen."""
        return self.facts["course_km" if language().startswith("km") else "course_en"]

    @property
    def of_which_one_is_valid(self):
        """What two certificates share when only one of them may be valid."""
        return self.person_id, self.course_id, self.kind, self.year

    def is_valid_beside(self, other):
        """Whether only one of the two may be valid, and this one is."""
        is_rival = self.of_which_one_is_valid == other.of_which_one_is_valid
        return self.status == Status.VALID and is_rival


class HeldCertificate(models.Model):
    """A completion whose paper could not be made yet; `is_statement` says which of its two papers.
    Personal data: none."""

    completion = models.ForeignKey(
        "courses.Completion", models.CASCADE, related_name="held_certificates"
    )
    is_statement = models.BooleanField(_("statement of attendance"), default=False)
    reason = models.CharField(_("reason"), max_length=20, choices=HoldReason.choices)
    detail = models.CharField(_("detail"), max_length=250, blank=True)
    since = models.DateTimeField(_("since"), auto_now=True)

    class Meta:
        ordering = ["-since"]
        verbose_name = _("held certificate")
        verbose_name_plural = _("held certificates")
        constraints = [
            models.UniqueConstraint(
                fields=["completion", "is_statement"], name="each_paper_is_held_once"
            )
        ]

    def __str__(self):
        return str(self.completion)
