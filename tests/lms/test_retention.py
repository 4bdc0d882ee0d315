"""Old sessions and e-mail confirmations go with everything else that was kept long enough."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from django.contrib.sessions.models import Session
from django.utils import timezone

from courses.actions.retention import count_due, enforce_retention

pytestmark = pytest.mark.django_db


def test_sessions_and_confirmations_that_ended_go_and_others_stay(participant_user):
    now = timezone.now()
    for key, days in (("old", -1), ("new", 1)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=now + timedelta(days=days)
        )
    for number, days in enumerate((4, 1)):
        address = EmailAddress.objects.create(user=participant_user, email=f"{number}@example.org")
        confirmation = EmailConfirmation.create(address)
        confirmation.sent = now - timedelta(days=days)
        confirmation.save()

    def ours(numbers):
        return [numbers[code] for code in ("sessions", "email_confirmations")]

    assert ours(count_due()) == [1, 1]
    assert ours(enforce_retention()) == [1, 1]
    assert Session.objects.get().session_key == "new"
    assert EmailConfirmation.objects.get().email_address.email == "1@example.org"
    assert ours(enforce_retention()) == [0, 0]
