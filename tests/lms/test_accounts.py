"""Accounts: handed out by staff, opened by name or e-mail, closed to the public."""

import re

import pytest
from django.contrib.auth.models import Group

from courses.adapters.gateways import GatewayError, Outcome
from courses.adapters.gateways.memory import MemoryGateway
from courses.models import PersonPhone
from tests.factories import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/en/accounts/login/"


@pytest.fixture
def sophea():
    user = UserFactory(username="sophea", email="sophea@example.org")
    user.set_password("a long enough word")
    user.save()
    return user


@pytest.mark.parametrize("login", ["sophea", "sophea@example.org"])
def test_a_trainer_signs_in_by_name_or_e_mail(client, sophea, login):
    answer = client.post(LOGIN, {"login": login, "password": "a long enough word"})
    assert (answer.status_code, answer.headers.get("Location")) == (302, "/en/start/")
    assert client.session["_auth_user_id"] == str(sophea.pk)


def test_a_wrong_password_is_told_without_telling_who_exists(client, sophea):
    def words(login):
        answer = client.post(LOGIN, {"login": login, "password": "wrong"})
        return answer.context["form"].errors

    assert words("sophea") == words("nobody")


def test_the_public_cannot_sign_up(client):
    before = client.get("/en/accounts/signup/")
    client.post("/en/accounts/signup/", {"username": "new", "password1": "a long enough word"})
    assert "account/signup_closed.html" in [template.name for template in before.templates]
    assert "_auth_user_id" not in client.session


ASK, CONFIRM = "/en/accounts/login/code/", "/en/accounts/login/code/confirm/"
NUMBER = "+85512345678"


@pytest.fixture
def by_phone(settings, monkeypatch):
    """A site with an SMS gateway; gives what was sent."""
    settings.ACCOUNT_LOGIN_METHODS = {"username", "email", "phone"}
    settings.COURSES_SMS_GATEWAY = {"BACKEND": "courses.adapters.gateways.memory.MemoryGateway"}
    monkeypatch.setattr(MemoryGateway, "sent", {})
    return MemoryGateway.sent


def with_phone(user, **more):
    person = PersonFactory(user=user)
    PersonPhone.objects.create(person=person, raw="012 345 678", e164=NUMBER, **more)
    return person


def code_in(text):
    return re.search(r"\b\d{6}\b", text)[0]


def test_who_has_an_address_signs_in_with_a_code_by_letter(client, sophea, mailoutbox):
    assert ASK in client.get(LOGIN).content.decode()
    assert client.post(ASK, {"email": sophea.email})["Location"] == CONFIRM
    code = code_in(mailoutbox[0].body)
    assert client.post(CONFIRM, {"code": "000000"}).status_code == 200
    client.post(CONFIRM, {"code": code})
    assert client.session["_auth_user_id"] == str(sophea.pk)


def test_who_has_a_phone_on_record_signs_in_with_a_code_by_sms(client, sophea, by_phone):
    with_phone(sophea)
    assert client.post(ASK, {"phone": "012 345 678"})["Location"] == CONFIRM
    ((number, text),) = by_phone.values()
    assert number == NUMBER
    client.post(CONFIRM, {"code": code_in(text)})
    assert client.session["_auth_user_id"] == str(sophea.pk)


def test_without_a_gateway_no_phone_is_asked_for(client):
    assert 'name="phone"' not in client.get(ASK).content.decode()


@pytest.mark.parametrize("why", ["shared", "two people", "office", "stranger"])
def test_no_code_leaves_for_a_phone_that_is_not_hers_alone(client, sophea, by_phone, why):
    if why != "stranger":
        with_phone(sophea, is_shared=why == "shared")
    if why == "two people":
        PersonPhone.objects.create(person=PersonFactory(), raw="1", e164=NUMBER)
    if why == "office":
        sophea.groups.add(Group.objects.get(name="Programme staff"))
    assert client.post(ASK, {"phone": NUMBER})["Location"] == CONFIRM
    assert by_phone == {}


def test_three_tries_and_three_codes_an_hour(client, sophea, by_phone):
    with_phone(sophea)
    for _each in range(3):
        client.post(ASK, {"phone": NUMBER})
        for _try in range(4):
            client.post(CONFIRM, {"code": "000000"})
    assert client.post(ASK, {"phone": NUMBER}).status_code == 200
    assert len(by_phone) == 3


def test_a_gateway_that_fails_shows_no_error_page(client, sophea, by_phone, monkeypatch, caplog):
    with_phone(sophea)
    monkeypatch.setattr(MemoryGateway, "errors", [GatewayError(Outcome.LATER, "busy")])
    assert client.post(ASK, {"phone": NUMBER})["Location"] == CONFIRM
    assert "did not leave: busy" in caplog.text
