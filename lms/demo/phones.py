"""Phones of trainers in the demo: one that handed in marks too late, and one that was lost."""

import uuid
from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser

from courses.actions.devices import make_known, revoke_device
from courses.actions.syncing import take_taps
from courses.models import CourseRun, Enrollment, Session

NAMESPACE = uuid.UUID("5a1a0de0-0000-4000-8000-000000000000")


def write_phones(trainer: AbstractBaseUser, other: AbstractBaseUser, *, by: AbstractBaseUser):
    """Two taps that came when the register was closed, for the trainer to decide about."""
    phone, _secret = make_known(trainer, "Samsung Galaxy A05")
    runs = CourseRun.objects.led_by(trainer).order_by().values("pk")
    closed = Session.objects.filter(run__in=runs).exclude(closed_at=None)
    session = closed.order_by("starts_at").last()
    places = session.attendances.filter(presence="absent").values("enrollment")
    place = Enrollment.objects.filter(pk__in=places).order_by("pk").first()
    place = place or session.run.enrollments.enrolled().order_by("pk").first()
    newcomer = {"name_km": "ឡុង ស្រីពៅ", "sex": "female", "role": "worker", "organization": "host"}
    taps = [
        _tap(session, 1, row=str(place.uuid), kind="mark", presence="late", minutes=20),
        _tap(session, 2, kind="walk_in", presence="present", person=newcomer),
    ]
    take_taps(phone, taps, clock_offset=0, by=trainer)
    lost, _secret = make_known(other, "Redmi 12")
    revoke_device(lost, by=by)


def _tap(session: Session, sequence: int, **more: object) -> dict:
    made = uuid.uuid5(NAMESPACE, f"{session.uuid} {sequence}")
    tapped_at = session.starts_at + timedelta(minutes=10 + sequence)
    tap = {"event": str(made), "session": str(session.uuid), "row": str(made)}
    return tap | {"tapped_at": tapped_at.isoformat(), "sequence": sequence} | more
