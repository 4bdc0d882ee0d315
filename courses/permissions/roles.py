"""Who a user is: staff, staff of some provinces, a trainer."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from courses.models import CourseRun, Province, StaffArea


def sees_all(user: AbstractBaseUser) -> bool:
    """Programme staff see every record of the training."""
    return user.is_active and user.has_perm("courses.see_all_training")


def oversees_area(user: AbstractBaseUser) -> bool:
    """Staff of some provinces see the training of these, and what they lead or planned."""
    return user.is_active and user.has_perm("courses.see_area_training") and not sees_all(user)


def provinces_of(user: AbstractBaseUser) -> QuerySet:
    """The provinces that a user with an area oversees; none where nobody named any."""
    named = StaffArea.provinces.through.objects.filter(staffarea__user=user)
    return Province.objects.filter(pk__in=named.values("province")).order_by()


def area_of(user: AbstractBaseUser) -> frozenset[str] | None:
    """The codes of the provinces whose runs the user may see and count; None means all."""
    if sees_all(user):
        return None
    return frozenset(provinces_of(user).values_list("pk", flat=True))


def led_runs(user: AbstractBaseUser) -> QuerySet:
    """The runs that the user planned or trains on, in no order."""
    return CourseRun.objects.led_by(user).order_by()


def manages_all(user: AbstractBaseUser) -> bool:
    return user.is_active and user.has_perm("courses.manage_all_training")


def is_trainer(user: AbstractBaseUser) -> bool:
    """Trainers may plan runs and see the runs that they train on or planned."""
    return user.is_active and user.has_perm("courses.add_courserun")


def may_see_reach(user: AbstractBaseUser) -> bool:
    """Whether the user may see figures: of everything, or of her provinces."""
    return sees_all(user) or oversees_area(user)


def may_keep_money(user: AbstractBaseUser) -> bool:
    """Whether the user keeps partners, projects and money of runs; trainers of a run read them."""
    return sees_all(user) and manages_all(user)


def may_change_rules(user: AbstractBaseUser) -> bool:
    """Whether the user decides what must be done to complete a run that she may change: staff do,
    of the whole programme or of some provinces; trainers read it."""
    return may_see_reach(user)


def may_mend(user: AbstractBaseUser) -> bool:
    """Whether the user sees the board of what waits to be mended in everybody's records."""
    return sees_all(user) and manages_all(user)


def may_export(user: AbstractBaseUser) -> bool:
    """Whether the user may take the rows that she sees away as a file."""
    return may_see_reach(user) and user.has_perm("courses.export_training")
