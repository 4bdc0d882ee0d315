"""Who may be erased, and what of her stays."""

from dataclasses import replace
from random import Random

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.erasing import erase_person
from courses.actions.merging import merge_people
from courses.exceptions import Refused
from courses.models import CourseRun, Person, Pin, PinGuess, QuizAttempt
from courses.queries.reach import reach
from courses.rules.personal_data import REGISTER
from courses.rules.personal_words import DELETED, EMPTIED, REPLACED
from courses.rules.reach import Filters
from tests.courses.admin.world import make_world
from tests.factories import (
    CourseFactory,
    EnrollmentFactory,
    MessageFactory,
    PersonFactory,
    PinFactory,
    SessionFactory,
)
from tests.reference.worlds import PERIODS, RandomWorld

pytestmark = pytest.mark.django_db


def refusal(person, by, **kwargs):
    with pytest.raises(Refused) as no:
        erase_person(person, "asked", by=by, **kwargs)
    return no.value.code


@pytest.mark.parametrize("seed", range(4))
def test_the_whole_report_of_reach_is_the_same_whoever_is_erased(seed, staff_user):
    RandomWorld(Random(seed))
    CourseRun.objects.update(starts_on=PERIODS[1][0], ends_on=PERIODS[1][1])
    filters = Filters(*PERIODS[1])
    before = replace(reach(filters), as_at=None)
    for person in Person.objects.all():
        erase_person(person, "asked", by=staff_user)

    assert replace(reach(filters), as_at=None) == before
    assert not Person.objects.exists()


def test_the_fields_of_the_register_are_emptied_as_it_says(staff_user):
    person = make_world().people
    PinFactory(person=person).guesses.create(at=timezone.now())
    Person.objects.filter(pk=person.pk).update(
        known_as="Mom", title="Ms", email="m@example.org", birth_year=1990, reads_khmer="easily"
    )
    before = Person.objects.get(pk=person.pk)
    erase_person(person, "asked", by=staff_user)
    after = Person.everybody.get(pk=person.pk)

    for held in REGISTER["Person"].personal:
        for name in held.names:
            value = getattr(after, name)
            if held.when_erased == EMPTIED:
                assert value in ("", None), name
            elif held.when_erased == REPLACED:
                assert value and value != getattr(before, name), name
            else:
                assert value == getattr(before, name), name
    gone = [name for name, said in REGISTER.items() if _is_deleted(said)]
    assert gone == [
        "PersonPhone",
        "Employment",
        "DistinctPair",
        "DuplicateCandidate",
        "RosterMember",
        "FunctioningAnswers",
        "Need",
        "Pin",
        "PassportShare",
        "PinGuess",
        "Sitting",
        "LessonEvent",
    ]
    assert not person.phones.exists()
    assert not person.employments.exists()
    assert not (Pin.objects.exists() or PinGuess.objects.exists())
    assert after.consents.count() == 1


def _is_deleted(said):
    return bool(said.personal) and {held.when_erased for held in said.personal} == {DELETED}


def test_answers_to_quizzes_go_and_their_results_stay(staff_user):
    person = PersonFactory()
    QuizAttempt.objects.create(
        uuid=person.uuid,
        person=person,
        course=CourseFactory(),
        lesson_key=person.uuid,
        answers=[[1]],
        correct=1,
        total=2,
        submitted_at=person.created_at,
    )
    erase_person(person, "asked", by=staff_user)

    assert list(QuizAttempt.objects.values_list("answers", "correct", "total")) == [([], 1, 2)]


def test_words_about_a_task_go_and_its_marks_and_her_place_stay(staff_user):
    place = EnrollmentFactory()
    mark = place.task_marks.create(
        score=4, max_score=9, levels={"c1": 4}, done_on=place.run.starts_on, note="Sreymom is shy."
    )
    erase_person(place.person, "asked", by=staff_user)

    mark.refresh_from_db()
    place.refresh_from_db()
    assert (mark.note, mark.score, mark.levels) == ("", 4, {"c1": 4})
    assert place.status == "enrolled", "a place with a result is not given up"


def test_the_history_says_who_and_why_and_no_name(staff_user):
    person = PersonFactory()
    erase_person(person, "retention", by=staff_user)

    entry = ModelLogEntry.objects.for_instance(person).get()
    assert (entry.action, entry.user, entry.data) == (
        "courses.person_erased",
        staff_user,
        {"reason": "retention"},
    )
    assert "Sreymom" not in entry.label
    assert "ស្រីមុំ" not in entry.label


def test_a_wrong_card_code_a_second_time_and_a_merged_record_are_refused(staff_user):
    person, absorbed = PersonFactory(), PersonFactory()
    merge_people(person, absorbed, by=staff_user)
    absorbed.refresh_from_db()

    assert refusal(absorbed, staff_user) == "is_merged"
    assert refusal(person, staff_user, confirmed="KH-0000-00") == "not_confirmed"
    erase_person(person, "asked", by=staff_user)
    assert refusal(person, staff_user) == "is_erased"
    absorbed.refresh_from_db()
    assert (absorbed.name_km, absorbed.erased_at is not None) == ("", True)


def test_a_login_with_rights_and_a_trainer_of_a_run_to_come_stay(
    staff_user, trainer_user, participant_user
):
    person = PersonFactory()
    SessionFactory().run.run_trainers.create(person=person)

    assert refusal(trainer_user.training_person, staff_user) == "has_rights"
    assert refusal(person, staff_user) == "leads_runs"
    participant_user.groups.add(Group.objects.create(name="Editors of one page"))
    assert refusal(participant_user.training_person, staff_user) == "has_rights"


def test_an_erasure_has_one_of_the_reasons(staff_user):
    with pytest.raises(ValueError, match="whim"):
        erase_person(PersonFactory(), "whim", by=staff_user)


def test_what_she_was_told_goes_and_what_waits_is_not_sent(staff_user):
    sent = MessageFactory(status="sent", problem_detail="550 sreymom@example.org")
    place = {"enrollment": sent.enrollment}
    waits = [MessageFactory(status=status, **place) for status in ("queued", "to_paste")]
    other = MessageFactory()

    erase_person(sent.person, "asked", by=staff_user)

    for message in (sent, *waits):
        message.refresh_from_db()
        assert (message.address, message.subject, message.body, message.problem_detail) == (
            *("", "", ""),
            "",
        )
    assert [message.status for message in (sent, *waits)] == ["sent", "cancelled", "cancelled"]
    other.refresh_from_db()
    assert other.body and other.status == "queued"
