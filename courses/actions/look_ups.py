"""Count how often somebody looks for people outside her own runs, and bound it."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from courses import conf
from courses.adapters.pace import is_too_fast
from courses.models import LookUp

SECONDS = 10 * 60


def may_look_up(user: AbstractBaseUser) -> bool:
    """Whether the user may look outside once more: not too often in ten minutes, nor on one day.
    Counts one for the ten minutes; what is held back is kept for the day."""
    at_most = conf.get("COURSES_LOOK_UPS_IN_TEN_MINUTES")
    is_fast = is_too_fast("look-up", str(user.pk), at_most=at_most, seconds=SECONDS)
    today = LookUp.objects.filter(user=user, day=timezone.localdate())
    times = today.values_list("times", flat=True).first() or 0
    if is_fast or times >= conf.get("COURSES_LOOK_UPS_A_DAY"):
        _count(user, held_back=1)
        return False
    return True


def note_look_up(user: AbstractBaseUser, people: int) -> None:
    """Keep that the user looked, and how many people outside her reach she was shown."""
    _count(user, times=1, people=people)


@transaction.atomic
def _count(user: AbstractBaseUser, **more: int) -> None:
    today = {"user": user, "day": timezone.localdate()}
    higher = {name: F(name) + number for name, number in more.items()}
    if not LookUp.objects.filter(**today).update(**higher):
        LookUp.objects.get_or_create(**today)
        LookUp.objects.filter(**today).update(**higher)
