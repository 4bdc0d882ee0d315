"""Who may come in, and what every screen carries."""

import pytest
from django.contrib.auth.models import Permission

from tests.courses.views.conftest import address, errors, said
from tests.factories import SessionFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_stranger_is_sent_to_sign_in_and_back(client, run):
    response = client.get(address("run", run))
    assert response.status_code == 302
    assert response.url.endswith(f"next={address('run', run)}")


@pytest.mark.parametrize("name", ["desk", "runs", "plan_run"])
def test_a_participant_finds_no_trainers_screen(client, participant_user, name):
    client.force_login(participant_user)
    assert client.get(address(name)).status_code == 404


def test_a_trainer_finds_only_her_own_runs(trainer, run, foreign_run):
    theirs = SessionFactory(run=foreign_run)
    assert trainer.get(address("run", run)).status_code == 200
    assert trainer.get(address("run", foreign_run)).status_code == 404
    assert trainer.get(address("register", theirs)).status_code == 404
    assert trainer.post(address("register", theirs)).status_code == 404


def test_staff_find_every_run(client, staff_user, foreign_run):
    client.force_login(staff_user)
    assert client.get(address("run", foreign_run)).status_code == 200


def test_who_may_only_see_cannot_change(client, run):
    watcher = UserFactory()
    watcher.user_permissions.add(*permissions("see_all_training", "view_courserun"))
    client.force_login(watcher)
    assert client.get(address("run", run)).status_code == 200
    assert client.get(address("change_run", run)).status_code == 404
    assert client.get(address("plan_run")).status_code == 404


def permissions(*names):
    return Permission.objects.filter(codename__in=names)


def test_personal_pages_are_never_cached(trainer, run):
    assert trainer.get(address("run", run))["Cache-Control"] == "private, no-store"


def test_a_refusal_keeps_what_was_typed(trainer, run, session):
    response = trainer.post(
        address("add_session", run),
        {"day": f"{session.day}", "starts": "09:00", "ends": "10:00"},
    )
    assert "Another session of this run is at that time." in errors(response)
    assert response.context["form"]["starts"].value() == "09:00"


def test_a_verb_without_a_form_answers_a_visit_with_the_run(trainer, run, enrollment):
    response = trainer.get(address("record_task", run, enrollment), follow=True)
    assert response.redirect_chain[-1][0].startswith(address("run", run))
    assert said(response) == []
