"""What a person says of what is difficult for her, and of what she needs to take part."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from courses.choices import Difficulty


def _question(words):
    return models.PositiveSmallIntegerField(words, choices=Difficulty.choices)


class FunctioningAnswers(models.Model):
    """The six answers of one person on one day; those of the latest day count until she answers
    again.

    They are asked with consent, answered by the person alone, shown to nobody else on any screen,
    in no list, file or history, and deleted when she takes her consent back. There is no policy for
    them, because no role sees them. Personal data: all of it, and sensitive.
    """

    person = models.ForeignKey("courses.Person", models.CASCADE, related_name="functioning")
    answered_on = models.DateField(_("answered on"))
    seeing = _question(_("seeing"))
    hearing = _question(_("hearing"))
    walking = _question(_("walking or climbing steps"))
    remembering = _question(_("remembering or concentrating"))
    self_care = _question(_("washing all over or dressing"))
    communicating = _question(_("communicating"))

    class Meta:
        ordering = ["-answered_on", "-pk"]
        verbose_name = _("answers to the six questions")
        verbose_name_plural = _("answers to the six questions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["person", "answered_on"], name="six_answers_once_a_day"
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{name}__range": (1, 4)}), name=f"{name}_is_one_of_four"
                )
                for name in (
                    *("seeing", "hearing", "walking"),
                    *("remembering", "self_care", "communicating"),
                )
            ),
        ]

    def __str__(self):
        return str(self.answered_on)


class Need(models.Model):
    """What a person needs to take part, in her own words; trainers of her runs read it.

    Personal data: the words, when, and who wrote them down for her.
    """

    person = models.OneToOneField("courses.Person", models.CASCADE, related_name="need")
    text = models.CharField(_("what the person needs"), max_length=500)
    told_at = models.DateTimeField(_("told"))
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("written down by"),
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("need of a person")
        verbose_name_plural = _("needs of people")
        default_permissions = ()

    def __str__(self):
        return self.text
