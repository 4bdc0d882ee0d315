"""The figures of a year that everybody may read."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models.written_once import WrittenOnceQuerySet, refuse

#: What is written afterwards, each once, and the field that is empty until then.
PUBLISHING = frozenset({"published_at", "published_by"})
WITHDRAWAL = frozenset({"withdrawn_at", "withdrawn_by", "withdrawn_why"})
LATER = {PUBLISHING: "published_at", WITHDRAWAL: "withdrawn_at"}


class PublishedYearQuerySet(WrittenOnceQuerySet):
    def published(self):
        """Also those that were withdrawn: what was told cannot be taken back."""
        return self.filter(published_at__isnull=False)


class PublishedYear(models.Model):
    """An edition of the public figures of a year: prepared from an approved frozen report, then
    published. It never changes afterwards; it may be withdrawn, and a later edition corrects it.

    `content` is what everybody may read, hidden counts left out. `proof` holds the true counts and
    which are hidden, see `rules.public_numbers.as_plain`: later editions are proven safe beside it,
    and it leaves the system in no file. `digest` is the SHA-256 of both.
    Personal data: who prepared, published and withdrew it. Kept as long as the history of the
    programme.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    year = models.PositiveSmallIntegerField(_("year"))
    edition = models.PositiveSmallIntegerField(_("edition"))
    snapshot = models.ForeignKey(
        "courses.ReportSnapshot",
        models.PROTECT,
        related_name="published_years",
        verbose_name=_("frozen report"),
    )
    content = models.JSONField()
    proof = models.JSONField()
    digest = models.CharField(_("fingerprint"), max_length=64)
    prepared_at = models.DateTimeField(_("prepared"), default=timezone.now)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("prepared by"),
    )
    published_at = models.DateTimeField(_("published"), null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_why = models.CharField(_("why it was withdrawn"), max_length=300, blank=True)

    objects = PublishedYearQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-edition"]
        verbose_name = _("public figures of a year")
        verbose_name_plural = _("public figures")
        constraints = [
            models.UniqueConstraint(fields=["year", "edition"], name="one_edition_of_a_number"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None)
                | Q(published_at__isnull=False) & ~Q(withdrawn_why=""),
                name="only_published_figures_are_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self):
        told = {"year": self.year, "edition": self.edition}
        return str(_("%(year)s, edition %(edition)s") % told)

    def save(self, *args, **kwargs):
        """Writes a new row, or once that it was published or withdrawn."""
        if self.pk:
            empty = LATER.get(frozenset(kwargs.get("update_fields") or ()))
            rows = type(self).objects.filter(pk=self.pk)
            if empty is None or not rows.filter(**{empty: None}).exists():
                refuse(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Only what nobody has read yet."""
        if type(self).objects.published().filter(pk=self.pk).exists():
            refuse(type(self))
        return super().delete(*args, **kwargs)
