"""Planning a run in two steps, looking at it, changing it and calling it off."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail import hooks

from courses.choices import EnrollmentStatus, SessionStatus
from courses.models import Completion, CourseRun, Venue
from tests.courses.views.conftest import address, errors, said
from tests.factories import (
    AttendanceFactory,
    CourseFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
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
    data = {**answers, "step": "plan", "pattern": shown.context["form"].pattern}
    data |= {"slots-TOTAL_FORMS": slots.total_form_count(), "slots-INITIAL_FORMS": 4}
    for form in slots.initial_forms:
        data |= {f"{form.prefix}-{name}": f"{value}" for name, value in form.initial.items()}
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


def people_on(run, number):
    for index in range(number):
        enrollment = EnrollmentFactory(run=run)
        Completion.objects.create(
            enrollment=enrollment,
            planned_minutes=360,
            missing=[{"code": "minutes", "have": 0, "need": 288}],
        )
        EnrollmentFactory(run=run, status=EnrollmentStatus.WAITLISTED)
        EnrollmentFactory(run=run, status=EnrollmentStatus.REQUESTED)
        SessionFactory(run=run, day_offset=index)


@pytest.mark.parametrize("number", [1, 30])
def test_a_run_costs_the_same_with_one_person_and_with_thirty(
    trainer, run, number, django_assert_num_queries
):
    people_on(run, number)
    with django_assert_num_queries(13):
        trainer.get(address("run", run))


def test_a_run_tells_what_everybody_still_misses(trainer, run):
    run.needs_task, run.task_en = True, "A plan of action"
    run.save()
    enrollment = EnrollmentFactory(run=run)
    codes = ("attendance", "minutes", "sessions", "lessons", "quizzes", "task")
    missing = [{"code": code, "have": 1, "need": 120} for code in codes]
    Completion.objects.create(
        enrollment=enrollment, credited_minutes=60, planned_minutes=150, missing=missing
    )
    page = trainer.get(address("run", run)).content.decode()
    for words in (
        "1 hour of 2½ hours.",
        "Has not come yet.",
        "Needs 2 hours.",
        "1 of 120 sessions.",
        "1 of 120 lessons read.",
        "1 of 120 quizzes passed.",
        "The task is open.",
        "The task: A plan of action.",
    ):
        assert words in page


def test_a_run_tells_who_completed_and_who_left(trainer, run):
    done = EnrollmentFactory(run=run)
    Completion.objects.create(enrollment=done, is_met=True, met_on=date(2026, 12, 1))
    EnrollmentFactory(run=run, status=EnrollmentStatus.WITHDRAWN, status_reason="Moved away")
    page = trainer.get(address("run", run)).content.decode()
    assert "Completed on Tuesday 1 December 2026" in page
    assert "Withdrawn: Moved away" in page


def test_a_run_tells_how_far_its_registers_are(trainer, run, session):
    closed = SessionFactory(run=run, hour=13, status="held", closed_at=timezone.now())
    enrollment = EnrollmentFactory(run=run)
    AttendanceFactory(session=session, enrollment=enrollment)
    AttendanceFactory(session=closed, enrollment=enrollment)
    SessionFactory(run=run, day_offset=1, status="cancelled", status_reason="Power cut")
    SessionFactory(run=run, day_offset=2)
    page = trainer.get(address("run", run)).content.decode()
    assert "1 of 1 marked" in page
    assert "Closed, 1 of 1 here" in page
    assert "Cancelled: Power cut" in page
    assert "Nobody is marked yet" in page


def test_other_apps_add_panels_to_a_run(trainer, run):
    def panel(request, run):
        return f"<p>Certificates of {run.code}</p>"

    with hooks.register_temporarily("courses_run_panels", panel):
        page = trainer.get(address("run", run)).context["panels"]
    assert f"<p>Certificates of {run.code}</p>" in page


def changed(run, **changes):
    return {
        "host": run.host_id,
        "venue": run.venue_id,
        "province": run.province_id,
        "trainers": [person.pk for person in run.trainers.all()],
        "delivery_language": "en",
        "capacity": "30",
        "enrollment_policy": "request",
        **changes,
    }


def test_a_run_is_changed(trainer, run):
    assert trainer.get(address("change_run", run)).context["form"]["capacity"].value() == 25
    venue = VenueFactory(name_en="Union hall", province_id="12")
    response = trainer.post(
        address("change_run", run), changed(run, venue=venue.pk, province=""), follow=True
    )
    run.refresh_from_db()
    assert (run.venue, run.province_id, run.capacity) == (venue, "12", 30)
    assert (run.delivery_language, run.enrollment_policy, run.is_listed) == ("en", "request", False)
    assert said(response) == ["The run is changed."]


def test_fewer_seats_than_people_are_refused(trainer, run):
    EnrollmentFactory.create_batch(2, run=run)
    response = trainer.post(address("change_run", run), changed(run, capacity="1"))
    assert "2 people have a seat already." in errors(response)


def test_a_trainer_is_found_while_changing(trainer, run):
    PersonFactory(family_name_latin="Ith", given_name_latin="Sophal")
    response = trainer.post(
        address("change_run", run), changed(run, trainers_q="sophal", trainers_find="1")
    )
    details = [option.detail for option in response.context["form"]["trainers"].options]
    assert details[0].startswith("Keo Sophea")
    assert details[1].startswith("Ith Sophal")


def test_a_run_is_cancelled_with_a_reason_and_the_consequence_in_numbers(trainer, run):
    EnrollmentFactory.create_batch(3, run=run)
    SessionFactory(run=run, day_offset=1)
    assert "3 people are enrolled." in trainer.get(address("cancel_run", run)).content.decode()
    assert "Say in a few words why." in errors(trainer.post(address("cancel_run", run)))
    page = trainer.post(address("cancel_run", run), {"reason": "Flood"}, follow=True)
    run.refresh_from_db()
    assert run.status == "cancelled"
    assert "This run is cancelled." in page.content.decode()


def test_a_session_is_added(trainer, run):
    day = run.starts_on + timedelta(days=2)
    slot = {"day": f"{day}", "starts": "08:00", "ends": "11:00"}
    assert trainer.get(address("add_session", run)).status_code == 200
    response = trainer.post(address("add_session", run), slot)
    session = run.sessions.get()
    assert response.url == f"{address('run', run)}#session-{session.uuid}"
    assert session.day == day


def test_a_session_is_cancelled(trainer, run, session):
    EnrollmentFactory(run=run)
    page = trainer.get(address("cancel_session", session)).content.decode()
    assert "3 hours less will be needed from 1 person." in page
    response = trainer.post(address("cancel_session", session), {"reason": "Strike"}, follow=True)
    session.refresh_from_db()
    assert (session.status, session.status_reason) == (SessionStatus.CANCELLED, "Strike")
    assert said(response) == ["The session is cancelled. It no longer counts."]
