"""Knowledge tests: what a course asks before and after, and what people on its runs knew."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from courses.blocks.questions import AskedQuestionsBlock
from courses.choices import Moment, ParallelForm, RunStatus, TakenBy
from courses.models.bilingual import TitleOfLanguage

#: Fields with the questions of each form.
FIELDS = {
    form: tuple(f"questions_{form.lower()}_{language}" for language in ("en", "km"))
    for form in ParallelForm.values
}
PERCENT = [MinValueValidator(1), MaxValueValidator(100)]


def questions(label):
    """A field with questions of one form in one language."""
    return StreamField(AskedQuestionsBlock(required=False), blank=True, verbose_name=label)


class AboutTest(TitleOfLanguage, models.Model):
    """What a test is, whatever it asks; a course sets it, a run keeps its own copy."""

    title_en = models.CharField(_("English title"), max_length=150)
    title_km = models.CharField(_("Khmer title"), max_length=150, blank=True)
    max_score = models.PositiveSmallIntegerField(
        _("most points"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
        help_text=_("Of the test on paper. On a phone every question is one point."),
    )
    pass_percent = models.PositiveSmallIntegerField(
        _("pass mark, in per cent"), default=60, validators=PERCENT
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes to answer"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(600)],
        help_text=_("Leave empty when there is no limit."),
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.title


class KnowledgeTestQuerySet(models.QuerySet):
    def current(self):
        return self.filter(is_archived=False)


class KnowledgeTest(AboutTest):
    """The test of a course, in two parallel forms. Personal data: none."""

    course = models.ForeignKey(
        "courses.Course", models.PROTECT, related_name="knowledge_tests", verbose_name=_("course")
    )
    questions_a_en = questions(_("Form A in English"))
    questions_a_km = questions(_("Form A in Khmer"))
    questions_b_en = questions(_("Form B in English"))
    questions_b_km = questions(_("Form B in Khmer"))
    is_archived = models.BooleanField(
        _("archived"), default=False, help_text=_("Runs that took it keep it.")
    )

    objects = KnowledgeTestQuerySet.as_manager()

    class Meta:
        ordering = ["course__code", "is_archived", "pk"]
        verbose_name = _("test")
        verbose_name_plural = _("tests")
        constraints = [
            models.UniqueConstraint(
                fields=["course"],
                condition=Q(is_archived=False),
                name="one_current_test_per_course",
                violation_error_message=_(
                    "This course has a test already. Archive that one first."
                ),
            ),
            models.CheckConstraint(condition=Q(max_score__gte=1), name="test_has_points"),
        ]

    @property
    def asked(self):
        """The questions of form A in the language that has more of them."""
        return max(self.questions_a_en, self.questions_a_km, key=len)

    @property
    def asks(self):
        """Whether a run could answer it on phones."""
        return all(any(len(getattr(self, name)) for name in names) for names in FIELDS.values())

    def clean(self):
        """Both forms ask as many questions, in each language of the same kinds."""
        super().clean()
        forms = {
            form: [[block["type"] for block in getattr(self, name).raw_data] for name in names]
            for form, names in FIELDS.items()
        }
        if any(told and other and told != other for told, other in forms.values()):
            raise ValidationError(
                _("Ask the same kinds of questions in the same order in English and in Khmer.")
            )
        numbers = {max(map(len, told)) for told in forms.values()}
        if len(numbers) > 1:
            raise ValidationError(_("Both forms need as many questions as each other."))


class RunTestQuerySet(models.QuerySet):
    def of_planned_runs(self):
        """Those that can be open: a run that is closed or cancelled asks nobody any more."""
        return self.filter(run__status=RunStatus.PLANNED)


class RunTest(AboutTest):
    """The test that a run took when it was first needed, frozen: later changes of the course leave
    it alone. `forms` holds by form and language what is asked. A test is open from when it was
    opened until it was closed, and may be opened again. Personal data: none."""

    run = models.OneToOneField("courses.CourseRun", models.CASCADE, related_name="test")
    source = models.ForeignKey("courses.KnowledgeTest", models.PROTECT, related_name="run_tests")
    forms = models.JSONField(default=dict, blank=True)
    frozen_at = models.DateTimeField(auto_now_add=True)
    pre_opened_at = models.DateTimeField(null=True, blank=True)
    pre_closed_at = models.DateTimeField(null=True, blank=True)
    post_opened_at = models.DateTimeField(null=True, blank=True)
    post_closed_at = models.DateTimeField(null=True, blank=True)

    objects = RunTestQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("test of a run")
        verbose_name_plural = _("tests of runs")
        constraints = [
            models.CheckConstraint(
                condition=Q(pre_closed_at=None) | Q(pre_closed_at__gte=F("pre_opened_at")),
                name="pre_test_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(post_closed_at=None) | Q(post_closed_at__gte=F("post_opened_at")),
                name="post_test_closes_after_it_opens",
            ),
        ]

    @property
    def asks(self):
        """Whether it can be answered on a phone."""
        return all(self.forms.get(form) for form in ParallelForm.values)

    def opened_at(self, moment):
        return getattr(self, f"{moment}_opened_at")

    def closed_at(self, moment):
        return getattr(self, f"{moment}_closed_at")

    def is_open(self, moment):
        return self.opened_at(moment) is not None and self.closed_at(moment) is None


class Sitting(models.Model):
    """Somebody answers a test at the moment: what she has chosen so far. It goes when she hands in.

    Personal data: answers that are not handed in yet; kept until then.
    """

    enrollment = models.ForeignKey("courses.Enrollment", models.PROTECT, related_name="sittings")
    moment = models.CharField(max_length=4, choices=Moment.choices)
    form = models.CharField(max_length=1, choices=ParallelForm.choices)
    way = models.CharField(max_length=6, choices=TakenBy.choices)
    answers = models.JSONField(default=dict, blank=True)
    started_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("test being answered")
        verbose_name_plural = _("tests being answered")
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "moment"], name="one_sitting_at_each_moment"
            )
        ]


class TakenTest(models.Model):
    """What a person on a run scored before or after it. `entered_by` is who wrote it down; nobody
    where she handed it in herself.

    Personal data: result and answers; kept for the training record.
    """

    enrollment = models.ForeignKey("courses.Enrollment", models.PROTECT, related_name="taken_tests")
    moment = models.CharField(_("pre-test or post-test"), max_length=4, choices=Moment.choices)
    form = models.CharField(_("form of the test"), max_length=1, choices=ParallelForm.choices)
    way = models.CharField(_("taken by"), max_length=6, choices=TakenBy.choices)
    score = models.PositiveSmallIntegerField(_("points"))
    max_score = models.PositiveSmallIntegerField(_("most points"))
    answers = models.JSONField(default=dict, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(_("taken"))
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("entered by"),
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("result of a test")
        verbose_name_plural = _("results of tests")
        constraints = [
            models.UniqueConstraint(
                fields=["enrollment", "moment"], name="one_result_at_each_moment"
            ),
            models.CheckConstraint(
                condition=Q(score__lte=F("max_score"), max_score__gte=1),
                name="no_more_points_than_there_are",
            ),
        ]

    def __str__(self):
        return f"{self.enrollment} – {self.get_moment_display()}"
