"""Help for somebody who lost her device: who may give it, what goes, and what is kept of it."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import ModelLogEntry

from courses.exceptions import Refused
from lms.actions.second_steps import remove_second_steps
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
WHY = "She lost her phone; I met her."


@pytest.fixture
def sophea():
    user = UserFactory(username="sophea")
    for kind in ("webauthn", "recovery_codes"):
        Authenticator.objects.create(user=user, type=kind, data={"name": "Mine"})
    return user


def refusal(*args, **by):
    with pytest.raises(Refused) as no:
        remove_second_steps(*args, **by)
    return no.value.code


def test_everything_goes_she_is_signed_out_everywhere_and_it_is_kept_why(sophea, admin_user):
    hers, other = Client(), Client()
    hers.force_login(sophea)
    other.force_login(admin_user)
    assert remove_second_steps(sophea, f" {WHY} ", by=admin_user) == 2
    assert not Authenticator.objects.exists()
    assert hers.get("/en/start/").url.startswith("/en/accounts/login/")
    assert other.get("/en/start/").url == "/admin/"
    entry = ModelLogEntry.objects.get(action="lms.second_steps_removed")
    assert (entry.user, entry.object_id, entry.data) == (
        admin_user,
        str(sophea.pk),
        {"reason": WHY, "kinds": ["recovery_codes", "webauthn"]},
    )
    assert refusal(sophea, WHY, by=admin_user) == "nothing_there"


def test_who_may_help_whom(sophea, admin_user, staff_user):
    helper = UserFactory()
    helper.user_permissions.add(Permission.objects.get(codename="change_user"))
    assert refusal(sophea, WHY, by=staff_user) == "not_allowed"
    assert refusal(sophea, WHY, by=sophea) == "not_allowed"
    assert refusal(admin_user, WHY, by=helper) == "not_allowed"
    assert refusal(sophea, "  ", by=helper) == "no_reason"
    assert remove_second_steps(sophea, WHY, by=helper) == 2


def test_the_command_line_helps_the_last_administrator(sophea):
    said = StringIO()
    call_command("remove_second_steps", "sophea", reason=WHY, stdout=said)
    assert said.getvalue() == "Removed: 2. sophea signs in with the password alone.\n"
    with pytest.raises(CommandError, match="no second step"):
        call_command("remove_second_steps", "sophea", reason=WHY)
    with pytest.raises(CommandError, match="no login nobody"):
        call_command("remove_second_steps", "nobody", reason=WHY)
