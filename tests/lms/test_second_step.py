"""Where the site asks for it, nobody works in the office without a second step."""

import pytest
from allauth.mfa.models import Authenticator

SECOND, DESK = "/en/accounts/2fa/", "/en/training/desk/"


@pytest.fixture
def needed(settings):
    settings.OFFICE_NEEDS_SECOND_STEP = True


def test_without_the_setting_nobody_is_asked(client, staff_user):
    client.force_login(staff_user)
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize("who", ["staff_user", "trainer_user"])
def test_whoever_may_enter_the_office_sets_one_up_first(client, needed, request, who):
    user = request.getfixturevalue(who)
    client.force_login(user)
    assert [client.get(place).url for place in ("/admin/", DESK, "/en/start/")] == [SECOND] * 3
    assert client.post(DESK, headers={"accept": "text/html"}).url == SECOND
    assert "This site asks everybody in the office" in client.get(SECOND).content.decode()
    # A phone keeps its marks, as after signing out.
    assert client.post(DESK, headers={"accept": "application/json"}).status_code == 401
    Authenticator.objects.create(user=user, type="recovery_codes", data={})
    assert client.get(DESK).url == SECOND
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Mine"})
    assert client.get(DESK).status_code == 200


def test_one_may_leave_without_a_second_step(client, needed, staff_user):
    client.force_login(staff_user)
    client.post("/en/accounts/logout/")
    assert "_auth_user_id" not in client.session


def test_participants_and_visitors_are_not_asked(client, needed, participant_user):
    assert client.get("/en/check/").status_code == 200
    client.force_login(participant_user)
    assert client.get("/en/training/my/").status_code == 200
