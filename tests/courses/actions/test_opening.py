"""A run opens only in a language in which its course can be read."""

from dataclasses import replace
from datetime import datetime

import pytest

from courses.actions.planning import plan_run
from courses.actions.runs import RunDetails, change_run
from courses.exceptions import Refused
from courses.models import CourseRun
from courses.rules.schedule import Slot
from tests.factories import OrganizationFactory, PersonFactory
from tests.pages import course_page, home_page, lesson_page

pytestmark = pytest.mark.django_db
SLOTS = [Slot(datetime(2026, 5, 4, 8), datetime(2026, 5, 4, 11))]


@pytest.fixture
def english():
    page = course_page(home_page())
    lesson_page(page, "One")
    return page


@pytest.fixture
def details(english):
    host = OrganizationFactory()
    return RunDetails(host=host, province=host.province, enrollment_policy="open")


@pytest.fixture
def trainers(english):
    return [PersonFactory()]


def planned(english, details, trainers, user):
    return plan_run(english.course, details, SLOTS, trainers, by=user)


def test_it_cannot_open_in_khmer_without_khmer_texts(english, details, trainers, staff_user):
    with pytest.raises(Refused) as no:
        planned(english, details, trainers, staff_user)

    assert no.value.code == "no_texts"
    assert "no published page in Khmer" in str(no.value)
    assert not CourseRun.objects.exists()
    assert planned(english, replace(details, delivery_language="en"), trainers, staff_user).pk


def test_lessons_that_are_missing_are_counted(english, details, trainers, staff_user):
    course_page(home_page("km"), course=english.course, translation_key=english.translation_key)

    with pytest.raises(Refused, match=r"^1 lesson of the course is not published in Khmer yet"):
        planned(english, details, trainers, staff_user)


def test_it_is_planned_by_invitation_and_opens_later(english, details, trainers, staff_user):
    closed = replace(details, enrollment_policy="invitation")
    run = planned(english, closed, trainers, staff_user)
    assert change_run(run, replace(closed, capacity=9), trainers, by=staff_user).capacity == 9

    with pytest.raises(Refused) as no:
        change_run(run, details, trainers, by=staff_user)
    assert no.value.code == "no_texts"

    change_run(run, replace(details, delivery_language="en"), trainers, by=staff_user)
    run.refresh_from_db()
    assert (run.enrollment_policy, run.delivery_language) == ("open", "en")


def test_a_run_that_is_open_already_may_change(english, details, trainers, staff_user):
    run = planned(english, replace(details, delivery_language="en"), trainers, staff_user)
    english.live = False
    english.save()

    asked = replace(details, delivery_language="en", enrollment_policy="request", capacity=9)
    assert change_run(run, asked, trainers, by=staff_user).capacity == 9
