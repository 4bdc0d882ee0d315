"""People say how it was: on their phones, from their pages, on one phone that goes round."""

import pytest
from django.urls import reverse

from courses.actions.feedback import open_feedback
from courses.adapters.pace import is_too_fast
from courses.models import FeedbackTally, FeedbackTicket
from courses.views.feedback import MOST
from tests.courses.views.conftest import address
from tests.factories import AttendanceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(enrollment):
    return open_feedback(enrollment.run, by=None)


def form_of(asked):
    return reverse("courses:feedback", args=[asked.uuid])


def sheets():
    return {tally.way: tally.sheets for tally in FeedbackTally.objects.all()}


def test_a_phone_answers_once(client, asked):
    page = client.get(form_of(asked))
    assert page["Cache-Control"] == "private, no-store"
    assert page.content.decode().count('class="sala-face"') == 25
    answer = client.post(form_of(asked), {"f-0": "5", "text": "Good"}, follow=True)
    assert "Thank you" in answer.content.decode()
    client.post(form_of(asked), {"f-0": "1"})
    assert sheets() == {"own": 1}
    assert "Thank you" in client.get(form_of(asked)).content.decode()


def test_nothing_chosen_keeps_what_was_written(client, asked):
    client.get(form_of(asked))
    page = client.post(form_of(asked), {"text": "Too hot"}).content.decode()
    assert "Choose a face for at least one question." in page
    assert "Too hot" in page
    assert sheets() == {}


def test_from_the_own_page_it_is_the_enrolment_that_answers_once(
    client, asked, enrollment, participant_user
):
    enrollment.person = participant_user.training_person
    enrollment.save()
    AttendanceFactory(session__run=enrollment.run, enrollment=enrollment, session__status="held")
    client.force_login(participant_user)
    way = reverse("courses:my_feedback", args=[enrollment.uuid])
    assert way in client.get(reverse("courses:my_training")).content.decode()
    for _ in range(2):
        client.get(way)
        client.post(form_of(asked), {"f-0": "4"})
    assert sheets() == {"own": 1}
    assert FeedbackTicket.objects.count() == 1


def test_the_phone_that_goes_round_is_signed_out_and_takes_many(trainer, trainer_user, asked):
    passed = reverse("courses:feedback_passed", args=[asked.uuid])
    assert trainer.get(passed).url == form_of(asked)
    assert trainer.post(address("start_passing", asked.run)).url == passed
    assert trainer.get(address("run", asked.run)).status_code == 302, "signed out"
    sheet = ""
    for _ in range(3):
        page = trainer.get(passed)
        sheet = page.context["sheet"]
        answer = trainer.post(passed, {"sheet": sheet, "f-0": "5"}, follow=True)
        assert "Pass the phone on" in answer.content.decode()
    trainer.post(passed, {"sheet": sheet, "f-0": "1"})
    assert sheets() == {"passed": 3}, "sent twice counts once"
    assert trainer.get(f"{passed}?finish").url == address("run_feedback", asked.run)
    assert trainer.get(passed).url == form_of(asked)


def test_too_many_at_once_are_refused(client, asked):
    for _ in range(MOST):
        is_too_fast("feedback", asked.uuid.hex, at_most=MOST, seconds=60)
    client.get(form_of(asked))
    page = client.post(form_of(asked), {"f-0": "5"}).content.decode()
    assert "Too many answers at once." in page
    assert sheets() == {}
