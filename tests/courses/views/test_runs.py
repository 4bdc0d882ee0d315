"""Planning a run in two steps, looking at it, changing it and calling it off."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail import hooks

from courses.choices import EnrollmentStatus
from courses.models import Completion
from tests.courses.views.conftest import address, errors, said
from tests.factories import (
    AttendanceFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


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
    begun = timezone.now() - timedelta(hours=3)
    first = run.sessions.filter(pk=run.sessions.earliest("starts_at").pk)
    first.update(status="held", starts_at=begun, ends_at=begun + timedelta(hours=2))
    with django_assert_num_queries(20):
        trainer.get(address("run", run))


def test_nobody_is_missing_before_a_register_of_names_was_kept(trainer, run):
    run.starts_on = timezone.localdate() - timedelta(days=2)
    run.save()
    seat = timezone.now() - timedelta(days=9)
    EnrollmentFactory(run=run, confirmed_at=seat, status_since=seat)
    session = SessionFactory(run=run, recording="headcount", status="held")
    assert "never came" not in trainer.get(address("run", run)).content.decode()

    session.recording = "named"
    session.save()
    page = trainer.get(address("run", run)).content.decode()
    assert "1 of 1 who had a seat at the start never came" in page


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
    colleague = PersonFactory(family_name_latin="Ith", given_name_latin="Sophal")
    CourseRunFactory().run_trainers.create(person=colleague)
    stranger = PersonFactory(family_name_latin="Chan", given_name_latin="Sophal")
    response = trainer.post(
        address("change_run", run), changed(run, trainers_q="sophal", trainers_find="1")
    )
    details = [option.detail for option in response.context["form"]["trainers"].options]
    assert details[0].startswith("Keo Sophea")
    assert details[1].startswith("Ith Sophal")
    assert len(details) == 2
    guessed = trainer.post(address("change_run", run), changed(run, trainers=[stranger.pk]))
    assert "This one cannot be chosen any more" in guessed.content.decode()
    assert stranger.card_code not in guessed.content.decode()


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


def test_a_request_says_which_course_is_not_completed(trainer, run):
    first = run.course.prerequisites.create(code="BASIC", title_en="Basic safety")
    done, open_one = (EnrollmentFactory(run=run, status="requested") for _n in range(2))
    place = EnrollmentFactory(run__course=first, person=done.person)
    Completion.objects.create(enrollment=place, is_met=True, met_on=timezone.localdate())

    response = trainer.get(address("run", run))

    missing = {row.pk: list(row.missing) for row in response.context["people"]["requested"]}
    assert missing == {done.pk: [], open_one.pk: [first]}
    assert "Basic safety is not completed" in response.content.decode()
