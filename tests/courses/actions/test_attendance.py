"""The register: marks, walk-ins, closing and opening again."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from courses.actions.attendance import (
    Mark,
    add_walk_in,
    close_register,
    mark_attendance,
    mark_register,
    reopen_register,
)
from courses.choices import Presence, SessionStatus
from courses.exceptions import Refused
from courses.models import Attendance, AttendanceEvent
from courses.queries.register import count, roster
from tests.factories import EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def session():
    return SessionFactory()


@pytest.fixture
def enrollment(session):
    return EnrollmentFactory(run=session.run)


def refusal(action, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        action(*args, **kwargs)
    return refused.value.code


def test_a_second_mark_corrects_the_first_and_both_stay_in_the_history(
    session, enrollment, trainer_user
):
    mark_attendance(session, enrollment, Presence.ABSENT, by=trainer_user)
    mark_attendance(session, enrollment, Presence.LATE, minutes_missed=40, by=trainer_user)

    mark = Attendance.objects.get()
    assert (mark.presence, mark.minutes_missed, mark.credited_minutes) == ("late", 40, 155)
    assert list(AttendanceEvent.objects.values_list("presence", "recorded_by")) == [
        ("absent", trainer_user.pk),
        ("late", trainer_user.pk),
    ]


def test_the_same_tap_delivered_twice_is_one_event(session, enrollment, trainer_user):
    tap = Mark(enrollment.pk, Presence.PRESENT, event=uuid.uuid4())
    mark_register(session, [tap], by=trainer_user)
    mark_attendance(session, enrollment, Presence.ABSENT, by=trainer_user)

    changed = mark_register(session, [tap], by=trainer_user)

    assert changed == 0
    assert Attendance.objects.get().presence == "absent"
    assert AttendanceEvent.objects.count() == 2


def test_saving_an_unchanged_register_writes_nothing(session, enrollment, trainer_user):
    mark_attendance(session, enrollment, Presence.PRESENT, by=trainer_user)

    assert mark_attendance(session, enrollment, Presence.PRESENT, by=trainer_user) == 0
    assert AttendanceEvent.objects.count() == 1


def test_the_first_person_here_makes_the_session_held(session, enrollment, trainer_user):
    other = EnrollmentFactory(run=session.run)

    mark_attendance(session, other, Presence.ABSENT, by=trainer_user)
    session.refresh_from_db()
    before = session.status
    mark_attendance(session, enrollment, Presence.PRESENT, by=trainer_user)
    session.refresh_from_db()

    assert (before, session.status) == (SessionStatus.PLANNED, SessionStatus.HELD)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"closed_at": timezone.now()}, "register_closed"),
        ({"status": SessionStatus.CANCELLED}, "session_cancelled"),
        ({"status": SessionStatus.POSTPONED}, "session_cancelled"),
    ],
)
def test_a_register_that_is_not_open_says_so(session, enrollment, trainer_user, change, code):
    for name, value in change.items():
        setattr(session, name, value)
    session.save()

    assert refusal(mark_attendance, session, enrollment, "present", by=trainer_user) == code


def test_a_session_of_tomorrow_cannot_be_marked(trainer_user):
    session = SessionFactory(day_offset=1)
    enrollment = EnrollmentFactory(run=session.run)

    assert refusal(mark_attendance, session, enrollment, "present", by=trainer_user) == "too_early"


def test_nothing_is_saved_when_one_mark_is_wrong(session, enrollment, trainer_user):
    stranger = EnrollmentFactory()
    good = Mark(enrollment.pk, Presence.PRESENT)
    wrong = {
        "not_enrolled": Mark(stranger.pk, Presence.PRESENT),
        "unknown_mark": Mark(enrollment.pk, "asleep"),
        "impossible_minutes": Mark(enrollment.pk, Presence.LATE, minutes_missed=181),
    }

    codes = [
        refusal(mark_register, session, [good, bad], by=trainer_user) for bad in wrong.values()
    ]

    assert codes == list(wrong)
    assert not Attendance.objects.exists()


def test_events_cannot_be_changed_or_deleted(session, enrollment, trainer_user):
    mark_attendance(session, enrollment, Presence.PRESENT, by=trainer_user)
    event = AttendanceEvent.objects.get()

    for attempt in (
        event.save,
        event.delete,
        lambda: AttendanceEvent.objects.update(presence="absent"),
        lambda: AttendanceEvent.objects.all().delete(),
    ):
        with pytest.raises(ValidationError):
            attempt()
    assert AttendanceEvent.objects.get().presence == "present"


def test_a_walk_in_is_enrolled_and_here(session, trainer_user):
    session.run.capacity = 1
    session.run.save()
    EnrollmentFactory(run=session.run)

    enrollment = add_walk_in(session, PersonFactory(), by=trainer_user)

    assert (enrollment.source, enrollment.status) == ("walk_in", "enrolled")
    assert Attendance.objects.get().enrollment == enrollment


def test_a_walk_in_who_has_a_seat_is_only_marked(session, enrollment, trainer_user):
    same = add_walk_in(session, enrollment.person, by=trainer_user)

    assert (same.pk, same.source) == (enrollment.pk, "staff")
    assert Attendance.objects.get().presence == "present"


def test_a_register_closes_when_everybody_has_a_mark(session, enrollment, trainer_user):
    assert refusal(close_register, session, by=trainer_user) == "undecided"
    mark_attendance(session, enrollment, Presence.PRESENT, by=trainer_user)

    closed = close_register(session, by=trainer_user)
    again = close_register(session, by=trainer_user)

    assert (closed.status, closed.closed_by) == (SessionStatus.HELD, trainer_user)
    assert again.closed_at == closed.closed_at
    enrollment.completion.refresh_from_db()
    assert enrollment.completion.is_met


def test_a_session_to_which_nobody_came_was_held_too(session, trainer_user):
    assert close_register(session, by=trainer_user).status == SessionStatus.HELD


def test_a_closed_register_opens_again_with_a_reason(session, trainer_user):
    assert refusal(reopen_register, session, "Typo", by=trainer_user) == "not_closed"
    close_register(session, by=trainer_user)
    assert refusal(reopen_register, session, " ", by=trainer_user) == "no_reason"

    assert not reopen_register(session, "Typo", by=trainer_user).is_closed


def test_a_correction_can_take_a_completion_back(session, enrollment, trainer_user):
    mark_attendance(session, enrollment, Presence.PRESENT, by=trainer_user)
    close_register(session, by=trainer_user)
    reopen_register(session, "Mixed up", by=trainer_user)
    mark_attendance(session, enrollment, Presence.ABSENT, by=trainer_user)
    close_register(session, by=trainer_user)

    enrollment.completion.refresh_from_db()
    assert (enrollment.completion.is_met, enrollment.completion.met_on) == (False, None)


def test_the_roster_is_counted_in_one_sentence(session, trainer_user):
    women = EnrollmentFactory.create_batch(2, run=session.run)
    man = EnrollmentFactory(run=session.run, person=PersonFactory(sex="male"))
    EnrollmentFactory(run=session.run, status="waitlisted")
    mark_register(
        session,
        [
            Mark(women[0].pk, Presence.PRESENT),
            Mark(man.pk, Presence.LEFT_EARLY, minutes_missed=10),
        ],
        by=trainer_user,
    )

    counted = count(list(roster(session)))

    assert (counted.people, counted.here, counted.women_here, counted.undecided) == (3, 2, 1, 1)
    assert counted.marked == 2


def test_yesterdays_register_can_still_be_marked(trainer_user):
    session = SessionFactory(run__starts_on=timezone.localdate() - timedelta(days=1))
    enrollment = EnrollmentFactory(run=session.run)

    assert mark_attendance(session, enrollment, "excused", reason="Ill", by=trainer_user) == 1
    assert Attendance.objects.get().reason == "Ill"
