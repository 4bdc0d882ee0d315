"""Files kept as private evidence: signed sheets and photos of a session."""

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses import conf
from courses.choices import EvidenceKind


def private_storage():
    """The storage for evidence; see the setting COURSES_PRIVATE_STORAGE. Nothing is written to it
    while the site has no such storage; see `keep_evidence`."""
    alias = conf.get("COURSES_PRIVATE_STORAGE")
    return storages[alias if alias in settings.STORAGES else "default"]


def file_path(evidence, name):
    """Says nothing about the session: a part of the year, and the name that nobody can guess."""
    return f"evidence/{evidence.uploaded_at:%Y/%m}/{evidence.uuid}.{name.rpartition('.')[2]}"


class KeptFile(models.Model):
    """A picture or PDF in the private storage. `sha256` is of the file as it came, so that the same
    file is kept once."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), upload_to=file_path, storage=private_storage, max_length=120)
    size = models.PositiveIntegerField(_("size"))
    sha256 = models.CharField(max_length=64, editable=False)
    note = models.CharField(_("note"), max_length=200, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("kept since"))

    class Meta:
        abstract = True

    @property
    def is_picture(self):
        return self.file.name.endswith(".jpg")


class SessionEvidence(KeptFile):
    """A file that shows that a session took place and who came: a signed sheet, or a photo.

    Deleting the row leaves a line in the history of the session. Personal data: signatures,
    thumbprints and faces; kept until the term in COURSES_KEEP_EVIDENCE_DAYS, and seen by trainers
    of the run and staff only.
    """

    session = models.ForeignKey("courses.Session", models.PROTECT, related_name="evidence")
    kind = models.CharField(_("what it shows"), max_length=10, choices=EvidenceKind.choices)

    class Meta:
        ordering = ["uploaded_at", "pk"]
        verbose_name = _("sheet or photo of a session")
        verbose_name_plural = _("sheets and photos of sessions")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "sha256"], name="a_file_is_kept_once_per_session"
            )
        ]
        indexes = [models.Index(fields=["uploaded_at"], name="evidence_by_age")]

    def __str__(self):
        return f"{self.session} {self.get_kind_display()}"
