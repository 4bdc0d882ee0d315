"""Queries whose SQL is written once."""

from datetime import date
from uuid import UUID

import pytest
from django.utils import timezone

from courses.adapters.prepared import Prepared
from courses.models import Completion, Enrollment, LessonProgress
from tests.factories import EnrollmentFactory

pytestmark = pytest.mark.django_db
KEY = UUID("6a2c7f1e-0000-4000-8000-000000000001")


def of_person(*fields):
    return Prepared(
        Enrollment,
        lambda person, sector: Enrollment.objects.filter(
            person=person, sector=sector, status__in=["enrolled", "requested"]
        ).values_list(*fields),
    )


def test_a_prepared_query_answers_as_the_query_itself():
    missing = [{"code": "minutes", "have": 180, "need": 288}]
    one = EnrollmentFactory()
    Completion.objects.create(
        enrollment=one, is_met=True, met_on=date(2026, 12, 11), missing=missing
    )
    LessonProgress.objects.create(
        person=one.person, course=one.run.course, lesson_key=KEY, read_at=timezone.now()
    )
    fields = ("run_id", "status", "completion__met_on", "completion__missing",
              "person__lesson_progress__lesson_key")  # fmt: skip
    assert of_person(*fields)(one.person_id, one.sector) == [
        (one.run_id, "enrolled", date(2026, 12, 11), missing, KEY)
    ]
    assert of_person(*fields)(one.person_id, "footwear") == []


def test_every_call_asks_anew_and_with_its_own_values(django_assert_num_queries):
    first, second = EnrollmentFactory(), EnrollmentFactory(status="requested")
    ask = of_person("pk")
    with django_assert_num_queries(3):
        answers = [ask(each.person_id, each.sector) for each in (first, second, first)]
    assert answers == [[(first.pk,)], [(second.pk,)], [(first.pk,)]]
    Enrollment.objects.filter(pk=first.pk).update(status="withdrawn")
    assert ask(first.person_id, first.sector) == []


def test_a_hostile_word_stays_a_value():
    one = EnrollmentFactory()
    assert of_person("pk")(one.person_id, "garment') OR 1=1 --") == []
