"""Logins of the demo story; all share one password, which the command prints."""

from functools import cache

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from courses.actions.groups import STAFF, TRAINERS, ensure_groups
from courses.models import Person, Pin
from courses.rules import card_codes, spoken_codes

PASSWORD, PIN = "rumduol-demo", "5839"
ADMIN, STAFF_LOGIN, OFFICER = "admin", "staff", "officer"
TRAINER_LOGINS = ("trainer1", "trainer2")
PARTICIPANT_LOGINS = ("participant1", "participant2")


def login(username: str, **values):
    """Create the account, or give it the demo password again."""
    values["password"] = _hashed()
    user, _is_new = get_user_model().objects.update_or_create(username=username, defaults=values)
    return user


@cache
def _hashed() -> str:
    """Hashed once for all: half a second each, and everybody is told the password."""
    return make_password(PASSWORD)


def write_staff_and_trainers():
    """The administrator, programme staff and two trainers; returns (admin, staff, trainers)."""
    ensure_groups()
    admin = login(ADMIN, is_superuser=True, is_staff=True, first_name="Admin")
    staff = login(STAFF_LOGIN, first_name="Bopha", last_name="Lim")
    staff.groups.add(Group.objects.get(name=STAFF))
    trainers = [
        _trainer("trainer1", "កែវ មុន្នីរ័ត្ន", "Keo", "Monyroth", "female"),
        _trainer("trainer2", "ហែម វិសាលភព", "Hem", "Visalphop", "male"),
    ]
    return admin, staff, trainers


def write_officer():
    """A member of staff; see `lms.demo.office` for the provinces that she oversees."""
    return login(OFFICER, first_name="Sokunthea", last_name="Mao")


def _trainer(username: str, name_km: str, family: str, given: str, sex: str) -> Person:
    user = login(username, first_name=given, last_name=family)
    user.groups.add(Group.objects.get(name=TRAINERS))
    characters = f"TRA{username[-1] * 2}".replace("1", "7")
    code = card_codes.format_code(characters + spoken_codes.check_character(characters))
    person, _is_new = Person.objects.update_or_create(
        user=user,
        defaults={
            "card_code": code,
            "name_km": name_km,
            "family_name_latin": family,
            "given_name_latin": given,
            "sex": sex,
        },
    )
    return person


def write_participants() -> None:
    """Logins for two people: one who completed a course, one who still misses something."""
    came = Person.objects.filter(user=None, enrollments__attendances__isnull=False)
    finished = came.filter(enrollments__completion__is_met=True).order_by("pk").first()
    halfway = (
        came.filter(
            enrollments__completion__is_met=False, enrollments__completion__credited_minutes__gt=0
        )
        .exclude(pk=finished.pk)
        .order_by("-enrollments__run__ends_on", "pk")
        .first()
    )
    for username, person in zip(PARTICIPANT_LOGINS, (finished, halfway), strict=True):
        person.user = login(username, first_name=person.given_name_latin)
        person.save(update_fields=["user"])


def write_pins() -> None:
    """The two participants and somebody without any login come in by their cards too."""
    people = [person_without_login(), *Person.objects.filter(user__username__in=PARTICIPANT_LOGINS)]
    hashed = make_password(PIN)
    for person in filter(None, people):
        kept = {"hash": hashed, "set_at": timezone.now()}
        Pin.objects.update_or_create(person=person, defaults=kept)


def person_without_login() -> Person | None:
    """Somebody who came to a training and has no account, as most people do."""
    came = Person.objects.filter(user=None, enrollments__completion__is_met=True)
    return came.order_by("pk").first()
