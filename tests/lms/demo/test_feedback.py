"""The demo's people say what the specification says of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.models import FeedbackRound, FeedbackTally
from courses.queries.feedback import is_open
from lms.demo.feedback import write_feedback
from tests.factories import AttendanceFactory, CourseRunFactory, EnrollmentFactory, SessionFactory

pytestmark = pytest.mark.django_db


def run_of(days_ago, people):
    day = timezone.localdate() - timedelta(days=days_ago)
    run = CourseRunFactory(starts_on=day, ends_on=day)
    session = SessionFactory(run=run)
    for enrollment in EnrollmentFactory.create_batch(people, run=run):
        AttendanceFactory(session=session, enrollment=enrollment, credited_minutes=60)
    type(run).objects.filter(pk=run.pk).update(starts_on=day, ends_on=day)
    return run


def test_most_people_answer_and_are_content():
    run_of(60, 40)
    last = run_of(3, 20)
    run_of(60, 0)
    write_feedback(timezone.localdate(), by=None)
    tallies = FeedbackTally.objects.all()
    sheets = sum(tally.sheets for tally in tallies)
    faces = [
        sum(column) for column in zip(*[row for t in tallies for row in t.counts], strict=True)
    ]
    mean = sum(face * number for face, number in enumerate(faces, 1)) / sum(faces)
    assert 0.65 < sheets / 60 < 0.9
    assert 4.2 < mean < 4.6
    assert [each.run for each in FeedbackRound.objects.all() if is_open(each)] == [last]
