"""Online learning: lessons read and quizzes answered, whatever the language of the page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonProgressQuerySet(models.QuerySet):
    def read(self):
        """Lessons that were read to their end."""
        return self.filter(read_at__isnull=False)


class LessonProgress(models.Model):
    """How far a person got in a lesson, and when she had read it. `lesson_key` is the translation
    key shared by all its languages; `part` is the furthest part that she saw, the one with this
    `number` of so many `parts`.

    Personal data: what was read and when; kept for the training record.
    """

    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="lesson_progress")
    course = models.ForeignKey("courses.Course", models.CASCADE, related_name="+")
    lesson_key = models.UUIDField()
    read_at = models.DateTimeField(null=True)
    part = models.CharField(max_length=36, blank=True)
    number = models.PositiveSmallIntegerField(default=0)
    parts = models.PositiveSmallIntegerField(default=0)
    seen_at = models.DateTimeField(null=True)

    objects = LessonProgressQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson progress")
        verbose_name_plural = _("lesson progress")
        constraints = [
            models.UniqueConstraint(fields=["person", "lesson_key"], name="lesson_read_once"),
            models.CheckConstraint(
                condition=models.Q(number__lte=models.F("parts")),
                name="no_part_after_the_last_one",
            ),
        ]


class LessonEvent(models.Model):
    """A phone told that its reader saw a part of a lesson. Never changed; `uuid` is made by the
    phone, so that what comes twice is known.

    Personal data: what was read and when; forgotten after some time.
    """

    uuid = models.UUIDField(unique=True)
    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="lesson_events")
    course = models.ForeignKey("courses.Course", models.CASCADE, related_name="+")
    lesson_key = models.UUIDField()
    part = models.CharField(max_length=36)
    number = models.PositiveSmallIntegerField()
    parts = models.PositiveSmallIntegerField()
    tapped_at = models.DateTimeField()
    clock_offset = models.IntegerField()
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("lesson event")
        verbose_name_plural = _("lesson events")


class QuizAttempt(models.Model):
    """Answers of a person to the quiz of a lesson, with the score at that time.

    Personal data: answers and result; kept for the training record.
    """

    uuid = models.UUIDField(unique=True)
    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="quiz_attempts")
    course = models.ForeignKey("courses.Course", models.CASCADE, related_name="+")
    lesson_key = models.UUIDField(db_index=True)
    answers = models.JSONField(default=list)
    correct = models.PositiveSmallIntegerField(_("correct answers"))
    total = models.PositiveSmallIntegerField(_("questions"))
    submitted_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("quiz attempt")
        verbose_name_plural = _("quiz attempts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(correct__lte=models.F("total")),
                name="no_more_correct_answers_than_questions",
            )
        ]

    @property
    def percent(self):
        return round(100 * self.correct / self.total) if self.total else 0
