"""Notes of a session, and a run that goes to another trainer."""

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.handing_over import hand_over_run, note_session
from courses.exceptions import Refused
from courses.models import Employment
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    OrganizationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


def refusal(action, *args, **kwargs):
    with pytest.raises(Refused) as no:
        action(*args, **kwargs)
    return no.value.code


def told(row, verb):
    entries = ModelLogEntry.objects.filter(object_id=str(row.pk), action=f"courses.{verb}")
    return [entry.data for entry in entries]


def test_notes_are_kept_line_by_line_and_told_once(trainer_user):
    session = SessionFactory()

    for _time in range(2):
        note_session(session, " The fan is broken.\nBring chalk. ", by=trainer_user)

    session.refresh_from_db()
    assert session.notes == "The fan is broken.\nBring chalk."
    assert len(told(session, "session_noted")) == 1
    assert refusal(note_session, session, "x" * 2001, by=trainer_user) == "too_long"


@pytest.fixture
def run():
    run = CourseRunFactory()
    run.run_trainers.create(person=PersonFactory(), is_lead=True)
    return run


def test_whoever_led_a_run_stays_its_trainer_and_the_note_stays(run, trainer_user):
    former, to = run.run_trainers.get().person, PersonFactory()

    hand_over_run(run, to, " She knows the hall. ", by=trainer_user)

    assert [(each.person, each.is_lead) for each in run.run_trainers.all()] == [
        (to, True),
        (former, False),
    ]
    assert told(run, "run_handed_over") == [
        {"former": former.card_code, "to": to.card_code, "note": "She knows the hall."}
    ]


def test_a_second_trainer_takes_the_lead(run, trainer_user):
    second = PersonFactory()
    run.run_trainers.create(person=second)

    hand_over_run(run, second, "Please", by=trainer_user)

    assert run.run_trainers.count() == 2
    assert run.run_trainers.get(is_lead=True).person == second


def test_who_is_new_on_the_run_trains_for_her_employer(run, trainer_user):
    mill, ministry = OrganizationFactory(), OrganizationFactory(kind="ministry_office")
    new, second = PersonFactory(), PersonFactory()
    for person in (new, second):
        Employment.objects.create(person=person, organization=mill)
    run.run_trainers.create(person=second, organization=ministry)

    hand_over_run(run, new, "Please", by=trainer_user)
    assert run.run_trainers.get(is_lead=True).organization == mill
    hand_over_run(run, second, "Please", by=trainer_user)
    assert run.run_trainers.get(is_lead=True).organization == ministry


def test_why_a_run_is_not_handed_over(run, trainer_user):
    leads, other = run.run_trainers.get().person, PersonFactory()
    seat = EnrollmentFactory(run=run)

    assert refusal(hand_over_run, run, other, " ", by=trainer_user) == "no_note"
    assert refusal(hand_over_run, run, leads, "Note", by=trainer_user) == "leads_already"
    assert refusal(hand_over_run, run, seat.person, "Note", by=trainer_user) == "takes_part"
    run.status = "closed"
    run.save()
    assert refusal(hand_over_run, run, other, "Note", by=trainer_user) == "run_closed"
