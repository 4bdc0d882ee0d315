"""Somebody of another run comes to a session to make up for a half-day that she missed."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.actions.attendance import mark_guest, open_session
from courses.actions.audit import record
from courses.actions.enrollment import already
from courses.actions.seats import GONE
from courses.choices import EnrollmentSource, EnrollmentStatus, SessionStatus
from courses.exceptions import Refused
from courses.models import Attendance, Enrollment, MakeUp, Session

REFUSALS = {
    "other_course": _("Only a half-day of the same course on another run can be made up for."),
    "not_missed": _("This half-day was not missed, so there is nothing to make up for."),
    "made_up_already": _("This half-day is made up for already."),
    "stands_already": _("This session stands for another half-day that she or he missed."),
    "is_trainer": _("This person trains on this run and cannot take part in it."),
}
#: What a guest brings along from her own run.
JOB = ("role", "employer_id", "employer_text", "sector", "province_id")
FREE = (*GONE, EnrollmentStatus.GUEST)


@transaction.atomic
def add_for_make_up(
    session: Session, own: Enrollment, missed: Session, *, by: AbstractBaseUser
) -> Enrollment:
    """Mark somebody here as a guest whose attendance stands for the half-day `missed` on her `own`
    run. She takes no seat and completes nothing here; her own run is judged anew when the register
    is closed. Doing it twice changes nothing.

    Raises Refused as `open_session`; `already_enrolled`, `is_trainer`, `other_course`,
    `not_missed`, `made_up_already`, `stands_already`.
    """
    session = open_session(session)
    own = (
        Enrollment.objects.select_for_update(of=("self",))
        .select_related("run", "person")
        .get(pk=own.pk)
    )
    known = MakeUp.objects.filter(enrollment=own, session=missed).select_related("attendance")
    made_up = known.first()
    if made_up and made_up.attendance.session_id == session.pk and known.standing().exists():
        return made_up.attendance.enrollment
    _refuse(session, own, missed, is_done=known.standing().exists())
    guest = _guest(session, own)
    mark_guest(session, guest, by=by)
    mark = Attendance.objects.get(session=session, enrollment=guest)
    if MakeUp.objects.filter(attendance=mark).exclude(pk=made_up and made_up.pk).exists():
        raise _no("stands_already")
    MakeUp.objects.update_or_create(enrollment=own, session=missed, defaults={"attendance": mark})
    record(session, "make_up_added", by=by, enrollment=guest.pk, missed=str(missed.uuid))
    return guest


def _refuse(session: Session, own: Enrollment, missed: Session, *, is_done: bool) -> None:
    if own.run.course_id != session.run.course_id or own.run_id == session.run_id:
        raise _no("other_course")
    was_missed = own.attendances.filter(
        session=missed, credited_minutes=0, session__status=SessionStatus.HELD
    )
    is_on_it = own.status == EnrollmentStatus.ENROLLED and missed.run_id == own.run_id
    if not (is_on_it and was_missed.exists()):
        raise _no("not_missed")
    if is_done:
        raise _no("made_up_already")
    if session.run.run_trainers.filter(person=own.person_id).exists():
        raise _no("is_trainer")


def _guest(session: Session, own: Enrollment) -> Enrollment:
    """Her place as a guest of the session's run, new or as it was. Raises `already_enrolled`."""
    place = session.run.enrollments.filter(person=own.person_id).first()
    if place is None:
        place = Enrollment(run=session.run, person=own.person)
    elif place.status not in FREE:
        raise Refused(already(place), code="already_enrolled")
    if place.status != EnrollmentStatus.GUEST:
        place.status, place.status_since = EnrollmentStatus.GUEST, timezone.now()
        place.status_cause = place.status_reason = ""
        place.source, place.confirmed_at = EnrollmentSource.WALK_IN, None
        for name in JOB:
            setattr(place, name, getattr(own, name))
        place.save()
    return place


def _no(code: str) -> Refused:
    return Refused(REFUSALS[code], code=code)
