"""The door of who has a card and no login."""

from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from courses.actions.guessing import NO_ENTRY
from courses.actions.pins import choose_pin, give_code
from courses.models import Person, Pin, PinGuess
from courses.queries.visitors import IDLE, VISIT
from courses.views import card as views
from tests.factories import EnrollmentFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
DOOR, MY = reverse("courses:card"), reverse("courses:my_training")
FIRST, LEAVE = reverse("courses:first_pin"), reverse("courses:leave_card")
PIN = "5839"


@pytest.fixture
def person():
    person = PersonFactory()
    choose_pin(person.card_code, give_code(person, by=UserFactory()), PIN)
    return person


def come_in(client, person, pin=PIN, **data):
    return client.post(DOOR, {"card": person.card_code, "pin": pin, **data})


@pytest.fixture
def visit(client, person):
    """A phone on which she has come in."""
    assert come_in(client, person)["Location"] == MY
    return client


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def test_a_stranger_is_led_to_the_door_that_offers_both_ways(client):
    answer = client.get(f"{MY}?a=b")
    assert answer["Location"] == f"{DOOR}?next={quote(MY + '?a=b')}"
    page = text(client.get(answer["Location"]))
    assert 'name="card"' in page and 'name="pin"' in page
    assert f"{reverse('account_login')}?next={quote(MY + '?a=b')}" in page


def test_card_and_pin_open_her_training_and_say_who_is_in(visit, person):
    page = text(visit.get(MY))
    assert person.card_code in page and f'action="{LEAVE}"' in page and "Not me" in page
    assert "Sign out when others use it too" not in page


def test_she_goes_on_to_where_she_wanted_and_never_to_another_site(client, person):
    wanted = reverse("courses:my_record")
    assert come_in(client, person, next=wanted)["Location"] == wanted
    assert come_in(Client(), person, next="https://elsewhere.example/")["Location"] == MY


def test_nothing_of_who_was_here_before_stays_and_the_key_is_another_one(client, person):
    client.get(DOOR)
    session = client.session
    session["nominated"] = "somebody"
    session.save()
    before = session.session_key
    come_in(client, person)
    assert client.session.session_key != before
    assert "nominated" not in client.session
    assert client.session.get_expire_at_browser_close()


@pytest.mark.parametrize(
    "make_card",
    [lambda: "KH-2222-22", lambda: "x", lambda: PersonFactory().card_code],
    ids=["unknown", "no code", "no PIN"],
)
def test_the_answer_is_the_same_whatever_is_wrong(client, person, make_card):
    def said(card):
        answer = client.post(DOOR, {"card": card, "pin": "0007"})
        return [str(each) for each in answer.context["form"].non_field_errors()]

    assert said(make_card()) == said(person.card_code) == [str(NO_ENTRY)]
    assert VISIT not in client.session


@pytest.mark.parametrize("name", ["my_training", "my_record", "my_consents"])
def test_what_is_her_own_opens_and_is_never_kept(visit, name):
    answer = visit.get(reverse(f"courses:{name}"))
    assert "Not me" in text(answer)
    assert "no-store" in answer["Cache-Control"]


def test_one_tap_ends_the_visit(visit):
    answer = visit.post(LEAVE)
    assert answer["Location"] == DOOR and "no-store" in answer["Cache-Control"]
    assert visit.get(MY)["Location"].startswith(DOOR)
    assert "Nothing of yours stays on this phone" in text(visit.get(DOOR))


def test_looking_at_the_way_out_ends_nothing(visit):
    visit.get(LEAVE)
    assert visit.get(MY).status_code == 200


def test_a_visit_is_over_after_half_an_hour_without_a_page(visit):
    for ago, is_in in ((IDLE - 5, True), (IDLE + 5, False)):
        session = visit.session
        session[VISIT] = {**session[VISIT], "seen": session[VISIT]["seen"] - ago}
        session.save()
        assert (visit.get(MY).status_code == 200) == is_in


def test_every_page_lets_the_visit_go_on(visit):
    session = visit.session
    session[VISIT] = {**session[VISIT], "seen": session[VISIT]["seen"] - 300}
    session.save()
    visit.get(MY)
    assert visit.session[VISIT]["seen"] > session[VISIT]["seen"]


def test_a_new_code_a_merge_and_an_erasure_end_the_visit(visit, person):
    give_code(person, by=UserFactory())
    assert visit.get(MY)["Location"].startswith(DOOR)
    choose_pin(person.card_code, give_code(person, by=UserFactory()), PIN)
    come_in(visit, person)
    Person.everybody.filter(pk=person.pk).update(merged_into=PersonFactory())
    assert visit.get(MY)["Location"].startswith(DOOR)


def test_where_somebody_has_signed_in_the_login_alone_counts(visit, participant_user):
    visit.force_login(participant_user)
    assert participant_user.training_person.card_code in text(visit.get(MY))
    assert "Not me" not in text(visit.get(MY))
    visit.logout()
    assert visit.get(MY)["Location"].startswith(DOOR)


def test_the_address_of_a_card_leads_to_the_door_without_its_code(client, person):
    answer = client.get(reverse("courses:card_code", args=[person.card_code]))
    assert answer["Location"] == DOOR and "no-store" in answer["Cache-Control"]
    assert f'value="{person.card_code}"' in text(client.get(DOOR))
    first = client.get(reverse("courses:card_code", args=["KH-2222-22"]), {"first": "1"})
    assert first["Location"] == FIRST
    assert 'value="KH-2222-22"' in text(client.get(FIRST))


def test_a_page_by_card_code_alone_shows_nothing_of_a_person(client, person):
    EnrollmentFactory(person=person, run__course__title_en="Union leaders only")
    client.get(reverse("courses:card_code", args=[person.card_code]))
    page = text(client.get(DOOR))
    assert person.name_km not in page and "Union leaders only" not in page


def test_she_chooses_a_pin_with_the_code_and_is_in(client):
    person = PersonFactory()
    code = give_code(person, by=UserFactory())
    told = {"card": person.card_code, "code": f"{code[:3]} {code[3:]}", "pin": "74 10"}
    assert "are not the same" in text(client.post(FIRST, {**told, "again": "7411"}))
    assert "too easy" in text(client.post(FIRST, {**told, "pin": "1111", "again": "1111"}))
    assert client.post(FIRST, {**told, "again": "74 10"})["Location"] == MY
    assert "Your PIN is kept" in text(client.get(MY))


def test_on_the_phone_of_a_trainer_she_chooses_and_the_trainer_stays(client, trainer_user):
    person = PersonFactory()
    client.force_login(trainer_user)
    told = {"card": person.card_code, "pin": "7410", "again": "7410"}
    code = give_code(person, by=trainer_user)
    assert client.post(FIRST, {**told, "code": code})["Location"] == FIRST
    assert trainer_user.training_person.card_code in text(client.get(MY))


def test_one_address_is_stopped_whatever_it_asks(client, person, monkeypatch):
    monkeypatch.setattr(views, "ADDRESS_TRIES", 2)
    for _each in range(2):
        client.post(DOOR, {"card": "KH-2222-22", "pin": "0007"})
    assert "Wait ten minutes" in text(come_in(client, person))
    assert PinGuess.objects.filter(is_right=False).count() == 0


def test_many_addresses_get_no_more_looks_at_a_person(person):
    Pin.objects.update(wrong_in_a_row=0)
    PinGuess.objects.all().delete()
    for n in range(30):
        Client(REMOTE_ADDR=f"10.0.0.{n}").post(DOOR, {"card": person.card_code, "pin": f"{n:04}"})
    assert PinGuess.objects.count() == 7


@pytest.fixture
def login(client):
    user = UserFactory()
    client.force_login(user)
    return user


CLAIM = reverse("courses:claim_card")


def test_a_login_without_a_person_is_led_to_the_card(client, login):
    assert client.get(DOOR)["Location"] == CLAIM
    assert CLAIM in text(client.get(MY))


def test_who_has_card_and_pin_joins_her_login(client, login, person):
    answer = client.post(CLAIM, {"card": person.card_code, "pin": PIN})
    assert answer["Location"] == MY
    assert person.card_code in text(client.get(MY))
    assert client.get(CLAIM)["Location"] == client.get(DOOR)["Location"] == MY


def test_a_card_of_somebody_with_a_login_is_not_joined(client, login, person):
    person.user = UserFactory()
    person.save()
    assert "signs in as this person already" in text(
        client.post(CLAIM, {"card": person.card_code, "pin": PIN})
    )


def test_only_who_has_signed_in_joins(client):
    assert "/accounts/login/" in client.get(CLAIM)["Location"]


SEND = reverse("courses:send_code")


def test_a_code_by_message_is_promised_alike_to_everybody(client, person, settings):
    def said(card):
        answer = client.post(SEND, {"card": card})
        return answer["Location"], text(client.get(FIRST)).count("a code is on its way")

    assert said(person.card_code) == said("KH-2222-22") == (FIRST, 1)
    assert SEND in text(client.get(DOOR))


def test_no_message_is_offered_where_none_can_leave(client, settings):
    settings.COURSES_MESSAGES_BY_EMAIL, settings.COURSES_SMS_GATEWAY = False, None
    assert SEND not in text(client.get(DOOR))
    assert client.get(SEND).status_code == client.post(SEND).status_code == 404
