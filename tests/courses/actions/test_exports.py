"""What leaves as a file is remembered."""

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.exports import Purpose, record_export, record_personal_export
from courses.models import ExportLog

pytestmark = pytest.mark.django_db


def test_an_export_belongs_to_the_account_that_took_it(staff_user):
    record_export("people", "csv", {"sex": ["female"]}, by=staff_user)

    entry = ModelLogEntry.objects.for_instance(staff_user).get()
    assert (entry.action, entry.user) == ("courses.exported", staff_user)
    assert entry.data == {"what": "people", "format": "csv", "filters": {"sex": ["female"]}}
    assert not ExportLog.objects.exists()


def test_a_file_with_personal_data_keeps_what_it_is_for(staff_user):
    purpose = Purpose("research", " Study of 2026 ", rows=12)
    row = record_personal_export("people", "csv", {}, purpose, by=staff_user)

    assert (row.taken_by, row.purpose, row.detail, row.rows) == (
        staff_user,
        "research",
        "Study of 2026",
        12,
    )
    assert ModelLogEntry.objects.for_instance(staff_user).count() == 1
    with pytest.raises(ValueError, match="fun"):
        record_personal_export("people", "csv", {}, Purpose("fun"), by=staff_user)
