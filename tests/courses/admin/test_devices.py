"""Phones of trainers in the office: what they hold, and taking a lost one back."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from courses.models import Device
from tests.courses.phones import Phone

pytestmark = pytest.mark.django_db


def test_staff_take_a_lost_phone_back_once(client, staff_user, trainer_user):
    cache.clear()
    Phone(trainer_user).send(unsent=12)
    device = Device.objects.get()
    client.force_login(staff_user)
    page = client.get(reverse("training_phones:index")).content.decode()
    assert "Marks not handed in" in page
    assert trainer_user.training_person.name in page
    url = reverse("training_phones:revoke", args=[device.pk])
    assert "empties itself" in client.get(url).content.decode()
    client.post(url)
    device.refresh_from_db()
    assert (device.is_revoked, device.revoked_by) == (True, staff_user)
    assert client.post(url).status_code == 302
    assert "Taken back" in client.get(reverse("training_phones:index")).content.decode()
