"""Phones hand in what was read: for the person who reads now, and for nobody else."""

import json
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from courses.models import LessonEvent, LessonProgress
from courses.views.lesson_sync import reader_key
from tests import pages
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson():
    return pages.lesson_page(pages.course_page(pages.home_page()), body=[("text", "<p>One</p>")])


def event(lesson, person, **values):
    return {
        "event": str(uuid.uuid4()),
        "lesson": str(lesson.translation_key),
        "reader": reader_key(person),
        "part": "a",
        "number": 1,
        "parts": 1,
        "tapped_at": timezone.now().isoformat(),
    } | values


def hand_in(client, *events, **body):
    return client.post(
        reverse("courses:lesson_events"),
        json.dumps({"sent_at": timezone.now().isoformat(), "events": events} | body),
        content_type="application/json",
    )


def statuses(response):
    return [each["status"] for each in response.json()["results"]]


def test_a_phone_is_told_who_reads_and_nothing_about_her(client, participant_user):
    url = reverse("courses:lesson_events")
    assert client.get(url).json() == {"reader": "", "csrf": ""}
    client.force_login(participant_user)
    answer = client.get(url)
    assert answer.json()["reader"] == reader_key(participant_user.training_person)
    assert answer.json()["csrf"] and "no-store" in answer["Cache-Control"]


def test_what_was_read_is_taken_once(client, participant_user, lesson):
    client.force_login(participant_user)
    read = event(lesson, participant_user.training_person)
    assert [statuses(hand_in(client, read)) for _time in range(2)] == [["created"], ["duplicate"]]
    assert hand_in(client, read).json()["results"][0]["read"] is True
    assert LessonProgress.objects.get().person == participant_user.training_person


def test_what_somebody_else_read_on_the_same_phone_is_not_hers(client, participant_user, lesson):
    client.force_login(participant_user)
    other = event(lesson, PersonFactory())
    mine = event(lesson, participant_user.training_person)
    assert statuses(hand_in(client, other, mine)) == ["other_reader", "created"]
    assert LessonEvent.objects.get().uuid == uuid.UUID(mine["event"])


def test_one_bad_event_does_not_stop_the_others(client, participant_user, lesson):
    client.force_login(participant_user)
    person = participant_user.training_person
    events = [
        "rubbish",
        event(lesson, person, number=9),
        event(lesson, person) | {"lesson": str(uuid.uuid4())},
        event(lesson, person),
    ]
    told = statuses(hand_in(client, *events))
    assert told == ["unreadable", "unreadable", "unknown", "created"]


def test_a_lesson_that_she_may_not_see_is_unknown(client, participant_user, lesson):
    PageViewRestriction.objects.create(
        page=lesson.get_parent(), restriction_type="password", password="closed"
    )
    client.force_login(participant_user)
    read = event(lesson, participant_user.training_person)
    assert statuses(hand_in(client, read)) == ["unknown"]
    assert not LessonProgress.objects.exists()


def test_nobody_hands_in_for_nobody(client, staff_user, lesson):
    assert hand_in(client).status_code == 401
    client.force_login(staff_user)
    assert hand_in(client).status_code == 401


@pytest.mark.parametrize("body", [{"events": "x"}, {"events": [{}] * 201}, {"sent_at": "now"}])
def test_a_body_that_is_no_batch_is_refused(client, participant_user, body):
    client.force_login(participant_user)
    assert hand_in(client, **body).status_code == 400
