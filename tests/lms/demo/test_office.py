"""A member of staff of the demo oversees two provinces; who took files away is on the list."""

import pytest
from django.utils import timezone

from courses.models import Completion, ExportLog
from courses.permissions import oversees_area, runs
from lms.demo.accounts import write_officer
from lms.demo.office import write_office
from tests.factories import CourseRunFactory, EnrollmentFactory

pytestmark = pytest.mark.django_db


def test_the_officer_sees_the_runs_of_her_provinces(staff_user):
    Completion.objects.create(
        enrollment=EnrollmentFactory(), is_met=True, met_on=timezone.localdate()
    )
    CourseRunFactory(province_id="12")
    hers = [CourseRunFactory(province_id=code) for code in ("05", "08")]
    officer = write_officer()
    write_office(officer, by=staff_user)

    assert oversees_area(officer)
    assert {*hers} <= {*runs.rows_for(officer)}
    assert not runs.rows_for(officer).filter(province_id="12").exists()
    taken = ExportLog.objects.values_list("taken_by", "what", "rows")
    assert sorted(taken) == [(staff_user.pk, "people", 1), (staff_user.pk, "person", 1)]
