"""The screen of the office on which somebody's lost second step is removed."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_an_administrator_sees_what_there_is_says_why_and_removes_it(client, admin_user):
    user = UserFactory(username="sophea")
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Old phone"})
    Authenticator.objects.create(user=user, type="recovery_codes", data={})
    client.force_login(admin_user)
    address = reverse("lms_second_steps", args=[user.pk])
    assert address in client.get("/admin/users/").content.decode()
    text = client.get(address).content.decode()
    assert "Passkey: Old phone" in text and "Recovery codes" in text
    assert client.post(address, {"reason": ""}).context["form"].errors
    went = client.post(address, {"reason": "She lost it; I met her."})
    assert (went.url, Authenticator.objects.exists()) == ("/admin/users/", False)
    # A second press finds nothing more to remove.
    again = client.post(address, {"reason": "She lost it; I met her."})
    assert again.context["form"].non_field_errors() == ["This login has no second step."]
    history = client.get(f"/admin/users/history/{user.pk}/").content.decode()
    assert "All second steps removed" in history


@pytest.mark.parametrize("who", ["staff_user", "trainer_user", "participant_user"])
def test_others_are_kept_out(client, request, who):
    user = UserFactory()
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "X"})
    client.force_login(request.getfixturevalue(who))
    address = reverse("lms_second_steps", args=[user.pk])
    for seen in (client.get(address), client.post(address, {"reason": "Because"})):
        assert seen.status_code in {302, 403}
    assert Authenticator.objects.exists()


def test_nobody_removes_her_own_here_and_unknown_logins_are_not_found(client, admin_user):
    client.force_login(admin_user)
    own = client.get(reverse("lms_second_steps", args=[admin_user.pk]))
    assert own.status_code in {302, 403}
    assert client.get(reverse("lms_second_steps", args=[0]), follow=True).status_code == 404
