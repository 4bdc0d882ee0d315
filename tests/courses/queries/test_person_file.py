"""Everything on record about one person."""

import pytest
from django.db.models import ForeignKey, OneToOneField

from certificates.actions.certificates import issue_certificate
from courses.forms.record_words import LABELS, SECTIONS
from courses.models import Person
from courses.queries.person_file import file_of
from courses.rules.starting_rubrics import starting_rubric
from tests.certificates.factories import met_completion
from tests.courses.admin.world import make_world
from tests.factories import EnrollmentFactory

pytestmark = pytest.mark.django_db

#: Models that point at a person, and the section that tells of them.
TOLD = {
    "courses.Person": "person",
    "courses.PersonPhone": "phones",
    "courses.Employment": "jobs",
    "courses.Pin": "pin",
    "courses.PassportShare": "shares",
    "courses.Consent": "consents",
    "courses.Need": "needs",
    "courses.FunctioningAnswers": "functioning",
    "courses.Enrollment": "enrolments",
    "courses.Message": "messages",
    "courses.RunTrainer": "trainings",
    "courses.SessionTrainer": "sessions_led",
    "courses.RosterMember": "rosters",
    "courses.LessonProgress": "lessons",
    "courses.LessonEvent": "lessons_seen",
    "courses.QuizAttempt": "quizzes",
    "certificates.Certificate": "certificates",
}
#: Work of the office on records, which says nothing more about her.
UNTOLD = {"courses.PersonMerge", "courses.DistinctPair", "courses.DuplicateCandidate"}


def test_whatever_points_at_a_person_is_told():
    pointing = {
        relation.related_model._meta.label
        for relation in Person._meta.related_objects
        if isinstance(relation.field, (ForeignKey, OneToOneField))
    }
    assert pointing - UNTOLD <= set(TOLD)
    assert set(TOLD.values()) <= set(file_of(make_world().people))


def test_every_section_and_every_value_has_words():
    completion = met_completion()
    issue_certificate(completion, by=None)
    for person in (completion.enrollment.person, make_world().people):
        record = file_of(person)
        assert set(record) <= set(SECTIONS)
        names = {name for rows in record.values() for row in rows for name in row}
        assert names <= {*LABELS, "status"}


def test_it_takes_the_same_queries_whatever_is_on_record(django_assert_num_queries):
    person = make_world().people
    with django_assert_num_queries(21):
        file_of(person)
    for _number in range(5):
        met_completion(person=person)
    with django_assert_num_queries(21):
        assert len(file_of(person)["enrolments"]) == 6


def test_marks_of_a_task_are_told_with_levels_and_words():
    rubric = starting_rubric("practice")[:2]
    place = EnrollmentFactory(run__task_rubric=rubric, run__task_en="A session")
    place.task_marks.create(
        levels={"c1": 3, "c2": 0}, score=3, max_score=6, done_on="2026-03-01", note="Speak slower."
    )
    (row,) = file_of(place.person)["task_marks"]

    assert (row["task"], row["score"], row["note"]) == ("A session", 3, "Speak slower.")
    assert row["levels"].startswith("Is prepared: plan, place and materials: Very well · ")
    assert set(row) <= set(LABELS)
