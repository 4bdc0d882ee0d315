"""Designs of certificates: numbered revisions that never change, their pictures, and the fonts."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from certificates.choices import Kind
from certificates.models.certificate import private_storage


class Design(models.Model):
    """A look for one kind of paper; how it looks is in its newest revision. `origin` names the
    shipped design that it is. Personal data: none."""

    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    origin = models.CharField(max_length=40, unique=True, null=True, blank=True, editable=False)
    is_archived = models.BooleanField(
        _("archived"), default=False, help_text=_("Not offered for courses any more.")
    )

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("design of certificates")
        verbose_name_plural = _("designs of certificates")

    def __str__(self):
        return self.name


class DesignRevision(models.Model):
    """A design as it was saved once. A row is written once and never changed: certificates point
    at the one that drew them. Personal data: who saved it; as long as the design is kept."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    design = models.ForeignKey(Design, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("revision"))
    sheet = models.JSONField(_("drawing"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    made_at = models.DateTimeField(_("saved"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("saved by"),
    )

    class Meta:
        ordering = ["-number"]
        get_latest_by = "number"
        verbose_name = _("revision of a design")
        verbose_name_plural = _("revisions of designs")
        constraints = [
            models.UniqueConstraint(fields=["design", "number"], name="revisions_are_numbered")
        ]

    def __str__(self):
        return f"{self.design} · {self.number}"


def picture_path(picture, name):
    return f"certificates/pictures/{picture.sha256}.jpg"


class PrintedPicture(models.Model):
    """A picture as it goes to print, known by its bytes: of a design, a logo or a signature.

    Personal data: signatures of the signatories; as long as what they signed can be printed anew.
    """

    sha256 = models.CharField(_("fingerprint"), max_length=64, unique=True)
    title = models.CharField(_("name"), max_length=100, blank=True)
    is_offered = models.BooleanField(default=False, editable=False)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(
        _("file"), upload_to=picture_path, storage=private_storage, max_length=200
    )

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("picture for designs")
        verbose_name_plural = _("pictures for designs")

    def __str__(self):
        return self.title or self.sha256[:12]


class PrintingKit(models.Model):
    """What drew a certificate besides its design: fonts and engine, by name and fingerprint.
    Personal data: none."""

    sha256 = models.CharField(max_length=64, unique=True)
    parts = models.JSONField()


class CourseDesigns(models.Model):
    """Which designs the papers of a course have; without a row the shipped ones.
    Personal data: none."""

    course = models.OneToOneField(
        "courses.Course", models.CASCADE, related_name="certificate_designs"
    )
    achievement = models.ForeignKey(
        Design,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("design of the certificate"),
    )
    statement = models.ForeignKey(
        Design,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("design of the statement of attendance"),
    )

    class Meta:
        verbose_name = _("designs of a course")
        verbose_name_plural = _("designs of courses")


class NameCheck(models.Model):
    """Somebody confirmed that a name is written like this on the papers of an enrolment.

    Personal data: the name as confirmed; until the person is erased or the enrolment goes.
    """

    enrollment = models.OneToOneField(
        "courses.Enrollment", models.CASCADE, related_name="name_check"
    )
    name_km = models.CharField(max_length=150, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), auto_now=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("confirmed name")
        verbose_name_plural = _("confirmed names")
