"""Passkeys: a login makes one, opens with it alone, and what strangers send is refused calmly."""

import json

import pytest
from allauth.mfa.models import Authenticator
from wagtail.models import ModelLogEntry

from lms import passkeys
from lms.passkeys import host_of_passkeys
from tests.factories import UserFactory
from tests.lms.device import Device

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough word"
SIGN_IN, SECOND, OPEN = (
    f"/en/accounts/{place}" for place in ("login/", "2fa/", "2fa/webauthn/login/")
)
ADD, CONFIRM = f"{SECOND}webauthn/add/", "/en/accounts/reauthenticate/"
JSON = {"accept": "application/json"}
REFUSED = "The passkey could not be checked. Try again."


@pytest.fixture
def sophea(client):
    """Signed in, and has just shown her password once more."""
    user = UserFactory(username="sophea")
    user.set_password(PASSWORD)
    user.save()
    client.post(SIGN_IN, {"login": "sophea", "password": PASSWORD})
    client.post(CONFIRM, {"password": PASSWORD})
    return user


def add(client, device, **more):
    question = client.get(ADD).context["js_data"]["creation_options"]
    return client.post(ADD, {"credential": device.make(question), **more})


def ask(client):
    return client.get(OPEN, headers=JSON).json()["request_options"]


def owner(client):
    return client.session.get("_auth_user_id")


def told(answer):
    return [str(message) for message in answer.context["messages"]]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://training.example.org", "training.example.org"),
        ("https://training.example.org:8443/", "training.example.org"),
        ("http://127.0.0.1:8000", "localhost"),
        ("http://localhost:8000", "localhost"),
    ],
)
def test_passkeys_hold_for_the_host_of_the_site(address, host):
    assert host_of_passkeys(address) == host


def test_a_login_adds_a_passkey_opens_with_it_alone_renames_and_removes_it(client, sophea):
    device = Device()
    assert add(client, device, name="Office computer").url.endswith("/recovery-codes/")
    assert "Office computer" in client.get(SECOND).content.decode()

    client.logout()
    assert "data-sala-passkey" in client.get(SIGN_IN).content.decode()
    went = client.post(OPEN, {"credential": device.show(ask(client)), "next": "/en/training/desk/"})
    assert (went.url, owner(client)) == ("/en/training/desk/", str(sophea.pk))

    kept = Authenticator.objects.get(type="webauthn")
    edit, remove = (f"{SECOND}webauthn/keys/{kept.pk}/{verb}/" for verb in ("edit", "remove"))
    assert client.get(edit).url.startswith(CONFIRM)
    client.post(CONFIRM, {"password": PASSWORD})
    assert client.post(edit, {"name": "x" * 61}).context["form"].errors
    client.post(edit, {"name": "My phone"})
    assert "My phone" in client.get(SECOND).content.decode()
    assert client.post(remove, follow=True).redirect_chain[-1][0] == SECOND
    assert not Authenticator.objects.exists()
    assert list(
        ModelLogEntry.objects.filter(action__startswith="lms.")
        .order_by("pk")
        .values_list("action", "data")
    ) == [
        ("lms.second_step_added", {"kind": "webauthn"}),
        ("lms.second_step_removed", {"kind": "webauthn"}),
        ("lms.second_step_removed", {"kind": "recovery_codes"}),
    ]


def test_nobody_touches_the_passkey_of_somebody_else(client, sophea):
    foreign = Authenticator.objects.create(user=UserFactory(), type="webauthn", data={"name": "X"})
    for verb in ("edit", "remove"):
        address = f"{SECOND}webauthn/keys/{foreign.pk}/{verb}/"
        assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]
    assert Authenticator.objects.get() == foreign


def test_a_device_that_does_not_ask_who_holds_it_is_not_enough(client, sophea):
    assert REFUSED in add(client, Device(asks=False)).context["form"].non_field_errors()
    device = Device()
    add(client, device)
    client.logout()
    device.flags = 1
    again = client.post(OPEN, {"credential": device.show(ask(client))}, follow=True)
    assert (told(again), owner(client)) == ([REFUSED], None)


def test_an_answer_is_of_use_once_and_only_from_this_site(client, sophea):
    device = Device()
    add(client, device)
    client.logout()
    answer = device.show(ask(client))
    client.post(OPEN, {"credential": answer})
    client.logout()
    ask(client)
    client.post(OPEN, {"credential": answer})
    assert owner(client) is None
    device.origin = "https://sala.example.com"
    client.post(OPEN, {"credential": device.show(ask(client))})
    assert owner(client) is None


def test_a_closed_login_stays_closed(client, sophea):
    device = Device()
    add(client, device)
    client.logout()
    sophea.is_active = False
    sophea.save()
    client.post(OPEN, {"credential": device.show(ask(client))})
    assert owner(client) is None


def hostile(good):
    """Answers that no device gives."""
    whole = json.loads(good)
    yield from ("", "{", "[]", "5", "null", '"x"', "{}", '{"id": 3}', "[" * 200 + "]" * 200)
    for part in whole["response"]:
        for bad in (None, 7, "AA", whole["response"][part][:-20]):
            yield json.dumps(whole | {"response": whole["response"] | {part: bad}})


def test_whatever_strangers_send_is_refused_with_a_sentence(client, sophea):
    device = Device()
    for bad in hostile(device.make(client.get(ADD).context["js_data"]["creation_options"])):
        seen = client.post(ADD, {"credential": bad})
        assert (seen.status_code, bool(seen.context["form"].errors)) == (200, True), bad
    add(client, device)
    client.logout()
    for bad in hostile(device.show(ask(client))):
        seen = client.post(OPEN, {"credential": bad}, follow=True)
        assert (seen.redirect_chain[-1][0], len(told(seen)), owner(client)) == (SIGN_IN, 1, None)


def test_one_login_keeps_ten_passkeys(client, sophea, monkeypatch):
    monkeypatch.setattr(passkeys, "MOST", 1)
    add(client, Device())
    assert add(client, Device()).context["form"].non_field_errors() == [
        "There are 1 passkeys already. Remove one that you do not use."
    ]


def test_after_the_password_the_passkey_is_asked_for_wherever_one_signs_in(client, sophea):
    device = Device()
    add(client, device)
    client.logout()
    went = client.post(SIGN_IN, {"login": "sophea", "password": PASSWORD})
    assert (went.url, owner(client)) == (f"{SECOND}authenticate/", None)
    question = client.get(went.url).context["js_data"]["request_options"]
    assert client.post(went.url, {"credential": "{}"}).context["webauthn_form"].errors
    question = client.get(went.url).context["js_data"]["request_options"]
    client.post(went.url, {"credential": device.show(question)})
    assert owner(client) == str(sophea.pk)
    client.logout()
    # The form of the office asked for no second step.
    assert client.get("/admin/login/?next=/admin/").url == f"{SIGN_IN}?next=/admin/"
    client.post("/admin/login/", {"username": "sophea", "password": PASSWORD})
    assert owner(client) is None


def test_questions_for_passkeys_have_a_limit(client, settings):
    settings.MFA_RATE_LIMITS = {"webauthn_login": "2/m/ip"}
    seen = [client.get(OPEN, headers=JSON) for _each in range(3)]
    seen.append(client.post(OPEN, {"credential": "{}"}))
    assert [answer.status_code for answer in seen] == [200, 200, 429, 429]
    assert "Wait a minute" in seen[-1].content.decode()
