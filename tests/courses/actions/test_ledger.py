"""Writes that are put back exactly, unless somebody wrote over them."""

import json
from datetime import UTC, date, datetime

import pytest

from courses.actions.ledger import Ledger, put_back, values_of
from courses.models import Employment, LessonProgress, RunTrainer
from tests.factories import CourseRunFactory, EnrollmentFactory, OrganizationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def stored(ledger):
    """The entries as the database gives them back."""
    return json.loads(json.dumps(ledger.entries))


def test_a_change_is_written_noted_and_put_back_to_the_microsecond():
    run, at = CourseRunFactory(), datetime(2026, 3, 1, 8, 30, 15, 123457, UTC)
    progress = LessonProgress.objects.create(
        person=PersonFactory(), course=run.course, lesson_key=run.uuid, read_at=at
    )
    before, ledger = values_of(progress), Ledger()

    assert ledger.change(progress, read_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert not ledger.change(progress, read_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert [put_back(entry) for entry in stored(ledger)] == [True]
    progress.refresh_from_db()
    assert (progress.read_at, values_of(progress)) == (at, before)


def test_what_was_changed_later_stays():
    enrollment, ledger = EnrollmentFactory(role="worker"), Ledger()
    ledger.change(enrollment, role="supervisor", sector="footwear")
    ledger.change(enrollment, task_done_on=date(2026, 3, 1))
    enrollment.role = "manager"
    enrollment.save()

    assert [put_back(entry) for entry in stored(ledger)] == [False, True]
    enrollment.refresh_from_db()
    assert (enrollment.role, enrollment.sector, enrollment.task_done_on) == (
        "manager",
        "footwear",
        None,
    )


def test_a_removed_row_comes_back_under_its_id_and_an_added_one_goes():
    person, ledger = PersonFactory(), Ledger()
    job = Employment.objects.create(
        person=person, organization=OrganizationFactory(), starts_on=date(2025, 1, 1)
    )
    before, number = values_of(job), job.pk

    ledger.remove(job)
    ledger.add(Employment(person=person, organization=OrganizationFactory()))
    assert [put_back(entry) for entry in reversed(stored(ledger))] == [True, True]
    assert values_of(Employment.objects.get()) == before
    assert Employment.objects.get().pk == number


def test_a_row_whose_place_is_taken_is_left():
    run, ledger = CourseRunFactory(), Ledger()
    lead = RunTrainer.objects.create(run=run, person=PersonFactory(), is_lead=True)
    ledger.change(lead, is_lead=False)
    RunTrainer.objects.create(run=run, person=PersonFactory(), is_lead=True)

    assert not put_back(stored(ledger)[0])
    lead.refresh_from_db()
    assert not lead.is_lead
