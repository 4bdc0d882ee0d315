"""The action plan on the screen: writing, changing, closing with a picture, dropping, the desk."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.factory_actions import keep_action_file
from courses.models import ActionEvidence, FactoryAction
from tests.courses.adapters.printing.samples import picture
from tests.courses.views.conftest import address, errors, said
from tests.factories import FactoryActionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(run):
    return FactoryActionFactory(run=run)


def day(days=0):
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def answers(run, **more):
    told = {"text": "Clear the exits", "responsible": "Safety officer", "organization": run.host.pk}
    return {**told, "agreed_on": day(), "due_on": day(30), "form": uuid4(), **more}


def closing(content=None, **more):
    file = {"file": SimpleUploadedFile("a.png", content)} if content is not None else {}
    return {"seen_on": day(), "seen_by": "Adviser", "note": "", **file, **more}


def test_an_action_is_written_once_whatever_the_finger_does(trainer, run):
    first = trainer.get(address("write_action", run))
    assert first.context["form"].initial["organization"] == run.host
    told = answers(run)

    for _ in range(2):
        response = trainer.post(address("write_action", run), told, follow=True)

    assert said(response)[-1] == "The action is written down."
    page = response.content.decode()
    assert page.count("Clear the exits") == 1
    assert FactoryAction.objects.get().written_by.username


def test_what_was_typed_stays_when_something_is_wrong_or_looked_for(trainer, run):
    wrong = trainer.post(address("write_action", run), answers(run, due_on=day(-1)))
    looking = trainer.post(
        address("write_action", run), answers(run, organization_q="Lotus", organization_find="1")
    )

    assert "It cannot be due before it was agreed." in errors(wrong)
    for page in (wrong, looking):
        assert "Clear the exits" in page.content.decode()
    assert not looking.context["form"].errors
    assert not FactoryAction.objects.exists()


def test_a_form_left_open_shows_what_stands_now_and_saves_the_second_time(trainer, action):
    run, url = action.run, address("change_action", action.run, action)
    FactoryAction.objects.update(text="Clear all stairs", revision=2)

    page = trainer.post(url, answers(run, revision=1))

    assert "Somebody changed this action meanwhile." in errors(page)
    content = page.content.decode()
    assert "Clear all stairs" in content
    assert "Clear the exits" in content
    assert 'name="revision" value="2"' in content
    response = trainer.post(url, answers(run, revision=2), follow=True)
    assert said(response) == ["The action is changed."]
    assert FactoryAction.objects.get().text == "Clear the exits"


def test_it_is_closed_with_a_picture_and_not_without_evidence(trainer, action):
    url = address("close_action", action.run, action)

    empty = trainer.post(url, closing())
    hostile = trainer.post(url, closing(b"<svg/>", note="All clear"))
    done = trainer.post(url, closing(picture()), follow=True)

    assert "Without it nothing is closed." in errors(empty)
    assert "This is neither a picture nor a PDF" in errors(hostile)
    assert "All clear" in hostile.content.decode()
    assert said(done) == ["The action is closed."]
    page = done.content.decode()
    assert "Done, with evidence" in page
    assert "by Adviser" in page
    file = ActionEvidence.objects.get()
    shown = trainer.get(address("action_file", action.run, action, file))
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert ModelLogEntry.objects.filter(action="courses.action_file_seen").count() == 1


def test_a_file_is_added_and_deleted_with_a_reason(trainer, action):
    page = address("action", action.run, action)
    added = trainer.post(page, {"file": SimpleUploadedFile("a.png", picture())}, follow=True)
    file = ActionEvidence.objects.get()
    gone = trainer.post(
        address("delete_action_file", action.run, action, file), {"reason": "Blurred"}, follow=True
    )

    assert said(added) == ["It is kept. Only trainers of the run and staff see it."]
    assert said(gone) == ["It is deleted. The history keeps that it was there."]
    assert not ActionEvidence.objects.exists()


def test_it_is_dropped_with_a_reason_and_opened_again(trainer, action):
    dropped = trainer.post(
        address("drop_action", action.run, action), {"reason": "Line closed"}, follow=True
    )
    again = trainer.post(
        address("reopen_action", action.run, action), {"reason": "Line opened"}, follow=True
    )

    assert "Line closed" in dropped.content.decode()
    assert said(again) == ["The action is open again."]


def test_nobody_finds_the_actions_of_another_run_below_her_own(trainer, run, foreign_run):
    foreign = FactoryActionFactory(run=foreign_run)
    file = keep_action_file(foreign, BytesIO(picture()), by=None)

    for name, *rest in (("action", foreign), ("close_action", foreign)):
        assert trainer.get(address(name, run, *rest)).status_code == 404
    assert trainer.get(address("action_file", run, foreign, file)).status_code == 404
    assert trainer.get(address("action_plan", foreign_run)).status_code == 404


def test_the_desk_names_runs_with_overdue_actions(trainer, run, foreign_run):
    late = {"agreed_on": day(-40), "due_on": day(-10)}
    FactoryActionFactory.create_batch(2, run=run, **late)
    FactoryActionFactory(run=run)
    FactoryActionFactory(run=foreign_run, **late)

    page = trainer.get(address("desk"))

    assert [(each.pk, each.overdue) for each in page.context["actions"]] == [(run.pk, 2)]
    assert "Look at 2 overdue actions" in page.content.decode()


@pytest.mark.parametrize("number", [1, 30])
def test_thirty_actions_cost_as_much_as_one(trainer, run, number, django_assert_num_queries):
    for action in FactoryActionFactory.create_batch(number, run=run):
        ActionEvidence.objects.create(
            action=action, size=1, sha256=str(action.pk), uploaded_at=timezone.now()
        )
    trainer.get(address("action_plan", run))

    with django_assert_num_queries(6):
        page = trainer.get(address("action_plan", run))

    assert page.content.decode().count("1 file") == number
