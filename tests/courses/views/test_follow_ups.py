"""The list of whom to ask, the call, and the page behind a link."""

import pytest
from django.urls import reverse

from courses.actions.follow_ups import note_try
from courses.models import FollowUp, FollowUpTry, PersonPhone
from courses.queries.follow_ups import token_of
from tests.courses.actions.test_follow_ups import completed
from tests.courses.views.conftest import said
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
LIST = "/en/training/follow-ups/"
QUERIES = 14


def call(enrollment):
    return reverse("courses:follow_up_call", args=[enrollment.uuid])


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


def test_who_is_due_and_agreed_is_on_the_list(trainer, run):
    due = completed(run=run)
    completed(run=run, agrees=False)
    completed(run=run, days_ago=20)
    completed()
    page = trainer.get(LIST)
    assert [case.enrollment for case in page.context["cases"]] == [due]
    assert page.context["silent"] == 1


def test_staff_see_the_phones_and_a_trainer_of_long_ago_does_not(client, staff_user, trainer, run):
    enrollment = completed(run=run)
    type(run).objects.filter(pk=run.pk).update(starts_on="2025-01-01", ends_on="2025-01-02")
    PersonPhone.objects.create(person=enrollment.person, raw="012 345 678", e164="+85512345678")
    assert "No phone that you may see" in trainer.get(call(enrollment)).content.decode()
    client.force_login(staff_user)
    assert "tel:+85512345678" in client.get(call(enrollment)).content.decode()


def test_tries_are_noted_and_answers_kept(trainer, run):
    enrollment = completed(run=run)
    note = reverse("courses:note_try", args=[enrollment.uuid])
    answer = trainer.post(note, {"outcome": "not_reached"}, follow=True)
    assert said(answer) == ["It is noted. Not reached does not count as not used."]
    assert trainer.post(note, {"outcome": "made-up"}).status_code == 404
    form = {"has_applied": "yes", "evidence": "verified", "way": "call"}
    assert "Say who has seen what." in trainer.post(call(enrollment), form).content.decode()
    answer = trainer.post(call(enrollment), {**form, "note": "The adviser"}, follow=True)
    assert said(answer) == ["The answers are kept."]
    found = FollowUp.objects.get()
    assert (found.has_applied, found.evidence, FollowUpTry.objects.count()) == (True, "verified", 1)
    assert 'value="The adviser"' in trainer.get(call(enrollment)).content.decode()


def test_a_foreign_enrolment_is_not_found(trainer):
    assert trainer.get(call(completed())).status_code == 404


def test_everybody_on_the_list_is_written_to_once(staff, run):
    completed(run=run)
    completed(run=run)
    ask = reverse("courses:ask_by_message")
    assert said(staff.post(ask, follow=True)) == ["2 messages are on their way."]
    assert said(staff.post(ask, follow=True)) == ["0 messages are on their way."]


def test_the_link_opens_three_questions_and_shows_no_name(client):
    enrollment = completed()
    note_try(enrollment, "later", by=UserFactory())
    token = token_of(FollowUp.objects.get().uuid)
    page = client.get(reverse("courses:follow_up_link", args=[token]), follow=True)
    assert page.redirect_chain[-1][0] == reverse("courses:follow_up")
    text = page.content.decode()
    assert "Have you used something from the course at work?" in text
    assert enrollment.person.given_name_latin not in text
    answer = client.post(page.redirect_chain[-1][0], {"has_applied": "no"}, follow=True)
    assert "Thank you" in answer.content.decode()
    assert FollowUp.objects.get().has_applied is False


def test_any_other_link_opens_nothing(client):
    page = client.get(reverse("courses:follow_up_link", args=["made-up"]), follow=True)
    assert "This address does not open anything" in page.content.decode()
    page = client.post(reverse("courses:follow_up"), {"has_applied": "yes"})
    assert "This address does not open anything" in page.content.decode()


@pytest.mark.parametrize("people", [1, 30])
def test_a_long_list_takes_as_many_queries_as_a_short_one(
    staff, run, people, django_assert_num_queries
):
    for _ in range(people):
        note_try(completed(run=run), "later", by=UserFactory())
    staff.get(LIST)
    with django_assert_num_queries(QUERIES):
        staff.get(LIST)
