"""Six answers and a need are kept, taken back, erased and merged; nobody else gets them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.actions.consents import record_consent
from courses.actions.erasing import erase_person
from courses.actions.functioning import keep_answers, tell_need
from courses.actions.merging import merge_people, undo_merge
from courses.exceptions import Refused
from courses.models import FunctioningAnswers, Need, PersonMerge
from courses.queries.functioning import for_the_figure
from courses.queries.person_file import file_of
from courses.rules.functioning import QUESTIONS
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
WELL = dict.fromkeys(QUESTIONS, 1)
HARD = {**WELL, "hearing": 3}
DAY = date(2026, 1, 5)


def refused(action, *args, **kwargs):
    with pytest.raises(Refused) as no:
        action(*args, **kwargs)
    return no.value.code


@pytest.fixture
def person():
    person = PersonFactory()
    record_consent(person, "disability", True, by=None)
    return person


def counted():
    return {(person, hard) for person, _day, _until, hard in for_the_figure()}


def test_nothing_is_kept_without_consent_or_of_a_part():
    stranger = PersonFactory()
    assert refused(keep_answers, stranger, WELL) == "not_agreed"
    record_consent(stranger, "disability", True, by=None)
    assert refused(keep_answers, stranger, {**WELL, "seeing": None}) == "not_whole"
    assert refused(keep_answers, stranger, {"seeing": 1}) == "not_whole"
    assert refused(keep_answers, stranger, {**WELL, "seeing": 5}) == "not_whole"
    record_consent(stranger, "disability", False, by=None)
    assert refused(keep_answers, stranger, WELL) == "not_agreed"
    assert not FunctioningAnswers.objects.exists()


def test_a_second_answer_of_a_day_corrects_and_a_later_one_is_added(person):
    lines = ModelLogEntry.objects.count()
    keep_answers(person, WELL, day=DAY)
    keep_answers(person, HARD, day=DAY)
    keep_answers(person, WELL, day=DAY + timedelta(days=90))

    assert list(person.functioning.values_list("answered_on", "hearing")) == [
        (DAY + timedelta(days=90), 1),
        (DAY, 3),
    ]
    assert ModelLogEntry.objects.count() == lines


def test_a_no_deletes_the_answers_of_all_her_records_and_of_nobody_else(person, user):
    other, absorbed = PersonFactory(), PersonFactory()
    for each in (other, absorbed):
        record_consent(each, "disability", True, by=None)
        keep_answers(each, HARD, day=DAY)
    keep_answers(person, WELL, day=DAY)
    merge_people(person, absorbed, by=user)
    record_consent(person, "photo", False, by=None)
    assert FunctioningAnswers.objects.count() == 3

    record_consent(person, "disability", False, by=user)
    record_consent(person, "disability", False, by=user)

    assert list(FunctioningAnswers.objects.values_list("person", flat=True)) == [other.pk]


def test_a_merge_takes_the_answers_along_and_a_no_of_either_record_counts(person, user):
    kept = PersonFactory()
    keep_answers(person, HARD, day=DAY)
    merge = merge_people(kept, person, by=user)
    assert counted() == {(kept.pk, True)}
    assert "hearing" not in str(PersonMerge.objects.get().changes)
    undo_merge(merge, by=user)
    assert counted() == {(person.pk, True)}

    record_consent(kept, "disability", False, by=None)
    merge_people(kept, person, by=user)
    assert counted() == set()


def test_of_two_answers_on_one_day_the_later_one_counts(person, user):
    kept = PersonFactory()
    record_consent(kept, "disability", True, by=None)
    keep_answers(kept, WELL, day=DAY)
    keep_answers(person, HARD, day=DAY)
    merge_people(kept, person, by=user)
    assert counted() == {(kept.pk, True)}


def test_a_need_is_told_changed_and_taken_away(person, user):
    tell_need(person, " a ground  floor ", by=user)
    kept = tell_need(person, "a ground floor", by=None)
    assert (kept.text, kept.told_by) == ("a ground floor", user)
    assert refused(tell_need, person, "x" * 501, by=None) == "too_long"
    line = ModelLogEntry.objects.get(action="courses.need_told")
    assert "ground" not in f"{line.data} {line.label}"
    assert tell_need(person, "", by=None) is tell_need(person, " ", by=None) is None
    assert not Need.objects.exists()


def test_a_merge_keeps_the_newest_need(person, user):
    kept, third = PersonFactory(), PersonFactory()
    tell_need(kept, "large letters", by=None)
    tell_need(person, "a seat in front", by=user)
    merge = merge_people(kept, person, by=user)
    assert Need.objects.get(person=kept).text == "a seat in front"
    undo_merge(merge, by=user)
    assert Need.objects.get(person=kept).text == "large letters"
    merge_people(third, kept, by=user)
    assert Need.objects.get(person=third).text == "large letters"


def test_erasing_deletes_both_and_nothing_comes_after(person, user):
    keep_answers(person, HARD)
    tell_need(person, "a ground floor", by=None)
    erase_person(person, "asked", by=user)

    assert not FunctioningAnswers.objects.exists() and not Need.objects.exists()
    assert refused(keep_answers, person, WELL) == "erased"
    assert refused(tell_need, person, "a lift", by=None) == "erased"


def test_her_file_has_both_and_that_of_staff_has_no_answers(person):
    keep_answers(person, HARD)
    tell_need(person, "a ground floor", by=None)
    today = timezone.localdate().isoformat()

    assert file_of(person)["functioning"] == [{"answered_on": today, **HARD}]
    for_staff = file_of(person, shows_confidential=False)
    assert "functioning" not in for_staff and for_staff["needs"][0]["text"] == "a ground floor"
