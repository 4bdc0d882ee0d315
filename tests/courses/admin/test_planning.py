"""Patterns, holidays and projects are kept by staff."""

from datetime import time

import pytest
from django.urls import reverse

from courses.models import DeliveryPattern
from tests.courses.admin.world import make_pattern
from tests.factories import CourseFactory

pytestmark = pytest.mark.django_db


def answers(course, **slots):
    return {
        "course": course.pk,
        "name_en": "Two mornings",
        "name_km": "",
        "is_default": "on",
        "slots-TOTAL_FORMS": "2",
        "slots-INITIAL_FORMS": "0",
        "slots-MIN_NUM_FORMS": "1",
        "slots-MAX_NUM_FORMS": "1000",
        **{
            f"slots-{number}-{name}": value
            for number, after in ((0, "0"), (1, "14"))
            for name, value in {
                "days_after": after,
                "starts": "08:00",
                "ends": "11:00",
                "break_minutes": "15",
                "recording": "headcount" if number else "named",
                "title_en": "",
                "title_km": "",
                "ORDER": f"{number + 1}",
                "DELETE": "",
                "id": "",
            }.items()
        },
        **slots,
    }


def test_a_pattern_is_made_of_its_sessions_in_order(staff):
    course = CourseFactory()

    staff.post(reverse("training_patterns:add"), answers(course))

    pattern = DeliveryPattern.objects.get()
    assert [(slot.days_after, slot.starts) for slot in pattern.slots.all()] == [
        (0, time(8)),
        (14, time(8)),
    ]
    assert [slot.counts_heads for slot in pattern.slots.all()] == [False, True]
    assert pattern.minutes == 330


def test_only_one_pattern_of_a_course_is_offered_first(staff):
    pattern = make_pattern(CourseFactory())
    pattern.is_default = True
    pattern.save()

    answer = staff.post(reverse("training_patterns:add"), answers(pattern.course))

    assert "Another pattern of this course is offered first." in answer.content.decode()
    assert DeliveryPattern.objects.count() == 1


def test_a_session_that_ends_before_it_starts_is_told(staff):
    wrong = answers(CourseFactory(), **{"slots-0-ends": "07:00"})

    answer = staff.post(reverse("training_patterns:add"), wrong)

    assert "The end must come after the start." in answer.content.decode()
    assert not DeliveryPattern.objects.exists()


def test_a_list_says_how_many_sessions_and_how_long(staff):
    make_pattern(CourseFactory())

    page = staff.get(reverse("training_patterns:index")).content.decode()

    assert "3 hours" in page
