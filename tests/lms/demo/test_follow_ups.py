"""Of the demo's people some have answered months later, and some are still to ask."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.models import Completion, FollowUp
from courses.queries.follow_ups import by_token, fingerprint, to_ask, token_of
from lms.demo.follow_ups import write_follow_ups
from tests.courses.actions.test_follow_ups import completed
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_some_answered_some_are_to_ask_and_who_said_no_is_left_alone():
    for days_ago in (90, 150, 250):
        for _ in range(8):
            completed(days_ago)
    said_no = completed(150, agrees=False)
    write_follow_ups(timezone.localdate(), by=UserFactory())
    answered = FollowUp.objects.exclude(answered_on=None)
    assert 5 < answered.count() < 20
    assert not FollowUp.objects.filter(enrollment=said_no).exists()
    waiting = to_ask(Completion.objects.all(), timezone.localdate())
    assert waiting.exclude(pk=said_no.pk).exists()
    found = FollowUp.objects.first()
    assert by_token(fingerprint(token_of(found.uuid))) == found
    for each in answered.select_related("enrollment__completion"):
        assert each.answered_on <= timezone.localdate()
        assert each.answered_on >= each.enrollment.completion.met_on + timedelta(80)
