"""Messages of a run on the trainer's screens: what was told, texts to paste, own words."""

import uuid

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail import hooks

from courses.choices import MessageStatus
from courses.models import Message
from courses.queries.messages import SECRETS_HOOK
from courses.rules.messages import secret_mark
from tests.factories import EnrollmentFactory, MessageFactory, PersonFactory

pytestmark = pytest.mark.django_db


def address(name, run, *args):
    return reverse(f"courses:{name}", args=[run.uuid, *args])


def ready(enrollment, **kwargs):
    values = {"channel": "paste", "address": "", "status": "to_paste", **kwargs}
    return MessageFactory(enrollment=enrollment, **values)


def page_of(client, run, language="en"):
    with override(language):
        url = address("run_messages", run)
    return client.get(url).content.decode()


def test_failures_come_first_with_their_reason_and_texts_stand_there_to_copy(trainer, run):
    MessageFactory(enrollment=EnrollmentFactory(run=run), status="sent", subject="Sent one")
    ready(EnrollmentFactory(run=run), body="Paste me")
    MessageFactory(
        enrollment=EnrollmentFactory(run=run, person=PersonFactory(name_km="ទេព សុវណ្ណារី")),
        status="failed",
        problem="bad_address",
        problem_detail="550 no such user",
    )
    page = page_of(trainer, run)
    assert page.index("ទេព សុវណ្ណារី") < page.index("Paste me")
    for words in (
        "The server refused this address or number.",
        "550 no such user",
        "1 message did not leave, or nobody knows.",
        "1 text to paste",
        "readonly",
    ):
        assert words in page


def test_a_group_reads_one_text_without_a_name_and_is_noted_as_told(trainer, run):
    rows = [
        ready(EnrollmentFactory(run=run), language="en", body="Dear Sreymom,\nYou have a seat.")
        for _each in range(3)
    ]
    hidden = ready(EnrollmentFactory(run=run), is_discreet=True)
    page = page_of(trainer, run)
    assert "Dear everyone,\nYou have a seat." in page
    assert "3 people" in page

    url = address("note_pasted", run, rows[0].uuid)
    assert trainer.post(url, {"everyone": "yes"}).url == address("run_messages", run)
    assert set(Message.objects.exclude(pk=hidden.pk).values_list("status", flat=True)) == {"pasted"}
    hidden.refresh_from_db()
    assert hidden.status == "to_paste"
    assert "This was noted already." in trainer.post(url, follow=True).content.decode()


def test_one_text_is_noted_and_a_failed_one_is_sent_once_more_or_by_hand(trainer, run):
    message = ready(EnrollmentFactory(run=run))
    trainer.post(address("note_pasted", run, message.uuid))
    failed, other = (
        MessageFactory(enrollment=EnrollmentFactory(run=run), status="failed") for _each in "ab"
    )
    trainer.post(address("try_again", run, failed.uuid))
    trainer.post(address("try_again", run, other.uuid), {"by_hand": "yes"})
    for each in (message, failed, other):
        each.refresh_from_db()
    assert [each.status for each in (message, failed, other)] == ["pasted", "queued", "to_paste"]
    page = trainer.post(address("try_again", run, message.uuid), follow=True).content.decode()
    assert "This message did not fail." in page


def test_own_words_reach_everybody_and_a_double_click_writes_once(trainer, run):
    EnrollmentFactory(run=run)
    words = {"form": str(uuid.UUID(int=3)), "text_km": "សូមយកសៀវភៅ", "text_en": ""}
    for _twice in range(2):
        answer = trainer.post(address("write", run), words)
        assert answer.url == address("run_messages", run)
    message = run.messages.get()
    assert (message.kind, message.status) == ("news", MessageStatus.TO_PASTE)
    assert "សូមយកសៀវភៅ" in message.body


def test_what_was_typed_stays_when_it_cannot_be_sent(trainer, run):
    words = {"form": str(uuid.UUID(int=3)), "text_km": "", "text_en": "Bring books"}
    page = trainer.post(address("write", run), words).content.decode()
    assert "Nobody has a seat on this run yet." in page and "Bring books" in page
    EnrollmentFactory(run=run)
    page = trainer.post(address("write", run), words | {"text_en": " "}).content.decode()
    assert "Write the message in Khmer or in English." in page


def test_the_page_of_the_run_tells_what_failed_and_what_waits(trainer, run):
    MessageFactory(enrollment=EnrollmentFactory(run=run), status="unsure", problem="interrupted")
    ready(EnrollmentFactory(run=run))
    page = trainer.get(reverse("courses:run", args=[run.uuid])).content.decode()
    assert "Sending was interrupted; the message may have been sent." in page
    assert "Messages and texts to paste" in page


def test_a_message_of_another_run_is_not_found(trainer, run):
    foreign = MessageFactory(status="failed")
    assert trainer.post(address("try_again", run, foreign.uuid)).status_code == 404
    foreign.refresh_from_db()
    assert foreign.status == "failed"


def test_khmer_pages_have_khmer_digits(trainer, run):
    ready(EnrollmentFactory(run=run))
    assert "អត្ថបទ ១ ត្រូវចម្លងបិទ" in page_of(trainer, run, "km")


@pytest.mark.parametrize("number", [1, 30])
def test_thirty_messages_cost_no_more_queries_than_one(
    trainer, run, number, django_assert_num_queries
):
    for _each in range(number):
        ready(EnrollmentFactory(run=run))
        MessageFactory(enrollment=EnrollmentFactory(run=run), status="failed")
    EnrollmentFactory(run=run)
    ready(EnrollmentFactory(run=run))
    with django_assert_num_queries(11):
        trainer.get(address("run_messages", run))


def test_a_secret_address_is_shown_to_who_pastes_it_and_not_afterwards(trainer, run):
    key = "a" * 32
    body = f"Open it here: {secret_mark('door', key)}"
    message = ready(EnrollmentFactory(run=run), body=body)
    with hooks.register_temporarily(SECRETS_HOOK, lambda kind, key: f"https://{kind}/{key}/"):
        before = page_of(trainer, run)
        trainer.post(address("note_pasted", run, message.uuid))
        after = page_of(trainer, run)

    assert f"Open it here: https://door/{key}/" in before
    assert "Open it here: …" in after and key not in after
