"""Satisfaction with a run, kept as counts and never as answers of single people (decision 0080)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import FeedbackWay


class FeedbackForm(models.Model):
    """The questions that people are asked at the end of a run; a change is a new version.

    Without a course it is the one for all courses that have none of their own. `statements` are
    pairs of texts by language. Personal data: who published it.
    """

    course = models.ForeignKey(
        "courses.Course",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="feedback_forms",
        verbose_name=_("course"),
    )
    version = models.PositiveSmallIntegerField(_("version"), editable=False)
    statements = models.JSONField(_("questions"))
    question_en = models.CharField(_("last question in English"), max_length=200)
    question_km = models.CharField(_("last question in Khmer"), max_length=200)
    published_on = models.DateField(_("published"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("published by"),
    )

    class Meta:
        ordering = ["course", "-version"]
        verbose_name = _("satisfaction form")
        verbose_name_plural = _("satisfaction forms")
        constraints = [
            models.UniqueConstraint(
                fields=["course", "version"], name="satisfaction_form_version_once"
            ),
            models.UniqueConstraint(
                fields=["version"],
                condition=models.Q(course=None),
                name="satisfaction_form_of_all_version_once",
            ),
        ]

    def __str__(self):
        return f"{self.course or ''} {self.version}".strip()


class FeedbackRound(models.Model):
    """The people of a run are asked, with the form as it was when that began.

    `uuid` is in the address that opens the form. Personal data: none.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    run = models.OneToOneField("courses.CourseRun", models.CASCADE, related_name="feedback")
    form = models.ForeignKey(FeedbackForm, models.PROTECT, related_name="rounds")
    closed_on = models.DateField(_("closed on"), null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("satisfaction with a run")
        verbose_name_plural = _("satisfaction with runs")

    def __str__(self):
        return str(self.run)


class FeedbackTally(models.Model):
    """What came in by one way: how many sheets, for each question how often each face, and what
    people wrote, shuffled. There is no row, number or time of a single sheet.

    Personal data: what people wrote may name somebody.
    """

    round = models.ForeignKey(FeedbackRound, models.CASCADE, related_name="tallies")
    way = models.CharField(_("way"), max_length=8, choices=FeedbackWay.choices)
    sheets = models.PositiveIntegerField(_("sheets"), default=0)
    counts = models.JSONField(default=list)
    texts = models.JSONField(default=list)

    class Meta:
        ordering = ["round", "way"]
        verbose_name = _("satisfaction counted")
        verbose_name_plural = _("satisfaction counted")
        constraints = [
            models.UniqueConstraint(fields=["round", "way"], name="one_tally_for_each_way")
        ]

    def __str__(self):
        return f"{self.round} – {self.get_way_display()}"


class FeedbackTicket(models.Model):
    """A ticket that was used, so that nobody is counted twice: the fingerprint of a number that a
    phone drew, or that stands for an enrolment. It says nothing of an answer, and goes when the
    round is closed.

    Personal data: that somebody has answered, for who knows the secret of the site.
    """

    fingerprint = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey(FeedbackRound, models.CASCADE, related_name="tickets")

    class Meta:
        ordering = ["fingerprint"]
        verbose_name = _("ticket that was used")
        verbose_name_plural = _("tickets that were used")

    def __str__(self):
        return self.fingerprint[:8]
