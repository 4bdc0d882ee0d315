"""The pattern of a run and the times of its sessions."""

from datetime import date, datetime

import pytest

from courses.forms.planning import PlanRunForm, SlotForm
from courses.rules.schedule import Slot
from tests.factories import CourseFactory, OrganizationFactory, PersonFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers():
    return {
        "course": CourseFactory().pk,
        "host": OrganizationFactory(province_id="08").pk,
        "trainers": [PersonFactory().pk],
        "delivery_language": "km",
        "capacity": "25",
        "enrollment_policy": "open",
        "first_day": "2026-12-01",
        "days": "2",
        "half_days": "morning",
        "every": "14",
    }


def test_a_pattern_makes_its_sessions(answers, staff_user):
    form = PlanRunForm(answers, user=staff_user)
    assert form.is_valid(), form.errors
    assert form.slots() == (
        Slot(datetime(2026, 12, 1, 8), datetime(2026, 12, 1, 11)),
        Slot(datetime(2026, 12, 15, 8), datetime(2026, 12, 15, 11)),
    )


def test_own_times(answers, staff_user):
    answers |= {"half_days": "own", "own_starts": "14:00", "own_ends": "16:00", "days": "1"}
    form = PlanRunForm(answers, user=staff_user)
    assert form.is_valid(), form.errors
    assert form.slots() == (Slot(datetime(2026, 12, 1, 14), datetime(2026, 12, 1, 16)),)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"half_days": "own"}, "own_starts", "Say from when until when."),
        (
            {"half_days": "own", "own_starts": "10:00", "own_ends": "09:00"},
            "own_ends",
            "The end must come after the start.",
        ),
        ({"first_day": "soon"}, "first_day", "Enter a valid date."),
    ],
)
def test_a_wrong_pattern_says_what_to_do(answers, changes, field, sentence, staff_user):
    form = PlanRunForm(answers | changes, user=staff_user)
    assert form.errors == {field: [sentence]}


def test_the_province_follows_the_host_or_the_place(answers, staff_user):
    venue = VenueFactory(province_id="12")
    by_host, by_place = (
        PlanRunForm(answers, user=staff_user),
        PlanRunForm(answers | {"venue": venue.pk}, user=staff_user),
    )
    assert by_host.is_valid()
    assert by_place.is_valid()
    assert by_host.details().province.pk == "08"
    assert (by_place.details().province.pk, by_place.details().venue) == ("12", venue)


def test_a_province_is_asked_for_where_nobody_knows_it(answers, staff_user):
    answers["host"] = OrganizationFactory(province_id=None).pk
    assert PlanRunForm(answers, user=staff_user).errors == {
        "province": ["Choose the province where the sessions are held."]
    }


def test_an_archived_course_is_not_offered(answers, staff_user):
    answers["course"] = CourseFactory(is_archived=True).pk
    assert list(PlanRunForm(answers, user=staff_user).errors) == ["course"]


@pytest.mark.parametrize(
    ("starts", "ends", "sentence"),
    [
        ("11:00", "11:00", "The end must come after the start."),
        ("06:00", "19:00", "A session can last 12 hours at most."),
    ],
)
def test_a_wrong_session_says_what_to_do(starts, ends, sentence):
    form = SlotForm({"day": "2026-12-01", "starts": starts, "ends": ends})
    assert form.errors == {"ends": [sentence]}


def test_a_session_keeps_its_answers():
    slot = Slot(datetime(2026, 12, 1, 8), datetime(2026, 12, 1, 11), pause=15, title="Hazards")
    answers = SlotForm.answers_of(slot)
    assert answers["day"] == date(2026, 12, 1)
    form = SlotForm({name: f"{value or ''}" for name, value in answers.items()})
    assert form.is_valid()
    assert form.slot() == slot
