"""Answers about consent, their words, and that a refusal costs nothing."""

import pytest
from wagtail.models import ModelLogEntry

from certificates.actions.certificates import issue_certificate
from courses.actions.attendance import close_register, mark_attendance
from courses.actions.consents import publish_notice, record_consent, record_consents
from courses.actions.enrollment import enroll
from courses.choices import ConsentKind, ConsentManner
from courses.exceptions import Refused
from courses.models import Consent, ConsentNotice
from courses.queries.consents import questions_for
from tests.factories import CourseRunFactory, PersonFactory, SessionFactory

pytestmark = pytest.mark.django_db


def answers(person):
    rows = person.consents.order_by("pk")
    return list(rows.values_list("kind", "is_given", "notice__version", "manner", "recorded_by"))


def test_every_answer_stays_with_its_words_its_taker_and_its_manner(trainer_user):
    person, kind = PersonFactory(), ConsentKind.PHOTO
    record_consent(person, kind, True, by=trainer_user, manner=ConsentManner.READ_ALOUD)
    publish_notice(kind, text_km="ពាក្យថ្មី", text_en="New words", by=trainer_user)
    record_consent(person, kind, True, by=trainer_user, manner=ConsentManner.FORM)
    record_consent(person, kind, False, by=None, manner=ConsentManner.THEMSELVES)

    assert answers(person) == [
        ("photo", True, 1, "read_aloud", trainer_user.pk),
        ("photo", True, 2, "form", trainer_user.pk),
        ("photo", False, 2, "themselves", None),
    ]


def test_the_same_answer_to_the_same_words_is_one_answer(trainer_user):
    person = PersonFactory()
    first = record_consent(person, ConsentKind.RESEARCH, False, by=trainer_user)

    assert record_consent(person, ConsentKind.RESEARCH, False, by=trainer_user) == first
    assert Consent.objects.count() == 1
    actions = ModelLogEntry.objects.for_instance(person).values_list("action", flat=True)
    assert list(actions) == ["courses.consent_refused"]


def test_a_question_that_is_left_open_stays_as_it_was(trainer_user):
    person = PersonFactory()
    record_consents(person, {"photo": True, "follow_up": False}, by=trainer_user)
    record_consents(person, {"photo": False}, by=trainer_user)

    said = {question.kind: question.answer for question in questions_for(person)}
    assert {kind: answer and answer.is_given for kind, answer in said.items()} == {
        "public_name": None,
        "photo": False,
        "follow_up": False,
        "research": None,
        "disability": None,
    }


def test_words_that_changed_since_they_were_read_are_not_answered(trainer_user):
    person = PersonFactory()
    publish_notice("photo", text_km="ពាក្យថ្មី", text_en="New words", by=trainer_user)

    with pytest.raises(Refused) as no:
        record_consents(person, {"photo": True}, by=trainer_user, seen={"photo": 1})

    assert no.value.code == "words_changed"
    assert not Consent.objects.exists()


def test_each_kind_comes_with_words_in_both_languages():
    notices = ConsentNotice.objects.current()
    assert {notice.kind for notice in notices} == set(ConsentKind)
    assert all(notice.text_km and notice.text_en for notice in notices)


def test_the_same_words_published_again_are_one_notice(trainer_user):
    first = publish_notice("photo", text_km="ក", text_en="A", by=trainer_user)
    assert publish_notice("photo", text_km="ក", text_en="A", by=trainer_user) == first
    assert (first.version, first.published_by) == (2, trainer_user)


def test_whoever_refuses_everything_enrols_attends_completes_and_gets_the_certificate(
    trainer_user,
):
    person, run = PersonFactory(), CourseRunFactory()
    session = SessionFactory(run=run)
    refused = dict.fromkeys(ConsentKind, False)
    assert len(record_consents(person, refused, by=trainer_user)) == 5

    enrollment = enroll(run, person, by=trainer_user)
    mark_attendance(session, enrollment, "present", by=trainer_user)
    close_register(session, by=trainer_user)
    certificate = issue_certificate(enrollment.completion, by=None)

    assert (enrollment.status, certificate.person) == ("enrolled", person)
    assert not Consent.objects.filter(person=person, is_given=True).exists()
