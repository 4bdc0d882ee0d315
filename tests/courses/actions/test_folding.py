"""What only one record has goes over; of what both have the stronger counts."""

from datetime import date

import pytest
from django.utils import timezone

from courses.actions.attendance import mark_attendance
from courses.actions.merging import merge_people, tell_apart, undo_merge
from courses.exceptions import Refused
from courses.models import (
    Attendance,
    DistinctPair,
    Employment,
    Enrollment,
    PersonPhone,
    Roster,
    TakenTest,
)
from tests.courses.actions.twins import enrolled_twice
from tests.factories import (
    CourseRunFactory,
    EnrollmentFactory,
    PersonFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_what_belongs_to_the_absorbed_record_follows(both, user):
    kept, absorbed = both
    enrollment = EnrollmentFactory(person=absorbed)
    for person, raw in ((kept, "012 111 111"), (absorbed, "012 111 111"), (absorbed, "099 1")):
        PersonPhone.objects.create(person=person, raw=raw)
    Employment.objects.create(person=absorbed, organization=enrollment.employer, role="worker")
    absorbed.consents.create(kind="photo", is_given=True)
    absorbed.user = UserFactory()
    absorbed.save()

    merge_people(kept, absorbed, by=user)

    kept.refresh_from_db()
    assert [row.pk for row in kept.enrollments.all()] == [enrollment.pk]
    assert [phone.raw for phone in kept.phones.all()] == ["012 111 111", "099 1"]
    assert [phone.raw for phone in absorbed.phones.all()] == ["012 111 111"]
    assert (kept.employments.count(), kept.consents.count()) == (1, 1)
    assert kept.user == UserFactory._meta.model.objects.get(training_person=kept)


def test_blanks_are_filled_and_nothing_is_overwritten(user):
    kept = PersonFactory(name_km="", sex="not_stated", birth_year=1990)
    absorbed = PersonFactory(name_km="ចាន់ ស្រីមុំ", sex="female", birth_year=1991)
    absorbed.family_name_latin = "Chhan"
    absorbed.save()

    merge = merge_people(kept, absorbed, by=user)

    kept.refresh_from_db()
    assert (kept.name_km, kept.sex, kept.birth_year) == ("ចាន់ ស្រីមុំ", "female", 1990)
    assert kept.family_name_latin == "Chan"
    assert kept.key_km
    undo_merge(merge, by=user)
    kept.refresh_from_db()
    assert (kept.name_km, kept.key_km, kept.sex) == ("", "", "not_stated")


def test_of_two_marks_the_stronger_counts_and_both_stay_visible(both, user):
    _run, mine, other, (morning, afternoon) = enrolled_twice(both)
    mark_attendance(morning, mine, "absent", by=user)
    mark_attendance(morning, other, "late", by=user, minutes_missed=60)
    mark_attendance(afternoon, mine, "present", by=user)
    mark_attendance(afternoon, other, "excused", by=user)

    merge_people(*both, by=user)

    marks = Attendance.objects.order_by("enrollment", "session")
    assert list(marks.values_list("enrollment", "presence", "credited_minutes")) == [
        (mine.pk, "late", 135),
        (mine.pk, "present", 180),
        (other.pk, "late", 135),
        (other.pk, "excused", 0),
    ]
    assert [mark.enrollment_id for mark in Attendance.objects.standing()] == [mine.pk, mine.pk]
    assert other.events.count() == 2


def test_the_better_place_and_its_job_win(both, user):
    _run, mine, other, _sessions = enrolled_twice(both, places=("withdrawn", "enrolled"))
    Enrollment.objects.filter(pk=other.pk).update(role="manager", task_done_on=date(2026, 3, 1))

    merge = merge_people(*both, by=user)

    mine.refresh_from_db()
    assert (mine.status, mine.role, mine.task_done_on) == (
        "enrolled",
        "manager",
        date(2026, 3, 1),
    )
    undo_merge(merge, by=user)
    mine.refresh_from_db()
    assert (mine.status, mine.role, mine.task_done_on) == ("withdrawn", "worker", None)


def test_two_trainings_of_one_run_become_one_with_the_lead(both, user):
    run = CourseRunFactory()
    for person in both:
        run.run_trainers.create(person=person, is_lead=person == both[1])

    merge = merge_people(*both, by=user)
    assert list(run.run_trainers.values_list("person", "is_lead")) == [(both[0].pk, True)]

    undo_merge(merge, by=user)
    assert set(run.run_trainers.values_list("person", "is_lead")) == {
        (both[0].pk, False),
        (both[1].pk, True),
    }


def test_who_is_not_the_same_stays_so_after_a_merge(both, user):
    third = PersonFactory()
    tell_apart(both[1], third, by=user)
    tell_apart(*both, by=user)

    merge = merge_people(*both, by=user)
    assert DistinctPair.objects.filter(first=both[0], second=third).exists()
    assert not DistinctPair.objects.filter(first=both[0], second=both[1]).exists()
    with pytest.raises(Refused):
        tell_apart(both[1], third, by=user)

    undo_merge(merge, by=user)
    pairs = set(DistinctPair.objects.values_list("first", "second"))
    assert pairs == {(both[1].pk, third.pk), (both[0].pk, both[1].pk)}


def test_who_came_instead_of_somebody_follows_the_place_that_stays(both, user):
    _run, mine, other, _sessions = enrolled_twice(both, places=("waitlisted", "substituted"))
    substitute = EnrollmentFactory(run=mine.run, substitutes=other)

    merge = merge_people(*both, by=user)
    substitute.refresh_from_db()
    assert substitute.substitutes == mine

    undo_merge(merge, by=user)
    substitute.refresh_from_db()
    assert substitute.substitutes == other


def test_nobody_comes_instead_of_herself(both, user):
    _run, mine, other, _sessions = enrolled_twice(both, places=("enrolled", "substituted"))
    mine.substitutes = other
    mine.save()

    merge_people(*both, by=user)
    mine.refresh_from_db()
    other.refresh_from_db()

    assert (mine.status, mine.substitutes, other.status) == ("enrolled", other, "merged")


def test_trainings_and_rosters_of_both_become_one(both, user):
    kept, absorbed = both
    session, roster = SessionFactory(), Roster.objects.create(name_en="Contact group")
    for person in both:
        session.session_trainers.create(person=person)
        roster.members.create(person=person)
    other = SessionFactory()
    other.session_trainers.create(person=absorbed)

    merge = merge_people(kept, absorbed, by=user)
    assert list(other.trainers.all()) == [kept]
    assert session.session_trainers.count() == roster.members.count() == 1

    undo_merge(merge, by=user)
    assert list(other.trainers.all()) == [absorbed]
    assert session.session_trainers.count() == roster.members.count() == 2


def scored(place, moment, score):
    return TakenTest.objects.create(
        enrollment=place,
        moment=moment,
        form="A",
        way="paper",
        score=score,
        max_score=20,
        taken_at=timezone.now(),
    )


def test_a_result_goes_over_unless_the_kept_place_has_one(both, user):
    _run, mine, other, _sessions = enrolled_twice(both)
    Enrollment.objects.filter(pk=other.pk).update(first_form="B")
    scored(mine, "pre", 8)
    kept_aside, moving = scored(other, "pre", 5), scored(other, "post", 15)

    merge = merge_people(*both, by=user)

    assert set(mine.taken_tests.values_list("moment", "score")) == {("pre", 8), ("post", 15)}
    kept_aside.refresh_from_db()
    mine.refresh_from_db()
    assert (kept_aside.enrollment, mine.first_form) == (other, "B")
    undo_merge(merge, by=user)
    moving.refresh_from_db()
    assert moving.enrollment == other


def task_marked(place, score, is_current=True):
    return place.task_marks.create(
        score=score, max_score=9, done_on=date(2026, 3, 1), is_current=is_current
    )


def test_a_mark_of_a_task_goes_over_with_its_history_unless_the_kept_place_has_one(both, user):
    _run, mine, other, _sessions = enrolled_twice(both)
    task_marked(mine, 1, is_current=False)
    earlier, moving = task_marked(other, 3, is_current=False), task_marked(other, 7)

    merge = merge_people(*both, by=user)
    assert list(mine.task_marks.values_list("score", "is_current")) == [
        (1, False),
        (3, False),
        (7, True),
    ]
    undo_merge(merge, by=user)
    for mark in (earlier, moving):
        mark.refresh_from_db()
        assert mark.enrollment == other

    own = task_marked(mine, 5)
    merge_people(*both, by=user)
    assert mine.task_marks.current().get() == own
    assert other.task_marks.current().get() == moving
