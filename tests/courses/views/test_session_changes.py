"""Changing, postponing and cancelling a session on the screen, and who came all the same."""

from datetime import timedelta

import pytest

from courses.choices import SessionStatus
from courses.models import RunTrainer
from tests.courses.views.conftest import address, errors, said
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db


def answers(session, days=7, **more):
    day = session.day + timedelta(days=days)
    return {"day": f"{day}", "starts": "13:30", "ends": "16:30", **more}


def known_trainer(**names):
    """Somebody who trained before."""
    person = PersonFactory(**names)
    RunTrainer.objects.create(run=CourseRunFactory(), person=person, is_lead=True)
    return person


WHY = {"cause": "weather", "reason": "The road is under water"}


def test_a_session_is_cancelled_with_a_cause(trainer, run, session):
    EnrollmentFactory(run=run)
    page = trainer.get(address("cancel_session", session)).content.decode()
    assert "3 hours less will be needed from 1 person." in page
    assert "cause" in errors(trainer.post(address("cancel_session", session), {"reason": "x"}))
    response = trainer.post(address("cancel_session", session), WHY, follow=True)
    session.refresh_from_db()
    assert (session.status, session.status_cause) == (SessionStatus.CANCELLED, "weather")
    assert said(response) == ["The session is cancelled. It no longer counts."]
    assert "Cancelled, Weather or flood: The road is under water" in response.content.decode()


def test_a_session_is_changed_where_nothing_is_in_the_way(trainer, run, session):
    hall = VenueFactory(name_en="Union hall")
    form = trainer.get(address("change_session", session)).context["form"]
    assert form.initial["trainers"] == list(run.trainers.all())
    data = answers(session, venue=hall.pk, trainers=[known_trainer(name_km="ហេង ដារ៉ា").pk])
    response = trainer.post(address("change_session", session), data, follow=True)
    assert said(response) == ["The session is changed."]
    page = response.content.decode()
    assert "Union hall" in page and "ហេង ដារ៉ា" in page


def test_what_is_in_the_way_is_told_and_overridden_with_a_reason(trainer, run, session):
    """The trainer is elsewhere on the new day."""
    elsewhere = CourseRunFactory(starts_on=session.day + timedelta(days=7))
    RunTrainer.objects.create(run=elsewhere, person=run.trainers.get(), is_lead=True)
    SessionFactory(run=elsewhere, hour=13)
    for name, more in (("change_session", {}), ("postpone_session", WHY)):
        response = trainer.post(address(name, session), answers(session, **more))
        assert "Nothing is changed yet." in errors(response)
        assert len(response.context["conflicts"]) == 1
        session.refresh_from_db()
        assert (session.status, session.day) == ("planned", run.starts_on)
    data = answers(session, **WHY, despite="Both halves are short")
    response = trainer.post(address("postpone_session", session), data, follow=True)
    assert said(response) == ["The session is postponed. Its people and trainers go along."]
    assert run.sessions.count() == 2


def test_a_wrong_time_and_a_refusal_keep_what_was_typed(trainer, run, session):
    data = answers(session, ends="12:00")
    response = trainer.post(address("change_session", session), data)
    assert "The end must come after the start." in errors(response)
    SessionFactory(run=run, day_offset=7, hour=14)
    response = trainer.post(address("change_session", session), answers(session))
    assert "Another session of this run is at that time." in errors(response)
    assert response.context["form"]["starts"].value() == "13:30"


def test_a_stand_in_is_found_while_changing(trainer, session):
    known_trainer(family_name_latin="Ith", given_name_latin="Sophal")
    data = answers(session, trainers_q="sophal", trainers_find="1")
    form = trainer.post(address("change_session", session), data).context["form"]
    assert form["trainers"].options[0].detail.startswith("Ith Sophal")
    assert not form.errors


def test_a_stranger_is_not_named_as_a_stand_in(trainer, session):
    data = answers(session, trainers=[PersonFactory().pk])
    response = trainer.post(address("change_session", session), data)
    assert "trainers" in response.context["form"].errors
    assert not session.session_trainers.exists()


def test_who_came_all_the_same_is_shown_on_the_run(trainer, run, session):
    came = EnrollmentFactory(run=run)
    EnrollmentFactory(run=run)
    assert trainer.get(address("came_anyway", session)).url == address("register", session)
    trainer.post(address("cancel_session", session), WHY)
    assert len(trainer.get(address("came_anyway", session)).context["form"]["came"]) == 2
    response = trainer.post(address("came_anyway", session), {"came": [came.pk]}, follow=True)
    assert said(response) == ["It is kept that 1 person came."]
    assert "1 person came all the same" in response.content.decode()
    response = trainer.post(address("came_anyway", session), {"came": ["0"]})
    assert "came" in response.context["form"].errors


@pytest.mark.parametrize("number", [1, 30])
def test_who_came_costs_the_same_with_one_person_and_with_thirty(
    trainer, run, session, number, django_assert_num_queries
):
    EnrollmentFactory.create_batch(number, run=run)
    session.status, session.status_reason = "cancelled", "Flood"
    session.save()
    with django_assert_num_queries(8):
        trainer.get(address("came_anyway", session))
