"""Own words to a group, texts sent by hand, trying again, and the words of templates."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.actions.messages import (
    change_words,
    note_pasted,
    renew_words,
    reset_words,
    send_by_hand,
    try_again,
    write_to_group,
)
from courses.adapters.shipped_words import shipped_words
from courses.exceptions import Refused
from courses.models import MessageTemplate, PersonPhone
from tests.factories import CourseRunFactory, EnrollmentFactory, MessageFactory, PersonFactory

pytestmark = pytest.mark.django_db
FORM = uuid.UUID(int=7)


def code_of(action, *args, **kwargs):
    with pytest.raises(Refused) as no:
        action(*args, **kwargs)
    return no.value.code


@pytest.fixture
def run():
    run = CourseRunFactory(starts_on=timezone.localdate() + timedelta(days=3))
    EnrollmentFactory(run=run, person=PersonFactory(reads_khmer="no"))
    EnrollmentFactory(run=run)
    EnrollmentFactory(run=run, status="waitlisted")
    return run


def write(run, user, text_km="", text_en="", form=FORM):
    return write_to_group(run, text_km=text_km, text_en=text_en, form=form, by=user)


def test_everybody_with_a_seat_reads_it_in_her_language_and_once(run, staff_user):
    assert len(write(run, staff_user, "យកសៀវភៅ {name}", "Bring books {name}")) == 2
    assert write(run, staff_user, "យកសៀវភៅ", "Bring books") == []
    english, khmer = run.messages.order_by("pk")
    assert english.body == "Dear Sreymom,\nBring books {name}"
    assert khmer.body.endswith("យកសៀវភៅ {name}")


def test_one_language_is_for_everybody(run, staff_user):
    write(run, staff_user, text_en="Bring books")
    assert all("Bring books" in message.body for message in run.messages.all())


def test_a_shared_phone_shows_only_that_there_is_news(run, staff_user):
    person = run.enrollments.first().person
    PersonPhone.objects.create(person=person, raw="012", e164="+85512999999", is_shared=True)
    write(run, staff_user, text_en="The union meets at six")
    assert "union" not in run.messages.get(person=person).body


def test_nothing_too_much_and_nobody_are_refused(run, staff_user):
    assert code_of(write, run, staff_user, " ", "") == "no_text"
    assert code_of(write, run, staff_user, "x" * 1001) == "too_long"
    run.enrollments.update(status="withdrawn")
    assert code_of(write, run, staff_user, "x") == "nobody"


def test_what_was_sent_by_hand_is_noted_once(run, staff_user):
    message, other = (MessageFactory(status="to_paste", enrollment__run=run) for _each in "ab")
    foreign = MessageFactory(status="to_paste")
    rows = [message, foreign]
    assert note_pasted(run, rows, by=staff_user) == 1
    assert note_pasted(run, rows, by=staff_user) == 0
    for each, status in ((message, "pasted"), (other, "to_paste"), (foreign, "to_paste")):
        each.refresh_from_db()
        assert each.status == status


@pytest.mark.parametrize("status", ["failed", "unsure"])
def test_what_failed_is_queued_once_more_with_its_key(status, staff_user):
    message = MessageFactory(status=status, attempts=5, problem="busy", problem_detail="429")
    again = try_again(message, by=staff_user)
    assert (again.status, again.attempts, again.problem, again.problem_detail) == (
        *("queued", 0, ""),
        "",
    )
    assert again.key == message.key


def test_what_failed_may_go_by_hand(staff_user):
    message = send_by_hand(MessageFactory(status="failed"), by=staff_user)
    assert (message.status, message.channel, message.address) == ("to_paste", "paste", "")


def test_only_what_failed_can_be_sent_once_more_and_only_while_it_is_of_use(staff_user):
    late = timezone.now() - timedelta(days=1)
    codes = [
        code_of(try_again, MessageFactory(**values), by=staff_user)
        for values in (
            {"status": "sent"},
            {"status": "failed", "body": ""},
            {"status": "failed", "useless_after": late},
        )
    ]
    assert codes == ["not_failed", "words_gone", "useless"]


def test_own_words_stand_until_they_are_set_back(staff_user):
    words = MessageTemplate.objects.get(kind="seat")
    words.subject_en = "Hurrah, {name}"
    change_words(words, by=staff_user)
    words.refresh_from_db()
    assert (words.subject_en, words.changed_by) == ("Hurrah, {name}", staff_user)

    reset_words(words, by=staff_user)
    words.refresh_from_db()
    assert (words.subject_en, words.changed_at) == (shipped_words()["seat"]["subject_en"], None)


@pytest.mark.parametrize(
    ("field", "text"), [("body_km", "{person.email}"), ("discreet_en", "{course}")]
)
def test_unknown_names_in_braces_are_refused_with_those_that_may_stand(field, text, staff_user):
    words = MessageTemplate.objects.get(kind="seat")
    setattr(words, field, text)
    with pytest.raises(Refused) as no:
        change_words(words, by=staff_user)
    assert no.value.code == "unknown_placeholder"
    assert text in str(no.value) and "{name}" in str(no.value)
    words.refresh_from_db()
    assert getattr(words, field) == shipped_words()["seat"][field]


def test_a_new_version_brings_its_words_where_nobody_chose_others(staff_user):
    MessageTemplate.objects.filter(kind="seat").update(subject_en="Of an old version")
    own = MessageTemplate.objects.get(kind="offer")
    own.subject_en = "Our own words"
    change_words(own, by=staff_user)

    renew_words()

    told = dict(MessageTemplate.objects.values_list("kind", "subject_en"))
    assert told["seat"] == shipped_words()["seat"]["subject_en"]
    assert told["offer"] == "Our own words"
