"""What a page carries so that a phone can work without signal."""

import json
import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def site_of(response):
    """What the scripts read from the page, or None."""
    found = re.search(
        r'<script id="sala-offline" type="application/json">(.*?)</script>',
        response.content.decode(),
    )
    return found and json.loads(found[1])


def test_a_screen_of_a_trainer_knows_its_owner_and_where_to_hand_in(client, trainer_user):
    client.force_login(trainer_user)
    response = client.get(reverse("courses:desk"))
    site, page = site_of(response), response.content.decode()
    assert f'<meta name="sala-owner" content="{site["owner"]}">' in page
    assert 'rel="manifest"' in page
    assert site["sync"] == reverse("courses:offline_sync")
    assert site["worker"] == "/en/training/offline/worker.js"
    assert str(trainer_user.pk) != site["owner"]


def test_somebody_else_makes_the_trainer_leave_and_knows_nothing_more(client, participant_user):
    client.force_login(participant_user)
    response = client.get(reverse("courses:my_training"))
    assert site_of(response).keys() == {"owner", "script", "sync"}
    assert "sala-owner" not in response.content.decode()


def test_owners_are_told_apart(client, trainer_user, staff_user):
    owners = set()
    for user in (trainer_user, staff_user):
        client.force_login(user)
        owners.add(site_of(client.get(reverse("courses:desk")))["owner"])
    assert len(owners) == 2


def test_where_one_signs_in_nobody_is_the_owner(client):
    assert site_of(client.get(reverse("account_login")))["owner"] == ""


def test_a_public_page_carries_nothing(client, trainer_user):
    client.force_login(trainer_user)
    assert site_of(client.get(reverse("courses:offline")))["owner"] == ""
    assert site_of(client.get("/en/")) is None
