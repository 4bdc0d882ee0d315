"""Consents: what people were asked, in which words, and what they answered."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import ConsentKind, ConsentManner


class NoticeQuerySet(models.QuerySet):
    def current(self):
        """The newest notice of each kind."""
        newest = self.model.objects.filter(kind=models.OuterRef("kind")).order_by("-version")
        return self.filter(pk=models.Subquery(newest.values("pk")[:1])).order_by("pk")


class ConsentNotice(models.Model):
    """The words in which people are asked for one kind of consent; a change is a new version.

    Personal data: none.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=ConsentKind.choices)
    version = models.PositiveSmallIntegerField(_("version"), editable=False)
    text_km = models.TextField(_("text in Khmer"), help_text=_("It is read aloud."))
    text_en = models.TextField(_("text in English"))
    published_at = models.DateTimeField(_("published"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("published by"),
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-version"]
        verbose_name = _("consent notice")
        verbose_name_plural = _("consent notices")
        constraints = [
            models.UniqueConstraint(fields=["kind", "version"], name="notice_version_once")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.version}"


class Consent(models.Model):
    """A yes or no that a person gave; the newest of a kind counts, the earlier ones stay.

    `notice` is what the person was asked; answers from before there were notices have none.
    Personal data: the answer, when, to whom and how it was given; kept as long as the person.
    """

    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="consents")
    kind = models.CharField(_("kind"), max_length=20, choices=ConsentKind.choices)
    is_given = models.BooleanField(_("given"))
    notice = models.ForeignKey(
        ConsentNotice, models.PROTECT, null=True, blank=True, related_name="answers"
    )
    manner = models.CharField(
        _("asked by"), max_length=12, choices=ConsentManner.choices, blank=True
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
