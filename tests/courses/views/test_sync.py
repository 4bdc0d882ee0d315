"""Phones hand in what was tapped without signal: each tap once, none lost, nobody else's."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from courses.actions.devices import revoke_device
from courses.models import AttendanceEvent, Device, Employment, QuarantinedEvent
from tests.courses.phones import Phone
from tests.factories import EnrollmentFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(run):
    """Somebody who is on the list for long."""
    return EnrollmentFactory(run=run, status_since=timezone.now() - timedelta(days=20))


@pytest.fixture
def phone(trainer_user):
    cache.clear()
    return Phone(trainer_user)


def marks(session):
    rows = session.attendances.values_list("enrollment", "presence", "is_disputed")
    return {place: (presence, disputed) for place, presence, disputed in rows}


def test_the_answer_tells_the_register(phone, session, place):
    tap = phone.tap(session, place, "late", minutes=30, reason="Bus")
    answer = phone.send(tap).json()
    assert answer["wipe"] is False
    told = answer["registers"][str(session.uuid)]
    row = {"presence": "late", "minutes": 30, "reason": "Bus", "disputed": False}
    row |= {"self_reported": False}
    assert told["rows"] == {str(place.uuid): row | {"heads": [tap["event"]]}}
    news = [told[name] for name in ("closed", "added", "left", "moved")]
    assert news == [False, [], [], {}]


def test_a_phone_hears_of_whoever_got_a_seat_after_it_was_prepared(phone, run, session, place):
    now = timezone.now()
    late = EnrollmentFactory(run=run)
    foreign = SessionFactory()
    asked = {str(each.uuid): now.isoformat() for each in (session, foreign)}
    told = phone.send(registers=asked).json()["registers"]
    assert set(told) == {str(session.uuid)}
    register = told[str(session.uuid)]
    assert set(register["rows"]) == {str(place.uuid), str(late.uuid)}
    assert register["added"] == [
        {
            "row": str(late.uuid),
            "card": late.person.card_code,
            "name_km": late.person.name_km,
            "name_latin": late.person.name_latin,
            "sex": late.person.sex,
            "role": late.role,
        }
    ]


def test_a_phone_of_old_pages_hears_of_all_who_may_be_missing(phone, run, session, place):
    own = phone.newcomer(session, name_latin="Kong Lim")
    EnrollmentFactory(run=run)
    answer = phone.send(own, phone.tap(session, place)).json()
    added = answer["registers"][str(session.uuid)]["added"]
    assert [row["name_latin"] for row in added] == ["Chan Sreymom"]


def test_the_page_tells_what_stands(phone, trainer, session, place):
    tap = phone.tap(session, place)
    phone.hand_in(tap)
    page = trainer.get(reverse("courses:register", args=[session.uuid])).content.decode()
    assert f'data-row="{place.uuid}" data-heads="{tap["event"]}"' in page


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
    "no_moment": '{"sent_at": "2026-05-04", "events": [], "registers": {"a": "b"}}',
    "year_one": json.dumps(
        {"sent_at": "2026-05-04", "events": [], "registers": {str(UUID(int=0)): "0001-01-01"}}
    ),
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
    with django_assert_num_queries(26):
        phone.hand_in(*taps)


def test_a_secret_is_told_once_and_kept_as_a_fingerprint(phone):
    device = Device.objects.get()
    assert phone.known["secret"] not in json.dumps(
        list(Device.objects.values_list("secret_hash", "label"))
    )
    assert (str(device.uuid), len(device.secret_hash)) == (phone.known["device"], 64)
