"""Certificates follow a person whose record becomes part of another one."""

import pytest

from certificates.actions.certificates import (
    catch_up_certificates,
    hold_certificate,
    issue_certificate,
    revoke_certificate,
)
from certificates.actions.yearly import issue_yearly_statement
from certificates.choices import HoldReason
from certificates.models import Certificate
from certificates.permissions import held
from courses.actions.merging import merge_people, undo_merge
from courses.exceptions import Refused
from courses.models import Completion
from tests.certificates.factories import YEAR, came, met_completion
from tests.factories import AttendanceFactory, CourseFactory, EnrollmentFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(db):
    return PersonFactory(), PersonFactory()


def placed(*certificates):
    rows = Certificate.objects.filter(pk__in=[each.pk for each in certificates]).order_by("pk")
    return list(rows.values_list("person", "enrollment", "status"))


def second_place(person, completion):
    """Another record of the same human being on the run of a completion."""
    enrollment = EnrollmentFactory(run=completion.enrollment.run, person=person)
    AttendanceFactory(session=enrollment.run.sessions.get(), enrollment=enrollment)
    return Completion.objects.create(
        enrollment=enrollment, is_met=True, met_on=completion.met_on, credited_minutes=180
    )


def test_a_certificate_goes_where_its_person_goes_and_comes_back(both, staff_user):
    kept, absorbed = both
    certificate = issue_certificate(met_completion(person=absorbed), by=None)
    before, facts = placed(certificate), certificate.facts

    merge = merge_people(kept, absorbed, by=staff_user)

    assert placed(certificate) == [(kept.pk, certificate.enrollment_id, "valid")]
    assert Certificate.objects.get().facts == facts
    undo_merge(merge, by=staff_user)
    assert placed(certificate) == before


def test_one_run_gives_no_second_certificate(both, staff_user):
    kept, absorbed = both
    completion = met_completion(person=absorbed)
    mine = second_place(kept, completion)
    certificate = issue_certificate(completion, by=None)

    merge_people(kept, absorbed, by=staff_user)

    assert placed(certificate) == [(kept.pk, mine.enrollment_id, "valid")]
    assert issue_certificate(Completion.objects.get(pk=mine.pk), by=None) == certificate
    assert catch_up_certificates() == (0, 0)
    with pytest.raises(Refused, match="not completed"):
        issue_certificate(completion, by=None)


def test_of_two_valid_certificates_the_newer_stays_and_undoing_brings_both_back(both, staff_user):
    kept, absorbed = both
    completion = met_completion(person=absorbed)
    mine = second_place(kept, completion)
    old, new = issue_certificate(completion, by=None), issue_certificate(mine, by=None)

    merge = merge_people(kept, absorbed, by=staff_user)

    assert placed(old, new) == [
        (kept.pk, completion.enrollment_id, "replaced"),
        (kept.pk, mine.enrollment_id, "valid"),
    ]
    assert Certificate.objects.get(pk=old.pk).replaced_by == new
    undo_merge(merge, by=staff_user)
    assert placed(old, new) == [
        (absorbed.pk, completion.enrollment_id, "valid"),
        (kept.pk, mine.enrollment_id, "valid"),
    ]


def test_a_certificate_that_was_withdrawn_meanwhile_goes_back_withdrawn(both, staff_user):
    kept, absorbed = both
    certificate = issue_certificate(met_completion(person=absorbed), by=None)
    merge = merge_people(kept, absorbed, by=staff_user)
    revoke_certificate(certificate, "misuse", by=staff_user)

    undo_merge(merge, by=staff_user)

    assert placed(certificate) == [(absorbed.pk, certificate.enrollment_id, "revoked")]


def test_what_is_held_for_a_folded_enrolment_is_in_no_list(both, staff_user):
    kept, absorbed = both
    completion = met_completion(person=absorbed)
    second_place(kept, completion)
    hold_certificate(completion, HoldReason.NO_NAME, "")
    assert held.rows_for(staff_user).count() == 1

    merge_people(kept, absorbed, by=staff_user)

    assert held.rows_for(staff_user).count() == 0


def of_years():
    rows = Certificate.objects.order_by("serial")
    return list(rows.values_list("person", "year", "course", "status"))


def test_of_two_statements_of_a_year_the_newer_one_stays_valid(both, staff_user):
    (kept, absorbed), meetings = both, CourseFactory(gives_certificate=False)
    came(kept, 3, 10, course=meetings)
    came(absorbed, 5, 5, course=meetings)
    old = issue_yearly_statement(kept, YEAR, by=staff_user)
    new = issue_yearly_statement(absorbed, YEAR, by=staff_user)
    issue_yearly_statement(absorbed, YEAR, meetings, by=staff_user)

    merge_people(kept, absorbed, by=staff_user)

    assert of_years() == [
        (kept.pk, YEAR, None, "replaced"),
        (kept.pk, YEAR, None, "valid"),
        (kept.pk, YEAR, meetings.pk, "valid"),
    ]
    assert Certificate.objects.get(pk=old.pk).replaced_by == new
    whole = issue_yearly_statement(kept, YEAR, by=staff_user)
    assert len(whole.facts["rows"]) == 2
    with pytest.raises(Refused):
        issue_yearly_statement(absorbed, YEAR, by=staff_user)


def test_undoing_a_merge_brings_both_statements_back(both, staff_user):
    kept, absorbed = both
    for each in both:
        came(each, 3, 10)
        issue_yearly_statement(each, YEAR, by=staff_user)
    before = of_years()

    undo_merge(merge_people(kept, absorbed, by=staff_user), by=staff_user)

    assert of_years() == before
