"""Accounts: handed out by staff, opened by name or e-mail, closed to the public."""

import pytest

from tests.factories import UserFactory

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
