"""Where people land after signing in."""

import pytest


@pytest.mark.parametrize(
    ("who", "place"),
    [
        ("staff_user", "/admin/"),
        ("trainer_user", "/en/training/desk/"),
        ("participant_user", "/en/training/my/"),
    ],
)
def test_everybody_lands_where_the_work_is(client, request, who, place):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/en/start/").headers["Location"] == place


@pytest.mark.django_db
def test_strangers_sign_in_first(client):
    answer = client.get("/en/start/")
    assert answer.headers["Location"] == "/en/accounts/login/?next=/en/start/"
