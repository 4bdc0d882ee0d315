"""The report as a paper: in both languages, live and frozen."""

from random import Random

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from courses.actions.snapshots import freeze_report
from courses.rules.reach import Filters
from tests.courses.adapters.paper.reading import letters, text_of
from tests.reference.worlds import PERIODS, RandomWorld

pytestmark = pytest.mark.django_db
START, END = PERIODS[1]


@pytest.fixture
def staff(client, staff_user):
    RandomWorld(Random(3))
    client.force_login(staff_user)
    return client


def paper(client, url, **query):
    answer = client.get(url, {**query, "export": "pdf"})
    assert answer["Content-Type"] == "application/pdf"
    return letters("".join(text_of(answer.content)))


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Who the training reached"), ("km", "អំពីទិន្នន័យ")]
)
def test_the_live_report_is_a_paper(staff, staff_user, language, title):
    UserProfile.objects.update_or_create(user=staff_user, defaults={"preferred_language": language})
    period = {"start": START.isoformat(), "end": END.isoformat()}
    context = staff.get(reverse("courses_reach"), period).context
    told = paper(staff, reverse("courses_reach"), **period)

    assert letters("R1 v1") in told
    if language == "en":
        assert letters(title) in told
        assert letters(f"{context['report'].total.attendances} Attendances") in told


def test_a_frozen_report_prints_its_title_and_fingerprint(staff, staff_user):
    row = freeze_report(Filters(START, END), title="First quarter", comment="", by=staff_user)
    told = paper(staff, reverse("training_snapshots:inspect", args=[row.pk]))

    assert letters("First quarter") in told
    assert letters(row.digest) in told
