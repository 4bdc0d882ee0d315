"""What leaves as a file is remembered."""

import pytest
from wagtail.models import ModelLogEntry

from courses.actions.exports import record_export

pytestmark = pytest.mark.django_db


def test_an_export_belongs_to_the_account_that_took_it(staff_user):
    record_export("people", "csv", {"sex": ["female"]}, by=staff_user)

    entry = ModelLogEntry.objects.for_instance(staff_user).get()
    assert (entry.action, entry.user) == ("courses.exported", staff_user)
    assert entry.data == {"what": "people", "format": "csv", "filters": {"sex": ["female"]}}
