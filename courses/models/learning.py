"""Online learning: lessons read and quizzes answered, whatever the language of the page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonProgress(models.Model):
    """A person read a lesson. `lesson_key` is the translation key shared by all its languages.

    Personal data: what was read and when; kept for the training record.
    """

    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="lesson_progress")
    course = models.ForeignKey("courses.Course", models.CASCADE, related_name="+")
    lesson_key = models.UUIDField()
    read_at = models.DateTimeField()

    class Meta:
        verbose_name = _("lesson progress")
        verbose_name_plural = _("lesson progress")
        constraints = [
            models.UniqueConstraint(fields=["person", "lesson_key"], name="lesson_read_once")
        ]


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
