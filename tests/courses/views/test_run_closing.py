"""The checklist of a run that is over, its one button, and the way back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.choices import EnrollmentStatus, SessionStatus
from tests.courses.views.conftest import address, errors, said
from tests.factories import (
    EnrollmentFactory,
    InvitationFactory,
    NominationFactory,
    PersonFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(run):
    """The run has one session of today, held and closed."""
    return SessionFactory(run=run, status=SessionStatus.HELD, closed_at=timezone.now())


def checks(client, run):
    shown = client.get(address("run", run)).context
    return {check.sentence: (check.is_done, check.url) for check in shown["checks"]}


def test_a_run_with_everything_done_is_closed_with_one_button(trainer, run, held):
    page = trainer.get(address("run", run))
    assert page.context["can_close"] and "Close this run" in page.text

    page = trainer.post(address("close_run", run), follow=True)
    assert said(page) == ["The run is closed."]
    assert "This run is closed." in page.text and "Close this run" not in page.text
    assert "Change the run" not in page.text


def test_what_is_left_stands_beside_its_repair(trainer, run, held):
    SessionFactory(run=run, day_offset=1)
    EnrollmentFactory(run=run, status=EnrollmentStatus.REQUESTED)
    EnrollmentFactory(run=run, source="walk_in", person=PersonFactory(compared_at=None))
    NominationFactory(invitation=InvitationFactory(run=run))

    assert list(checks(trainer, run).values()) == [
        (False, "#sessions"),
        (True, ""),
        (False, ""),
        (False, "#requests"),
        (False, "#invitations"),
    ]
    assert "Close this run" not in trainer.get(address("run", run)).text
    page = trainer.post(address("close_run", run), follow=True)
    assert "1 session was neither held nor cancelled." in said(page)[0]


def test_staff_are_led_to_the_walk_ins(client, staff_user, run, held):
    EnrollmentFactory(run=run, source="walk_in", person=PersonFactory(compared_at=None))
    client.force_login(staff_user)
    assert (False, reverse("courses_duplicates")) in checks(client, run).values()


def test_a_run_to_come_shows_no_checklist(trainer, run, held):
    run.ends_on = timezone.localdate() + timedelta(days=1)
    run.save()
    assert checks(trainer, run) == {}


def test_a_closed_run_is_opened_again_with_a_reason(trainer, run, held):
    trainer.post(address("close_run", run))
    assert address("reopen_run", run) in trainer.get(address("run", run)).text
    response = trainer.post(address("reopen_run", run), {"reason": ""})
    assert "Say in a few words why." in errors(response)

    trainer.post(address("reopen_run", run), {"reason": "A late mark"})
    run.refresh_from_db()
    assert run.status == "planned"
    response = trainer.post(address("reopen_run", run), {"reason": "Again"})
    assert "This run is not closed." in errors(response)


def test_an_address_alone_closes_nothing(trainer, run, held):
    assert trainer.get(address("close_run", run)).url == address("run", run)
    run.refresh_from_db()
    assert run.status == "planned"
