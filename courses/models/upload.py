"""Files that an author looks at before something is made of them."""

import uuid

import swapper
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import UploadKind


class PageUpload(models.Model):
    """A file for one page, kept between the look at it and the decision, and dropped then. For a
    lesson it is questions, for a course page a Word document, for a branch of the catalogue a
    course. Nothing else changes before.

    Personal data: whoever is named in the file. It is dropped with the decision, or some days after
    somebody looked at it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"), models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=UploadKind.choices)
    filename = models.CharField(_("file"), max_length=150)
    sha256 = models.CharField(max_length=64, editable=False)
    file = models.BinaryField()
    created_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("file for a page")
        verbose_name_plural = _("files for pages")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "kind", "sha256"], name="file_once_for_a_page")
        ]

    def __str__(self):
        return self.filename
