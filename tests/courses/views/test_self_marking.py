"""The trainer lets people mark themselves, shows the code, and stops."""

import pytest

from courses.actions.attendance import close_register, mark_attendance
from courses.actions.self_marking import mark_oneself, start_self_marking
from courses.queries.register import roster
from tests.courses.views.conftest import address, said

pytestmark = pytest.mark.django_db


def test_the_code_is_shown_from_start_to_stop(trainer, session, enrollment):
    screen, code = address("self_marking", session), address("self_marking_code", session)
    assert "data-code" not in trainer.get(screen).content.decode()
    assert trainer.get(code).status_code == 404
    trainer.post(screen, {"start": "1"})
    shown = trainer.get(code).json()
    assert shown["picture"].startswith("data:image/svg+xml")
    assert shown["count"] == "0 people have marked themselves."
    assert 1 <= shown["seconds"] <= 30
    assert "data-code" in trainer.get(screen).content.decode()
    answer = trainer.post(screen, {"stop": "1"}, follow=True)
    assert said(answer) == ["People do not mark themselves any more."]
    assert trainer.get(code).status_code == 404


def test_a_closed_register_starts_nothing(trainer, trainer_user, session, enrollment):
    mark_attendance(session, enrollment, "present", by=trainer_user)
    close_register(session, by=trainer_user)
    answer = trainer.post(address("self_marking", session), {"start": "1"}, follow=True)
    assert said(answer) == ["This register is closed. Open it again to correct a mark."]


def test_the_register_labels_it_until_the_trainer_marks(trainer, trainer_user, session, enrollment):
    started = start_self_marking(session, by=trainer_user)
    mark_oneself(started, enrollment, event=enrollment.uuid)
    page = trainer.get(address("register", session)).content.decode()
    assert page.count("data-self>Self-reported") == 2, "the line, and the part for the script"
    mark_attendance(session, enrollment, "late", by=trainer_user, minutes_missed=10)
    [row] = roster(session)
    assert (row.presence, row.is_self_reported) == ("late", False)
    page = trainer.get(address("register", session)).content.decode()
    assert page.count("data-self>Self-reported") == 1


def test_everyone_else_absent_marks_who_has_no_mark(trainer, session, enrollment):
    trainer.post(address("register", session), {f"m-{enrollment.pk}": "", "rest": "absent"})
    assert [mark.presence for mark in session.attendances.all()] == ["absent"]
