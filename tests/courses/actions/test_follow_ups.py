"""People are asked once they may be, and what they say is kept with what it is worth."""

import datetime as dt

import pytest
from django.utils import timezone

from courses.actions.consents import record_consent
from courses.actions.erasing import erase_person
from courses.actions.follow_ups import Answers, answer_follow_up, ask_by_message, note_try
from courses.actions.merging import merge_people, undo_merge
from courses.exceptions import Refused
from courses.models import Completion, FollowUp, Message
from courses.queries.follow_ups import by_token, fingerprint, follow_up_address, token_of
from courses.queries.messages import revealed, veiled
from courses.queries.person_file import file_of
from tests.factories import CourseRunFactory, EnrollmentFactory, PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
YES = Answers(True, "I check the exits", "No time")


def completed(days_ago=100, agrees=True, **fields):
    enrollment = EnrollmentFactory(**fields)
    day = timezone.localdate() - dt.timedelta(days=days_ago)
    Completion.objects.create(enrollment=enrollment, is_met=True, met_on=day)
    if agrees is not None:
        record_consent(enrollment.person, "follow_up", agrees, by=None)
    return enrollment


def refused(action, *args, **kwargs):
    with pytest.raises(Refused) as no:
        action(*args, **kwargs)
    return no.value.code


@pytest.mark.parametrize(
    ("days_ago", "agrees", "code"),
    [
        (79, True, "early"),
        (201, True, "over"),
        (100, False, "no_consent"),
        (100, None, "no_consent"),
    ],
)
def test_nobody_is_asked_too_early_too_late_or_unasked(days_ago, agrees, code):
    enrollment = completed(days_ago, agrees)
    user = UserFactory()
    assert refused(answer_follow_up, enrollment, YES, way="call", by=user) == code
    assert refused(note_try, enrollment, "not_reached", by=user) == code
    assert ask_by_message([enrollment], by=user) == []


@pytest.mark.parametrize("days_ago", [80, 200])
def test_from_the_first_to_the_last_day_answers_count(days_ago):
    found = answer_follow_up(completed(days_ago), YES, way="call", by=UserFactory())
    assert (found.has_applied, found.evidence, found.answered_on) == (
        *(True, "self", timezone.localdate()),
    )


def test_not_reached_is_no_answer_and_a_refusal_ends_it():
    enrollment, user = completed(), UserFactory()
    for outcome in ("not_reached", "dead", "later"):
        note_try(enrollment, outcome, by=user)
    assert FollowUp.objects.get().has_applied is None
    note_try(enrollment, "refused", by=user)
    assert refused(note_try, enrollment, "not_reached", by=user) == "refused"
    assert refused(answer_follow_up, enrollment, YES, way="call", by=user) == "refused"


def test_answering_again_corrects_and_never_takes_back_what_was_seen():
    enrollment, user = completed(), UserFactory()
    answer_follow_up(enrollment, YES, way="link", by=None)
    seen = Answers(True, "Exits", evidence="verified", note="Seen by the adviser")
    answer_follow_up(enrollment, seen, way="visit", by=user)
    answer_follow_up(enrollment, Answers(False), way="link", by=None)
    found = FollowUp.objects.get()
    assert (found.way, found.evidence, found.practice) == ("visit", "verified", "Exits")
    wrong = Answers(False, evidence="verified", note="Seen")
    assert refused(answer_follow_up, enrollment, wrong, way="call", by=user) == "not_applied"


def test_a_message_holds_a_mark_and_leaves_with_the_address():
    enrollment = completed()
    [message] = ask_by_message([enrollment], by=UserFactory())
    assert ask_by_message([enrollment], by=UserFactory()) == []
    found = FollowUp.objects.get()
    token = token_of(found.uuid)
    stored = Message.objects.get().body
    assert token not in stored
    assert follow_up_address("follow", found.uuid.hex) in revealed(stored)
    assert veiled(stored).count("…") == 1
    assert message.kind == "follow_up"
    assert by_token(fingerprint(token)) == found
    assert by_token(fingerprint("something else")) is None


def test_erasing_empties_the_words_and_closes_the_address(staff_user):
    enrollment = completed()
    found = answer_follow_up(enrollment, YES, way="link", by=None)
    erase_person(enrollment.person, "asked", by=staff_user)
    found.refresh_from_db()
    assert (found.has_applied, found.practice, found.hindrance) == (True, "", "")
    assert by_token(found.token_sha256) is None


def test_what_she_said_is_in_her_file():
    enrollment = completed()
    answer_follow_up(enrollment, YES, way="link", by=None)
    [told] = file_of(enrollment.person)["follow_ups"]
    assert (told["has_applied"], told["practice"]) == (True, "I check the exits")


@pytest.mark.parametrize("both_asked", [False, True])
def test_a_merge_keeps_what_was_answered_and_gives_it_back(both_asked):
    run, user = CourseRunFactory(), UserFactory()
    kept, absorbed = PersonFactory(), PersonFactory()
    stays, goes = completed(run=run, person=kept), completed(run=run, person=absorbed)
    if both_asked:
        note_try(stays, "not_reached", by=user)
    note_try(goes, "later", by=user)
    answer_follow_up(goes, YES, way="call", by=user)
    merge = merge_people(kept, absorbed, by=user)
    found = FollowUp.objects.get(enrollment=stays)
    assert (found.has_applied, found.tries.count()) == (True, 2 if both_asked else 1)
    undo_merge(merge, by=user)
    assert FollowUp.objects.get(enrollment=goes).has_applied is True
    assert FollowUp.objects.get(enrollment=goes).tries.count() == 1
    assert FollowUp.objects.filter(enrollment=stays, has_applied=True).count() == 0
