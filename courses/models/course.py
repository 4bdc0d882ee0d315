"""Courses: language-neutral training products, and the rule for completing them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from courses.choices import TaskKind
from courses.models.bilingual import TitleOfLanguage

PERCENT = [MinValueValidator(1), MaxValueValidator(100)]


class CompletionRule(models.Model):
    """What a person must do to complete; a course sets it, a run keeps its own copy. The shape of
    `task_rubric` is that of `courses.rules.rubric`."""

    min_attendance_percent = models.PositiveSmallIntegerField(
        _("share of the minutes, in per cent"),
        null=True,
        blank=True,
        default=80,
        validators=PERCENT,
        help_text=_("Of all planned minutes of sessions that were not cancelled."),
    )
    min_sessions = models.PositiveSmallIntegerField(
        _("number of sessions"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    min_quiz_percent = models.PositiveSmallIntegerField(
        _("quiz result, in per cent"),
        null=True,
        blank=True,
        validators=PERCENT,
        help_text=_("The best attempt in each quiz of the course counts."),
    )
    min_test_percent = models.PositiveSmallIntegerField(
        _("result of the post-test, in per cent"),
        null=True,
        blank=True,
        validators=PERCENT,
        help_text=_("Of the test that the run takes at its end, on paper or on the phone."),
    )
    needs_lessons = models.BooleanField(_("all lessons read"), default=False)
    needs_task = models.BooleanField(
        _("a task is done"), default=False, help_text=_("A project, an action plan, a practice.")
    )
    task_en = models.CharField(_("the task, in English"), max_length=150, blank=True)
    task_km = models.CharField(_("the task, in Khmer"), max_length=150, blank=True)
    task_kind = models.CharField(
        _("kind of task"), max_length=8, choices=TaskKind.choices, default=TaskKind.OTHER
    )
    task_rubric = models.JSONField(
        _("rubric"),
        default=list,
        blank=True,
        help_text=_("With a rubric a trainer marks the task. Without one it is ticked when done."),
    )
    task_pass_percent = models.PositiveSmallIntegerField(
        _("pass line of the task, in per cent"),
        null=True,
        blank=True,
        validators=PERCENT,
        help_text=_("Of all points of the rubric."),
    )

    class Meta:
        abstract = True

    @property
    def has_parts(self):
        """Whether it asks for more than to come once."""
        return any(getattr(self, name) for name in RULE_FIELDS if not name.startswith("task_"))

    @property
    def task(self):
        if self.task_km and (get_language() or "").startswith("km"):
            return self.task_km
        return self.task_en

    @property
    def is_task_marked(self):
        """Whether somebody marks the task by a rubric; otherwise it is ticked."""
        return bool(self.needs_task and self.task_rubric)


RULE_FIELDS = tuple(field.name for field in CompletionRule._meta.local_fields)


class CourseQuerySet(models.QuerySet):
    def current(self):
        return self.filter(is_archived=False)


class Course(TitleOfLanguage, CompletionRule):
    """A training product whatever the language. Personal data: none."""

    code = models.SlugField(_("code"), max_length=12, unique=True)
    title_en = models.CharField(_("English title"), max_length=200)
    title_km = models.CharField(_("Khmer title"), max_length=200, blank=True)
    topics = models.ManyToManyField(
        "courses.Topic", related_name="courses", verbose_name=_("topics")
    )
    outcomes = models.ManyToManyField(
        "courses.Outcome", related_name="courses", blank=True, verbose_name=_("outcomes")
    )
    audience = models.JSONField(
        _("audience"), default=list, blank=True, help_text=_("Roles that the course is made for.")
    )
    gender_pillars = models.JSONField(
        _("pillars of gender equality"),
        default=list,
        blank=True,
        help_text=_("Reports count by them. Leave empty when the course serves none."),
    )
    prerequisites = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="leads_to",
        verbose_name=_("to be completed before"),
    )
    planned_minutes = models.PositiveIntegerField(_("planned minutes"), default=0)
    validity_months = models.PositiveSmallIntegerField(
        _("certificate valid for, in months"),
        null=True,
        blank=True,
        help_text=_("Leave empty when it does not expire."),
    )
    gives_certificate = models.BooleanField(
        _("gives a certificate"),
        default=True,
        help_text=_("Off for meetings and series that end without one."),
    )
    is_archived = models.BooleanField(_("archived"), default=False)

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def __str__(self):
        return f"{self.code} – {self.title}"
