"""Two records of one person: what follows, what is the stronger, what an undo brings back."""

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.attendance import close_register, mark_attendance
from courses.actions.enrollment import enroll
from courses.actions.merging import merge_people, tell_apart, undo_merge
from courses.actions.people import PersonDetails, register_person
from courses.admin.deletion import relations_to
from courses.exceptions import Refused
from courses.models import Enrollment, Person, PersonMerge
from courses.queries.merging import BELONGINGS, latest_merge
from courses.queries.reach import reach
from courses.rules.reach import Filters
from courses.signals import people_merging
from tests.courses.actions.twins import enrolled_twice
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    MessageFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
#: What points at people and enrolments beside `BELONGINGS`, and who takes care of it in a merge.
TAKEN_CARE_OF = {
    "certificates": "certificates.actions.merging",
    "merged_people": "merge_people",
    "pin": "folding._hand_over_pin",
    "need": "folding._keep_newest_need",
    "passport_shares": "folding._close_links",
    "merges": "stays: it is the book of merges",
    "absorptions": "stays: it is the book of merges",
    "distinct_after": "folding._follow_pairs",
    "distinct_before": "folding._follow_pairs",
    "alike_after": "stays: the queue leaves out who was merged",
    "alike_before": "stays: the queue leaves out who was merged",
    "led_runs": "run_trainings",
    "attendances": "folding._fold_marks",
    "follow_up": "folding._fold_follow_ups",
    "events": "stays: events are append-only",
    "completion": "judged anew",
    "name_check": "stays: it holds for the names that were confirmed",
    "merged_enrollments": "folding._fold_places",
    "sittings": "folding._fold_tests",
    "taken_tests": "folding._fold_tests",
    "task_marks": "folding._fold_task_marks",
    "nominations": "folding._follow_nominations",
    "substitute": "folding._follow_substitutes",
    "cascade_sessions": "folding._fold_places",
    "make_ups": "folding._follow_make_ups",
    "led_sessions": "session_trainings",
}


def refused(action, *args, **kwargs):
    with pytest.raises(Refused) as no:
        action(*args, **kwargs)
    return no.value.code


def test_everything_that_points_at_a_person_or_an_enrolment_is_taken_care_of():
    found = {
        relation.get_accessor_name()
        for model in (Person, Enrollment)
        for relation in relations_to(model)
    }

    assert found == set(BELONGINGS) | set(TAKEN_CARE_OF)


def test_the_absorbed_record_stays_hidden_and_points_to_the_kept_one(both, user):
    kept, absorbed = both

    merge = merge_people(kept, absorbed, by=user)

    assert list(Person.objects.all()) == [kept]
    hidden = Person.everybody.get(pk=absorbed.pk)
    assert (hidden.merged_into, hidden.canonical) == (kept, kept)
    assert (merge.merged_by, merge.undone_at) == (user, None)
    told = ModelLogEntry.objects.filter(action="courses.people_merged")
    assert {entry.object_id for entry in told} == {str(kept.pk), str(absorbed.pk)}


def test_evidence_of_both_completes_the_course_and_is_counted_once(both, user):
    run, mine, other, (morning, afternoon) = enrolled_twice(both)
    mark_attendance(morning, mine, "present", by=user)
    mark_attendance(afternoon, mine, "absent", by=user)
    mark_attendance(morning, other, "absent", by=user)
    mark_attendance(afternoon, other, "present", by=user)
    for session in (morning, afternoon):
        close_register(session, by=user)
    assert not (mine.completion.is_met or other.completion.is_met)

    merge = merge_people(*both, by=user)

    mine.completion.refresh_from_db()
    assert mine.completion.is_met
    period = Filters(start=run.starts_on, end=run.ends_on)
    counted = reach(period).total
    assert (counted.people, counted.attendances, counted.completions) == (1, 2, 1)
    undo_merge(merge, by=user)
    mine.completion.refresh_from_db()
    assert not mine.completion.is_met
    assert (reach(period).total.people, reach(period).total.completions) == (2, 0)


def test_a_raised_place_stays_when_she_came_after_the_merge(both, user):
    _run, mine, _other, (morning, _afternoon) = enrolled_twice(
        both, places=("withdrawn", "enrolled")
    )
    merge = merge_people(*both, by=user)
    mark_attendance(morning, Enrollment.objects.get(pk=mine.pk), "present", by=user)

    undo_merge(merge, by=user)

    mine.refresh_from_db()
    assert mine.status == "enrolled"
    assert mine.attendances.attended().count() == 1


def test_later_changes_stay_on_their_side(both, user):
    kept, absorbed = both
    enrollment = EnrollmentFactory(person=absorbed)
    merge = merge_people(kept, absorbed, by=user)
    Enrollment.objects.filter(pk=enrollment.pk).update(role="manager")
    kept.refresh_from_db()
    kept.known_as = "Mom"
    kept.save()
    new = enroll(CourseRunFactory(), kept, by=user)

    undo_merge(merge, by=user)

    kept.refresh_from_db()
    enrollment.refresh_from_db()
    assert (enrollment.person, enrollment.role) == (absorbed, "manager")
    assert (kept.known_as, list(kept.enrollments.all())) == ("Mom", [new])
    assert set(Person.objects.all()) == {kept, absorbed}


def test_a_verdict_that_was_touched_later_is_judged_anew(both, user):
    _run, mine, other, (morning, afternoon) = enrolled_twice(both)
    mark_attendance(morning, mine, "present", by=user)
    mark_attendance(afternoon, other, "present", by=user)
    merge = merge_people(*both, by=user)
    mine.completion.refresh_from_db()
    assert mine.completion.is_met
    close_register(morning, by=user)

    undo_merge(merge, by=user)

    mine.completion.refresh_from_db()
    assert (mine.completion.is_met, other.completion.is_met) == (False, False)


def test_merges_are_refused_with_a_code(both, user):
    kept, absorbed = both
    third = PersonFactory(user=UserFactory())
    seen = latest_merge(kept, absorbed)

    assert refused(merge_people, kept, kept, by=user) == "same_person"
    merge_people(kept, absorbed, by=user)
    assert refused(merge_people, kept, absorbed, by=user) == "already_merged"
    assert refused(merge_people, third, absorbed, by=user) == "merged_meanwhile"
    assert refused(merge_people, absorbed, third, by=user) == "merged_meanwhile"
    assert refused(merge_people, kept, third, by=user, latest=seen) == "merged_meanwhile"
    kept.user = UserFactory()
    kept.save()
    kept.refresh_from_db()
    assert refused(merge_people, kept, third, by=user) == "two_logins"


def test_merges_are_undone_from_the_last_to_the_first(both, user):
    kept, absorbed = both
    third = PersonFactory()
    first = merge_people(absorbed, third, by=user)
    second = merge_people(kept, absorbed, by=user)
    assert set(kept.merged_people.all()) == {absorbed, third}

    assert refused(undo_merge, first, by=user) == "merged_again"
    undo_merge(second, by=user)
    assert refused(undo_merge, second, by=user) == "already_undone"
    undo_merge(first, by=user)
    assert Person.objects.count() == 3
    assert PersonMerge.objects.standing().count() == 0


def test_who_is_not_the_same_is_remembered_once(both, user):
    pair = tell_apart(both[1], both[0], by=user)

    assert tell_apart(*both, by=UserFactory()) == pair
    assert (pair.first, pair.second, pair.decided_by) == (*both, user)
    assert refused(tell_apart, both[0], both[0], by=user) == "same_person"


def test_a_new_card_never_repeats_that_of_a_merged_record(both, user, monkeypatch):
    merge_people(*both, by=user)
    codes = iter([both[1].card_code, "KH-FRESH"])
    monkeypatch.setattr(
        "courses.actions.people.card_codes.new_card_code", lambda *args, **kwargs: next(codes)
    )

    person = register_person(PersonDetails(name_km="កែវ"), by=user)

    assert person.card_code == "KH-FRESH"


def test_nothing_is_written_when_another_app_fails(both, user):
    def fail(sender, **kwargs):
        raise ValueError

    people_merging.connect(fail)
    try:
        with pytest.raises(ValueError):
            merge_people(*both, by=user)
    finally:
        people_merging.disconnect(fail)
    assert not PersonMerge.objects.exists()
    assert Person.objects.count() == 2


def test_messages_follow_and_what_waits_is_told_once(both, user):
    kept, absorbed = both
    run = CourseRunFactory()
    mine, theirs = (EnrollmentFactory(run=run, person=person) for person in both)
    sent = MessageFactory(enrollment=theirs, status="sent")
    waits = MessageFactory(enrollment=theirs)
    MessageFactory(enrollment=mine)

    merge = merge_people(kept, absorbed, by=user)
    found = kept.messages.order_by("pk").values_list("pk", "status")
    assert list(found)[:2] == [(sent.pk, "sent"), (waits.pk, "cancelled")]

    undo_merge(merge, by=user)
    found = absorbed.messages.order_by("pk").values_list("pk", "status")
    assert list(found) == [(sent.pk, "sent"), (waits.pk, "queued")]
