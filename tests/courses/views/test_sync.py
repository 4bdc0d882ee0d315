"""Phones hand in what was tapped without signal: each tap once, none lost, nobody else's."""

import json
import uuid
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from courses.actions.devices import revoke_device
from courses.choices import Recording, SessionStatus
from courses.models import AttendanceEvent, Device, Employment, Enrollment, Person, QuarantinedEvent
from tests.courses.phones import Phone
from tests.factories import EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(run):
    return EnrollmentFactory(run=run)


@pytest.fixture
def phone(trainer_user):
    cache.clear()
    return Phone(trainer_user)


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


def test_the_answer_tells_the_register(phone, session, place):
    tap = phone.tap(session, place, "late", minutes=30, reason="Bus")
    answer = phone.send(tap).json()
    assert answer["wipe"] is False
    told = answer["registers"][str(session.uuid)]
    row = {"presence": "late", "minutes": 30, "reason": "Bus", "disputed": False}
    row |= {"self_reported": False}
    assert told["rows"] == {str(place.uuid): row | {"heads": [tap["event"]]}}
    assert (told["closed"], told["added"]) == (False, [])


def test_two_phones_that_contradict_each_other_are_settled_by_a_person(
    phone, trainer_user, session, place
):
    other = Phone(trainer_user)
    assert phone.codes(phone.tap(session, place, "present")) == ["created"]
    assert other.codes(other.tap(session, place, "absent")) == ["conflict"]
    assert marks(session) == {place.pk: ("present", True)}
    assert other.codes(other.tap(session, place, "absent")) == ["created"]
    assert marks(session) == {place.pk: ("absent", False)}


def test_everybody_else_at_once_never_erases_a_look_at_a_person(
    phone, trainer_user, session, place
):
    other = Phone(trainer_user)
    phone.hand_in(phone.tap(session, place, "present"))
    assert other.codes(other.tap(session, place, "absent", kind="default")) == ["created"]
    assert marks(session) == {place.pk: ("present", False)}


def test_the_page_tells_what_stands(phone, trainer, session, place):
    tap = phone.tap(session, place)
    phone.hand_in(tap)
    page = trainer.get(reverse("courses:register", args=[session.uuid])).content.decode()
    assert f'data-row="{place.uuid}" data-heads="{tap["event"]}"' in page


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


def test_two_phones_add_the_same_known_person_once(phone, trainer_user, run, session):
    person = PersonFactory()
    other = Phone(trainer_user)
    taps = [each.newcomer(session, known=str(person.uuid)) for each in (phone, other)]
    assert [phone.codes(taps[0]), other.codes(taps[1])] == [["created"], ["created"]]
    place = Enrollment.objects.get(person=person)
    assert str(place.uuid) == taps[0]["row"]
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


def test_the_phone_is_proved_and_belongs_to_one_user(phone, session, place, staff_user, client):
    tap = phone.tap(session, place)
    wrong = phone.send(tap, **{"X-Sala-Device": f"{phone.known['device']}.guess"})
    phone.client.logout()
    signed_out = phone.send(tap)
    phone.client.force_login(staff_user)
    foreign = phone.send(tap)
    assert [(each.status_code, each.json()["code"]) for each in (wrong, signed_out, foreign)] == [
        (401, "signed_out"),
        (401, "signed_out"),
        (403, "other_user"),
    ]
    assert not AttendanceEvent.objects.exists()


def test_a_lost_phone_hands_in_aside_and_empties_itself(phone, session, place, staff_user):
    taps = [phone.tap(session, place), phone.tap(session, place, "absent")]
    revoke_device(Device.objects.get(), by=staff_user)
    phone.client.logout()
    first = phone.send(taps[0], unsent=1).json()
    assert (first["wipe"], first["registers"]) == (True, {})
    assert Device.objects.get().wiped_at is None
    phone.send(taps[1])
    assert Device.objects.get().wiped_at is not None
    assert set(QuarantinedEvent.objects.values_list("code", "session")) == {("revoked", session.pk)}
    assert not AttendanceEvent.objects.exists()


def test_who_may_not_sign_in_any_more_has_a_revoked_phone(phone, session, place, trainer_user):
    trainer_user.is_active = False
    trainer_user.save()
    assert phone.send(phone.tap(session, place)).json()["wipe"] is True
    assert QuarantinedEvent.objects.get().code == "revoked"


def test_a_wrong_clock_is_measured_and_decides_nothing(phone, session, place):
    phone.behind = timedelta(days=400)
    phone.hand_in(phone.tap(session, place))
    phone.behind = timedelta(days=-30)
    phone.hand_in(phone.tap(session, place, "absent"), unsent=3)
    assert marks(session) == {place.pk: ("absent", False)}
    offsets = AttendanceEvent.objects.values_list("clock_offset", flat=True)
    assert [round(each / 86400) for each in offsets] == [400, -30]
    device = Device.objects.get()
    assert (device.clock_is_wrong, device.unsent, device.unsent_since is None) == (True, 3, False)


NO_BATCH = {
    "empty": "",
    "list": "[]",
    "bare": "{}",
    "number": '{"events": 3}',
    "deep": "[" * 100_000,
    "no_clock": '{"events": []}',
}


@pytest.mark.parametrize("body", NO_BATCH.values(), ids=NO_BATCH)
def test_a_body_that_is_no_batch_is_refused(phone, body):
    answer = phone.client.post(
        reverse("courses:offline_sync"),
        body,
        content_type="application/json",
        headers={"X-Sala-Device": phone.proof},
    )
    assert (answer.status_code, answer.json()) == (400, {"code": "unreadable"})


def test_signs_that_no_database_keeps_stop_nothing(phone, session, place):
    odd = phone.newcomer(session, name_latin="Kong\x00 \ud800")
    assert phone.codes(phone.tap(session, place, "absent", reason="\x00ill"), odd) == [
        "created",
        "created",
    ]


def test_a_phone_that_asks_too_often_waits(phone, monkeypatch):
    monkeypatch.setattr("courses.views.sync.is_too_fast", lambda *args, **kwargs: True)
    assert phone.send().status_code == 429


def test_the_pack_holds_what_a_phone_needs_and_no_more(phone, run, session, place):
    known = PersonFactory(name_km="", family_name_latin="Sok", given_name_latin="Dara")
    Employment.objects.create(person=known, organization=run.host, role="worker")
    Employment.objects.create(person=place.person, organization=run.host)
    SessionFactory(run=run, starts_at=session.starts_at + timedelta(days=30))
    SessionFactory()
    pack = phone.client.get(reverse("courses:offline_pack")).json()
    assert [each["uuid"] for each in pack["sessions"]] == [str(session.uuid)]
    assert pack["cards"] == {str(session.uuid): {place.person.card_code: str(place.uuid)}}
    assert [(each["key"], each["name_latin"]) for each in pack["known"]] == [
        (str(known.uuid), "Sok Dara")
    ]
    assert set(pack["known"][0]) == {"key", "name_km", "name_latin", "sex", "role", "find"}
    addresses = {reverse("courses:register", args=[session.uuid]), reverse("courses:desk")}
    assert addresses <= set(pack["pages"])
    assert len(pack["pages"]) == 4


@pytest.mark.parametrize("number", [1, 30])
def test_a_batch_costs_the_same_for_one_tap_and_for_thirty(
    phone, run, session, number, django_assert_num_queries
):
    places = EnrollmentFactory.create_batch(number, run=run)
    phone.hand_in(phone.tap(session, EnrollmentFactory(run=run)))
    taps = [phone.tap(session, place) for place in places]
    with django_assert_num_queries(25):
        phone.hand_in(*taps)


def test_a_secret_is_told_once_and_kept_as_a_fingerprint(phone):
    device = Device.objects.get()
    assert phone.known["secret"] not in json.dumps(
        list(Device.objects.values_list("secret_hash", "label"))
    )
    assert (str(device.uuid), len(device.secret_hash)) == (phone.known["device"], 64)
