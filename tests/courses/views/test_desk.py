"""The desk: what matters now, this week, what waits, and the lists of runs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.choices import EnrollmentStatus
from courses.models import RunTrainer, Session
from courses.rules.calendar_words import digits
from courses.views.desk import greeting
from tests.courses.views.conftest import address
from tests.factories import (
    CourseFactory,
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("hour", "words"),
    [(7, "Good morning, Sophea"), (13, "Good afternoon, Sophea"), (18, "Good evening, Sophea")],
)
def test_the_desk_greets_by_the_hour(hour, words):
    assert greeting(UserFactory.build(first_name="Sophea"), hour) == words


def test_the_desk_greets_by_the_chosen_name_and_never_guesses_one():
    person = PersonFactory(user=UserFactory(first_name="Sophea"), known_as="Phea")
    assert greeting(person.user, 7) == "Good morning, Phea"
    assert greeting(UserFactory.build(first_name=""), 7) == "Good morning"


def test_an_empty_desk_says_how_to_start(trainer):
    page = trainer.get(address("desk")).content.decode()
    assert "No session today." in page
    assert "No run is planned yet." in page
    assert "Nothing waits." in page
    assert address("plan_run") in page


def test_the_session_of_today_comes_first(trainer, run):
    hour = timezone.localtime().hour
    session = SessionFactory(run=run, hour=hour)
    EnrollmentFactory(run=run)
    response = trainer.get(address("desk"))
    assert response.context["week"].now == session
    assert "1 person on the list" in response.content.decode()
    assert address("register", session) in response.content.decode()


def test_open_registers_and_requests_wait(trainer, run):
    run.starts_on = timezone.localdate() - timedelta(days=3)
    run.save()
    session = SessionFactory(run=run)
    EnrollmentFactory.create_batch(2, run=run)
    EnrollmentFactory(run=run, status=EnrollmentStatus.REQUESTED)
    page = trainer.get(address("desk")).content.decode()
    assert "Close 1 register" in page
    assert "2 marks are missing." in page
    assert address("register", session) in page
    assert "Answer 1 request" in page


def test_two_open_registers_of_a_run_lead_to_the_run(trainer, run):
    run.starts_on = timezone.localdate() - timedelta(days=3)
    run.save()
    SessionFactory(run=run)
    SessionFactory(run=run, hour=13)
    page = trainer.get(address("desk")).content.decode()
    assert "Close 2 registers" in page
    assert f"{address('run', run)}#sessions" in page


def busy_runs(trainer_user, number):
    for _ in range(number):
        run = CourseRunFactory(starts_on=timezone.localdate() + timedelta(days=1))
        RunTrainer.objects.create(run=run, person=trainer_user.training_person)
        SessionFactory(run=run)
        EnrollmentFactory(run=run)
        EnrollmentFactory(run=run, status=EnrollmentStatus.REQUESTED)
        old = CourseRunFactory(starts_on=timezone.localdate() - timedelta(days=2))
        RunTrainer.objects.create(run=old, person=trainer_user.training_person)
        SessionFactory(run=old)


@pytest.mark.parametrize("number", [1, 30])
def test_the_desk_costs_the_same_for_one_run_and_for_thirty(
    trainer, trainer_user, number, django_assert_num_queries
):
    busy_runs(trainer_user, number)
    with django_assert_num_queries(15):
        trainer.get(address("desk"))


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_of_runs_costs_the_same_for_one_and_for_thirty(
    trainer, trainer_user, number, django_assert_num_queries
):
    busy_runs(trainer_user, number)
    with django_assert_num_queries(7):
        trainer.get(address("runs"))


def test_runs_to_come_and_past_runs_part_at_today(trainer, trainer_user):
    busy_runs(trainer_user, 1)
    coming = trainer.get(address("runs")).context["page"].object_list
    past = trainer.get(address("runs"), {"when": "past"}).context["page"].object_list
    assert [run.starts_on > timezone.localdate() for run in coming] == [True]
    assert [run.starts_on < timezone.localdate() for run in past] == [True]


def test_a_run_is_found_by_its_code(trainer, trainer_user, run):
    busy_runs(trainer_user, 2)
    found = trainer.get(address("runs"), {"q": run.code.lower()})
    assert list(found.context["page"].object_list) == [run]
    nothing = trainer.get(address("runs"), {"q": "zzz"})
    assert "No run has these words." in nothing.content.decode()


def test_no_past_run_yet(trainer):
    page = trainer.get(address("runs"), {"when": "past"}).content.decode()
    assert "Runs that are over will stand here." in page


def test_a_waiting_list_and_a_cancelled_run_are_told(client, staff_user):
    run = CourseRunFactory(course=CourseFactory(code="HEAT"))
    EnrollmentFactory(run=run, status=EnrollmentStatus.WAITLISTED)
    CourseRunFactory(status="cancelled", starts_on=None, ends_on=None)
    client.force_login(staff_user)
    assert "1 on the waiting list" in client.get(address("runs")).content.decode()
    past = client.get(address("runs"), {"when": "past"}).content.decode()
    assert "Cancelled" in past
    assert "No day" in past


def test_a_session_with_more_people_than_seats_is_marked(trainer, run):
    run.starts_on = run.ends_on = timezone.localdate() + timedelta(days=1)
    run.capacity = 1
    run.save()
    SessionFactory(run=run)
    EnrollmentFactory.create_batch(2, run=run)
    assert "Only 1 seats" in trainer.get(address("desk")).content.decode()


def test_dates_follow_the_language(trainer):
    page = trainer.get(address("desk").replace("/en/", "/km/")).content.decode()
    assert digits(timezone.localdate().year, "km") in page


def gone_by(trainer_user):
    """A run that was held lately and where somebody on the list has not come."""
    run = CourseRunFactory(starts_on=timezone.localdate() - timedelta(days=3))
    RunTrainer.objects.create(run=run, person=trainer_user.training_person)
    SessionFactory(run=run, status="held")
    EnrollmentFactory(run=run, person=PersonFactory(birth_year=1994))
    return run


def by_the_door(run, **person):
    return EnrollmentFactory(run=run, source="walk_in", person=PersonFactory(**person))


def test_walk_ins_of_the_last_days_wait_to_be_matched(
    trainer, trainer_user, django_assert_num_queries
):
    run = gone_by(trainer_user)
    by_the_door(run, name_km="ម៉ៅ ចន្ថា", family_name_latin="Mao", given_name_latin="Chantha")
    assert "Match" not in trainer.get(address("desk")).content.decode()

    by_the_door(run, birth_year=1994)
    with django_assert_num_queries(25):
        page = trainer.get(address("desk")).content.decode()
    assert "Match 1 walk-in" in page
    assert address("walk_ins", run) in page

    by_the_door(gone_by(trainer_user), birth_year=1994)
    with django_assert_num_queries(25):
        assert trainer.get(address("desk")).content.decode().count("Match 1 walk-in") == 2

    Session.objects.update(starts_at=timezone.now() - timedelta(days=9))
    assert "Match" not in trainer.get(address("desk")).content.decode()
