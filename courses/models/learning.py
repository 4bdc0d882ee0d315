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


class QuizAttemptQuerySet(models.QuerySet):
    def handed_in(self):
        return self.filter(submitted_at__isnull=False)

    def begun(self):
        """Not handed in yet."""
        return self.filter(submitted_at__isnull=True)

    def waiting(self):
        """Handed in, with answers that a person has to mark."""
        return self.handed_in().filter(waiting__gt=0)


class QuizAttempt(models.Model):
    """Answers of a person to the quiz of a lesson: begun, kept now and then, handed in once.

    It keeps its own copy of the questions as they were drawn, so that later changes of the page do
    not touch it, in the `language` of the page on which it was begun. `answers`, `shares` (of one
    point, null while a person has to mark it) and `remarks` have one entry for each of the
    `questions`. `correct` counts whole points.
    Attempts from before questions were kept have neither questions nor shares.

    Personal data: answers and result; kept for the training record.
    """

    uuid = models.UUIDField(unique=True)
    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="quiz_attempts")
    course = models.ForeignKey("courses.Course", models.CASCADE, related_name="+")
    lesson_key = models.UUIDField(db_index=True)
    seed = models.CharField(max_length=64, blank=True)
    questions = models.JSONField(default=list)
    language = models.CharField(max_length=15, blank=True)
    minutes = models.PositiveSmallIntegerField(_("time limit in minutes"), default=0)
    started_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)
    answers = models.JSONField(default=list)
    shares = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    waiting = models.PositiveSmallIntegerField(_("answers to mark"), default=0)
    correct = models.PositiveSmallIntegerField(_("correct answers"), default=0)
    total = models.PositiveSmallIntegerField(_("questions"), default=0)
    submitted_at = models.DateTimeField(null=True, blank=True)

    objects = QuizAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("quiz attempt")
        verbose_name_plural = _("quiz attempts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(correct__lte=models.F("total")),
                name="no_more_correct_answers_than_questions",
            ),
            models.UniqueConstraint(
                fields=["person", "lesson_key"],
                condition=models.Q(submitted_at__isnull=True),
                name="one_attempt_at_a_quiz_begun_at_a_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["course"],
                condition=models.Q(waiting__gt=0),
                name="quiz_attempts_waiting",
            )
        ]

    @property
    def percent(self):
        """Of all points; answers that wait to be marked count nothing yet."""
        points = sum(share or 0 for share in self.shares) if self.shares else self.correct
        return round(100 * points / self.total) if self.total else 0

    @property
    def asked(self):
        """The words of the questions, without what is right."""
        return [question["text"] for question in self.questions]

    @property
    def place(self):
        """Two of one person are in each other's way where this is the same."""
        return self.uuid if self.submitted_at else self.lesson_key
