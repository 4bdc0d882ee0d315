"""Planning in two steps: by own days, by a pattern, as an earlier run, and one more session."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.models import Course, CourseRun, PatternSlot, PublicHoliday, Venue
from courses.rules.schedule import MORNING
from tests.courses.views.conftest import address, errors
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def answers(trainer_user):
    """The first step as a trainer fills it: two days, morning and afternoon."""
    return {
        "course": CourseFactory(code="OSHC").pk,
        "host": OrganizationFactory(name_en="Palm Shade Footwear", province_id="08").pk,
        "trainers": [trainer_user.training_person.pk],
        "delivery_language": "km",
        "capacity": "25",
        "enrollment_policy": "open",
        "is_listed": "on",
        "first_day": "2026-12-01",
        "days": "2",
        "half_days": "both",
        "every": "1",
        "step": "show",
    }


def second_step(shown, answers, **changes):
    """The form as the browser sends it from the second step."""
    slots = shown.context["slots"]
    data = {**answers, "step": "plan", "pattern": shown.context["form"].follows}
    data |= {"slots-TOTAL_FORMS": slots.total_form_count(), "slots-INITIAL_FORMS": 4}
    for form in slots.initial_forms:
        data |= {f"{form.prefix}-{name}": f"{value or ''}" for name, value in form.initial.items()}
    return data | changes


def test_the_trainer_is_proposed_and_the_course_of_the_address(trainer, trainer_user):
    course = CourseFactory(code="HEAT")
    form = trainer.get(address("plan_run"), {"course": "HEAT"}).context["form"]
    assert form.initial == {"trainers": [trainer_user.training_person], "course": course}


def test_the_sessions_are_shown_before_anything_is_saved(trainer, answers):
    response = trainer.post(address("plan_run"), answers)
    assert [form.initial["day"] for form in response.context["slots"].initial_forms] == [
        date(2026, 12, 1),
        date(2026, 12, 1),
        date(2026, 12, 2),
        date(2026, 12, 2),
    ]
    assert "4 sessions" in response.content.decode()
    assert not CourseRun.objects.exists()


def test_a_run_is_planned_with_the_sessions_that_were_kept(trainer, trainer_user, answers):
    shown = trainer.post(address("plan_run"), answers)
    changes = {"slots-1-starts": "14:00", "slots-1-ends": "15:30", "slots-3-DELETE": "on"}
    changes |= {"slots-4-day": "2026-12-05", "slots-4-starts": "08:00", "slots-4-ends": "09:00"}
    response = trainer.post(
        address("plan_run"), second_step(shown, answers, **changes), follow=True
    )
    run = CourseRun.objects.get()
    assert response.redirect_chain[-1][0] == address("run", run)
    assert (run.province_id, run.owner, run.capacity) == ("08", trainer_user, 25)
    assert list(run.trainers.all()) == [trainer_user.training_person]
    assert [(s.day.day, s.planned_minutes) for s in run.sessions.all()] == [
        (1, 180),
        (1, 90),
        (2, 180),
        (5, 60),
    ]


def test_overlapping_sessions_are_refused_and_everything_is_kept(trainer, answers):
    shown = trainer.post(address("plan_run"), answers)
    changed = second_step(shown, answers, **{"slots-1-starts": "09:00"})
    response = trainer.post(address("plan_run"), changed)
    assert "Two sessions overlap." in errors(response)
    assert response.context["slots"].forms[1]["starts"].value() == "09:00"
    assert not CourseRun.objects.exists()


def test_a_wrong_time_stays_beside_its_session(trainer, answers):
    shown = trainer.post(address("plan_run"), answers)
    changed = second_step(shown, answers, **{"slots-1-ends": "07:00"})
    response = trainer.post(address("plan_run"), changed)
    assert "The end must come after the start." in response.content.decode()
    assert not CourseRun.objects.exists()


def test_a_new_pattern_shows_its_sessions_before_planning(trainer, answers):
    shown = trainer.post(address("plan_run"), answers)
    response = trainer.post(address("plan_run"), second_step(shown, answers, days="3"))
    assert response.context["slots"].initial_form_count() == 6
    assert not CourseRun.objects.exists()


def test_finding_a_host_shows_what_is_found_and_keeps_the_rest(trainer, answers):
    del answers["host"]
    response = trainer.post(
        address("plan_run"), {**answers, "host_q": "palm", "host_find": "1", "course": ""}
    )
    form = response.context["form"]
    assert [option.name for option in form["host"].options] == ["Palm Shade Footwear"]
    assert form["days"].value() == "2"
    assert not form.errors


def test_wrong_answers_of_the_first_step_are_told(trainer, answers):
    answers |= {"course": "", "days": "0"}
    response = trainer.post(address("plan_run"), answers)
    assert set(response.context["form"].errors) == {"course", "days"}
    assert "Please look at 2 answers" in response.content.decode()


def test_a_new_place_is_named_with_the_run(trainer, answers):
    answers |= {"venue_q": "Union hall, Takeo", "province": "21"}
    shown = trainer.post(address("plan_run"), answers)
    assert "Union hall, Takeo (a new place)" in shown.content.decode()
    assert not Venue.objects.exists()
    trainer.post(address("plan_run"), second_step(shown, answers))
    venue = CourseRun.objects.get().venue
    assert (venue.name_en, venue.province_id) == ("Union hall, Takeo", "21")


@pytest.fixture
def pattern(answers):
    """Two mornings, the second one two weeks later, of the course in the answers."""
    course = Course.objects.get(pk=answers["course"])
    made = course.patterns.create(name_en="Two mornings", is_default=True)
    for days_after, title in ((0, "Hazards"), (14, "Action plan")):
        PatternSlot.objects.create(
            pattern=made,
            days_after=days_after,
            starts=MORNING[0],
            ends=MORNING[1],
            break_minutes=15,
            title_en=title,
            title_km="គ្រោះថ្នាក់",
        )
    return made


def first_slots(shown):
    return [form.initial for form in shown.context["slots"].initial_forms]


def plan(shown, answers, **changes):
    data = second_step(shown, answers, **changes)
    return data | {"slots-INITIAL_FORMS": shown.context["slots"].initial_form_count()}


def test_the_usual_pattern_of_the_course_is_followed_without_asking(trainer, answers, pattern):
    shown = trainer.post(address("plan_run"), answers | {"delivery_language": "en"})

    assert [(slot["day"], slot["title"], slot["pause"]) for slot in first_slots(shown)] == [
        (date(2026, 12, 1), "Hazards", 15),
        (date(2026, 12, 15), "Action plan", 15),
    ]
    trainer.post(address("plan_run"), plan(shown, answers, delivery_language="en"))
    run = CourseRun.objects.get()
    assert run.pattern == pattern
    assert [session.planned_minutes for session in run.sessions.all()] == [165, 165]


def test_where_the_pattern_counts_heads_the_run_does(trainer, answers, pattern):
    pattern.slots.filter(days_after=14).update(recording="headcount")

    shown = trainer.post(address("plan_run"), answers)

    assert [slot["heads"] for slot in first_slots(shown)] == [False, True]
    trainer.post(address("plan_run"), plan(shown, answers) | {"slots-1-heads": "on"})
    run = CourseRun.objects.get()
    assert [session.counts_heads for session in run.sessions.all()] == [False, True]


def test_titles_are_in_the_language_that_is_spoken(trainer, answers, pattern):
    shown = trainer.post(address("plan_run"), answers)

    assert {slot["title"] for slot in first_slots(shown)} == {"គ្រោះថ្នាក់"}


def test_own_days_are_taken_instead_of_the_pattern(trainer, answers, pattern):
    shown = trainer.post(address("plan_run"), answers | {"delivery": "own"})

    assert len(first_slots(shown)) == 4


def test_a_pattern_of_another_course_is_refused(trainer, answers, pattern):
    answers |= {"course": CourseFactory(code="ESS").pk, "delivery": pattern.pk}

    assert "This belongs to another course." in errors(trainer.post(address("plan_run"), answers))


def test_sessions_step_over_a_holiday(trainer, answers):
    PublicHoliday.objects.create(
        name_en="Day off", starts_on=date(2026, 12, 2), ends_on=date(2026, 12, 2)
    )
    shown = trainer.post(address("plan_run"), answers)

    assert {slot["day"].day for slot in first_slots(shown)} == {1, 3}


def test_what_is_in_the_way_is_told_before_and_needs_a_reason(trainer, trainer_user, answers):
    taken = CourseRunFactory(starts_on=date(2026, 12, 1), code="HEAT-2026-004")
    taken.run_trainers.create(person=trainer_user.training_person, is_lead=True)
    SessionFactory(run=taken, hour=9)

    shown = trainer.post(address("plan_run"), answers)
    assert "trains on Safety committee (HEAT-2026-004)." in shown.context["conflicts"][0]

    refused = trainer.post(address("plan_run"), second_step(shown, answers))
    assert "say in a few words why the run is planned all the same" in errors(refused)
    assert CourseRun.objects.count() == 1

    trainer.post(address("plan_run"), second_step(shown, answers, despite="I hand over at nine"))
    run = CourseRun.objects.exclude(pk=taken.pk).get()
    told = ModelLogEntry.objects.get(object_id=str(run.pk), action="courses.run_planned")
    assert told.data["despite"] == "I hand over at nine"


def test_of_a_run_that_the_trainer_may_not_see_only_the_time_is_told(trainer, answers):
    venue = VenueFactory(name_en="Union hall")
    SessionFactory(run=CourseRunFactory(starts_on=date(2026, 12, 1), venue=venue, code="SECRET"))

    shown = trainer.post(address("plan_run"), answers | {"venue": venue.pk})

    (told,) = shown.context["conflicts"]
    assert told == "Tuesday 1 December, 08:00–11:00: Union hall is used by somebody else."


def test_a_run_is_planned_again_with_its_days_titles_and_breaks(trainer, run, answers):
    SessionFactory(run=run, title="Hazards", planned_minutes=170)
    SessionFactory(run=run, day_offset=7, hour=13, title="Plan")
    SessionFactory(run=run, day_offset=8, status="cancelled")
    form = trainer.get(address("copy_run", run)).context["form"]
    assert form.initial["course"] == run.course
    assert form.initial["first_day"] > timezone.localdate()
    assert form.initial["first_day"].weekday() == run.starts_on.weekday()

    first_day = form.initial["first_day"]
    again = answers | {"course": run.course_id, "delivery": "copy", "first_day": first_day}
    shown = trainer.post(address("copy_run", run), again)
    assert [(slot["day"], slot["title"], slot["pause"]) for slot in first_slots(shown)] == [
        (first_day, "Hazards", 10),
        (first_day + timedelta(days=7), "Plan", None),
    ]
    trainer.post(address("copy_run", run), plan(shown, again))
    assert run.copies.get().sessions.count() == 2


def test_the_run_of_somebody_else_cannot_be_copied(trainer):
    assert trainer.get(address("copy_run", CourseRunFactory())).status_code == 404


def test_a_session_is_added_or_says_who_is_elsewhere(trainer, run):
    person = EnrollmentFactory(run=run).person
    other = CourseRunFactory(starts_on=date(2026, 12, 1))
    EnrollmentFactory(run=other, person=person)
    SessionFactory(run=other)
    asked = {"day": "2026-12-01", "starts": "08:00", "ends": "11:00", "title": "Practice"}

    refused = trainer.post(address("add_session", run), asked)
    assert "takes part in another training." in refused.context["conflicts"][0]
    assert not run.sessions.exists()

    trainer.post(address("add_session", run), asked | {"despite": "They come from there"})
    assert run.sessions.get().title == "Practice"
