"""The six questions on her own phone and on one that goes round, and what trainers see."""

import pytest
from django.urls import reverse

from courses.actions.consents import publish_notice, record_consent
from courses.actions.functioning import keep_answers, tell_need
from courses.models import FunctioningAnswers, Need
from courses.rules.functioning import QUESTIONS
from tests.courses.views.conftest import address, errors, said
from tests.factories import EnrollmentFactory, PinFactory, visit_by_card

pytestmark = pytest.mark.django_db
MINE, NEED = reverse("courses:my_questions"), reverse("courses:my_need")
BACK = reverse("courses:take_back_answers")
WELL = dict.fromkeys(QUESTIONS, "1")
HARD = {**WELL, "walking": "4"}
YES = {"agrees": "yes", "version": 1}


@pytest.fixture
def person():
    return PinFactory().person


@pytest.fixture
def phone(client, person):
    visit_by_card(client, person.pin)
    return client


def test_she_reads_the_words_agrees_answers_and_takes_it_back(phone, person):
    page = phone.get(MINE)
    assert "You answer by yourself, and we show totals only." in page.content.decode()
    assert "Do you have difficulty" not in page.content.decode()
    assert phone.post(MINE, WELL).context["form"].errors
    assert phone.post(MINE, YES)["Location"] == MINE

    page = phone.get(MINE)
    text = page.content.decode()
    assert "no-store" in page["Cache-Control"]
    asked = [field.label for field in page.context["form"]]
    assert asked[0] == "Do you have difficulty seeing, even if wearing glasses?" and len(asked) == 6
    assert text.count("Cannot do it at all") == 6 and "disab" not in text.lower()
    short = phone.post(MINE, {**HARD, "seeing": ""})
    assert "seeing" in short.context["form"].errors and not person.functioning.exists()
    assert phone.post(MINE, {**HARD, "seeing": "9"}).context["form"].errors
    for _ in range(2):
        assert said(phone.post(MINE, HARD, follow=True)) == [
            "Thank you. Your answers are kept. Nobody reads them."
        ]
    kept = person.functioning.get()
    assert (kept.walking, kept.seeing) == (4, 1)
    assert phone.get(MINE).context["form"]["walking"].initial == 4

    assert phone.get(BACK)["Location"] == reverse("courses:my_training")
    assert person.functioning.exists()
    assert said(phone.post(BACK, follow=True)) == ["Your answers are deleted."]
    assert not FunctioningAnswers.objects.exists()
    assert not person.consents.first().is_given
    assert "agrees" in phone.get(MINE).context["form"].fields


def test_a_no_asks_nothing_and_changed_words_are_read_again(phone, person, staff_user):
    publish_notice("disability", text_km="ថ្មី", text_en="New words.", by=staff_user)
    assert "The words were changed" in errors(phone.post(MINE, YES))
    answer = phone.post(MINE, {"agrees": "no", "version": 2}, follow=True)
    assert said(answer) == ["You are not asked. Nothing else changes for you."]
    assert not person.consents.get().is_given


def test_a_login_without_a_person_sees_that_nothing_is_hers(client, staff_user):
    client.force_login(staff_user)
    for url in (MINE, NEED):
        assert client.get(url).status_code == client.post(url, WELL).status_code == 200
    assert client.post(BACK).status_code == 404
    assert not FunctioningAnswers.objects.exists()


def test_one_phone_goes_round_and_shows_nobodys_answers(trainer, run, enrollment):
    other = EnrollmentFactory(run=run)
    record_consent(other.person, "disability", True, by=None)
    keep_answers(other.person, dict.fromkeys(QUESTIONS, 4))
    everybody = address("pass_questions", run)
    page = trainer.get(everybody).content.decode()
    for place in (enrollment, other):
        assert address("passed_questions", run, place) in page
    before = trainer.get(address("passed_questions", run, other))
    assert all(field.initial is None for field in before.context["form"])
    assert "checked" not in before.content.decode() and BACK not in before.content.decode()

    url = address("passed_questions", run, enrollment)
    assert trainer.post(url, YES)["Location"] == url
    assert trainer.post(url, HARD)["Location"] == everybody
    assert enrollment.person.functioning.get().walking == 4
    assert "checked" not in trainer.get(url).content.decode()
    run.status = "cancelled"
    run.save()
    assert (
        trainer.get(url).status_code == 404 and url not in trainer.get(everybody).content.decode()
    )


def test_a_trainer_reads_the_need_and_nothing_of_the_answers(trainer, run, enrollment):
    record_consent(enrollment.person, "disability", True, by=None)
    keep_answers(enrollment.person, dict.fromkeys(QUESTIONS, 3))
    tell_need(enrollment.person, "<b>large letters</b>", by=None)
    page = trainer.get(address("run", run)).content.decode()
    assert "Needs: &lt;b&gt;large letters" in page
    assert "difficulty" not in page.lower()

    url = address("person_need", run, enrollment)
    trainer.post(url, {"text": "a lift"})
    assert Need.objects.get().text == "a lift"
    assert errors(trainer.post(url, {"text": "x" * 501}))
    assert Need.objects.get().text == "a lift"


def test_she_tells_what_she_needs_and_knows_who_reads_it(phone, person):
    page = phone.get(NEED).content.decode()
    assert "The trainers of your courses and programme staff read this" in page
    phone.post(NEED, {"text": "a seat in front"})
    assert person.need.text == "a seat in front"
    phone.post(NEED, {"text": ""})
    assert not Need.objects.exists()
