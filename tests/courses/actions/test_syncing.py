"""What phones hand in: each tap once, none lost; what cannot be taken waits for a decision."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.attendance import close_register
from courses.actions.enrollment import withdraw
from courses.actions.syncing import accept_event
from courses.choices import Recording, SessionStatus
from courses.exceptions import Refused
from courses.models import AttendanceEvent, Enrollment, Person, QuarantinedEvent, RunTrainer
from tests.conftest import user_in
from tests.courses.phones import NearPhone
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(trainer_user):
    run = CourseRunFactory()
    RunTrainer.objects.create(run=run, person=trainer_user.training_person, is_lead=True)
    return run


@pytest.fixture
def session(run):
    return SessionFactory(run=run)


@pytest.fixture
def place(run):
    return EnrollmentFactory(run=run)


@pytest.fixture
def phone(trainer_user):
    return NearPhone(trainer_user)


@pytest.fixture
def other(trainer_user):
    return NearPhone(trainer_user)


def marks(session):
    rows = session.attendances.values_list("enrollment", "presence", "is_disputed")
    return {place: (presence, disputed) for place, presence, disputed in rows}


def test_a_tap_arrives_once_however_often_it_is_sent(phone, session, place):
    tap = phone.tap(session, place)
    assert [phone.codes(tap), phone.codes(tap), phone.codes(tap, tap)] == [
        ["created"],
        ["duplicate"],
        ["duplicate", "duplicate"],
    ]
    assert (AttendanceEvent.objects.count(), marks(session)) == (1, {place.pk: ("present", False)})


def test_two_phones_that_contradict_each_other_are_settled_by_a_person(
    phone, other, session, place
):
    assert phone.codes(phone.tap(session, place, "present")) == ["created"]
    assert other.codes(other.tap(session, place, "absent")) == ["conflict"]
    assert marks(session) == {place.pk: ("present", True)}
    assert other.codes(other.tap(session, place, "absent")) == ["created"]
    assert marks(session) == {place.pk: ("absent", False)}


def test_everybody_else_at_once_never_erases_a_look_at_a_person(phone, other, session, place):
    phone.hand_in(phone.tap(session, place, "present"))
    assert other.codes(other.tap(session, place, "absent", kind="default")) == ["created"]
    assert marks(session) == {place.pk: ("present", False)}


def test_what_cannot_be_taken_is_kept_aside_and_stops_nothing(phone, run, session, place):
    foreign = SessionFactory()
    off = SessionFactory(
        run=run, starts_at=session.starts_at - timedelta(days=1), status=SessionStatus.CANCELLED
    )
    heads = SessionFactory(
        run=run, starts_at=session.starts_at - timedelta(days=2), recording=Recording.HEADCOUNT
    )
    later = SessionFactory(run=run, starts_at=session.starts_at + timedelta(days=3))
    taps = [
        phone.tap(foreign, place),
        phone.tap(session, uuid.uuid4()),
        phone.tap(session, place, "gone"),
        phone.tap(session, place, "late", minutes=999),
        phone.tap(off, place),
        phone.tap(heads, place),
        phone.tap(later, place),
        phone.tap(session, place),
        "no tap at all",
    ]
    codes = [
        "unknown_session",
        "unknown_row",
        "unreadable",
        "impossible_minutes",
        "session_cancelled",
        "counts_heads",
        "too_early",
        "created",
        "unreadable",
    ]
    assert phone.codes(*taps) == codes
    assert phone.codes(*taps) == [*codes[:7], "duplicate", "unreadable"]
    kept = QuarantinedEvent.objects.order_by("pk")
    assert sorted(each.code for each in kept) == sorted(codes[:7] + codes[8:])
    assert kept.get(code="unknown_row").payload == taps[1]
    assert marks(session) == {place.pk: ("present", False)}


def test_a_closed_register_takes_only_what_it_says_already(phone, session, place):
    phone.hand_in(phone.tap(session, place))
    session.refresh_from_db()
    session.closed_at = timezone.now()
    session.save()
    assert phone.codes(phone.tap(session, place)) == ["says_the_same"]
    assert phone.codes(phone.tap(session, place, "absent")) == ["register_closed"]
    assert marks(session) == {place.pk: ("present", False)}


def test_a_walk_in_is_somebody_on_the_list_and_later_marks_refer_to_her(phone, run, session):
    tap = phone.newcomer(session, name_km="គង់ សុខលីម")
    mark = phone.tap(session, tap["row"], "late", minutes=10)
    assert phone.codes(tap, mark, tap) == ["created", "created", "created"]
    place = Enrollment.objects.get(uuid=tap["row"])
    assert (place.person.name_km, place.source, place.employer) == ("គង់ សុខលីម", "walk_in", run.host)
    assert marks(session) == {place.pk: ("late", False)}
    assert phone.codes(tap) == ["duplicate"]
    assert Person.objects.filter(name_km="គង់ សុខលីម").count() == 1


def test_two_phones_add_the_same_known_person_once(phone, other, run, session):
    person = PersonFactory()
    taps = [each.newcomer(session, known=str(person.uuid)) for each in (phone, other)]
    assert [phone.codes(taps[0]), other.codes(taps[1])] == [["created"], ["created"]]
    place = Enrollment.objects.get(person=person)
    assert str(place.uuid) == taps[0]["row"]
    other.look(session)
    told = other.rows[str(session.uuid)]
    assert told[taps[1]["row"]] == told[taps[0]["row"]]
    assert other.codes(other.tap(session, taps[1]["row"], "absent")) == ["created"]
    assert marks(session) == {place.pk: ("absent", False)}


def test_a_row_of_another_run_is_nobody_here(phone, session):
    stranger = EnrollmentFactory()
    taps = [
        phone.newcomer(session, stranger.uuid, name_latin="Kong Lim"),
        phone.tap(session, stranger),
    ]
    assert phone.codes(*taps) == ["unknown_row", "unknown_row"]


def test_who_gave_the_place_up_and_came_all_the_same_has_it_again(
    phone, session, place, staff_user
):
    withdraw(place, by=staff_user)
    gone = phone.tap(session, place)
    back = phone.newcomer(session, known=str(place.person.uuid))
    later = phone.tap(session, place)
    assert phone.codes(gone, back, later) == ["unknown_row", "created", "created"]
    assert list(session.run.enrollments.values_list("pk", "status")) == [(place.pk, "enrolled")]


def test_nobody_is_made_of_a_person_who_was_erased(phone, session, staff_user):
    person = PersonFactory()
    tap = phone.newcomer(session, known=str(person.uuid))
    Person.objects.filter(pk=person.pk).update(erased_at=timezone.now())
    assert phone.codes(tap) == ["erased"]
    assert not session.run.enrollments.exists()


@pytest.fixture
def aside(phone, session, place, staff_user):
    """A mark that came when the register was closed with another one."""
    phone.hand_in(phone.tap(session, place))
    close_register(session, by=staff_user)
    phone.hand_in(phone.tap(session, place, "absent"))
    return QuarantinedEvent.objects.get()


def test_what_lies_aside_is_taken_with_a_reason_and_corrects(aside, session, place, staff_user):
    result = accept_event(aside, "She had gone home", by=staff_user)
    assert result.status == "created"
    assert marks(session) == {place.pk: ("absent", False)}
    aside.refresh_from_db()
    assert (aside.state, aside.note, aside.decided_by) == (
        "accepted",
        "She had gone home",
        staff_user,
    )
    assert AttendanceEvent.objects.get(uuid=aside.uuid).corrects


def test_what_lies_aside_is_decided_once_and_by_who_may(aside, phone, staff_user):
    stranger = user_in("Trainers")
    refused = [(" ", staff_user, "no_reason"), ("A reason", stranger, "unknown_session")]
    for reason, user, code in refused:
        with pytest.raises(Refused) as no:
            accept_event(aside, reason, by=user)
        assert no.value.code == code
    accept_event(aside, "A reason", by=staff_user)
    with pytest.raises(Refused) as no:
        accept_event(aside, "A reason", by=staff_user)
    assert no.value.code == "decided"
    assert phone.codes(aside.payload) == ["duplicate"]


def test_what_still_cannot_be_taken_stays_aside(phone, session, staff_user):
    phone.hand_in(phone.tap(session, uuid.uuid4()), "no tap at all")
    for kept in QuarantinedEvent.objects.all():
        with pytest.raises(Refused) as no:
            accept_event(kept, "A reason", by=staff_user)
        assert no.value.code == kept.code
    assert set(QuarantinedEvent.objects.values_list("state", flat=True)) == {"open"}
