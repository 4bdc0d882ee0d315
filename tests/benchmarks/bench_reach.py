"""The reach page over every attendance of the story, from the request to the last byte."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from courses.actions.groups import ensure_groups
from courses.models import Attendance
from tests.benchmarks.measure import Figure, benchmark, best_seconds, rolled_back

YEARS = 4


def signed_in():
    """A browser of programme staff."""
    user = get_user_model().objects.create_user("bench-reach")
    user.groups.add(ensure_groups()[1])
    client = Client()
    client.force_login(user)
    return client


@benchmark("reach_page_s", needs="story")
def reach_page():
    today = timezone.localdate()
    period = {"start": (today - timedelta(days=365 * YEARS)).isoformat(), "end": today.isoformat()}
    with rolled_back():
        client = signed_in()

        def ask():
            answer = client.get(reverse("courses_reach"), period)
            assert b"sala-reach-numbers" in answer.content

        ask()
        seconds = best_seconds(ask, times=7)
        data = f"{Attendance.objects.count():,} marks"
    yield Figure("reach_page_s", seconds, "s", data, bar=0.3)
