"""What is asked about designs."""

import pytest

from certificates.actions.certificates import issue_certificate
from certificates.actions.designs import save_design
from certificates.queries.designs import newest_of, revisions_of
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


def test_revisions_say_how_many_certificates_they_printed_in_one_query(
    staff_user, django_assert_num_queries
):
    design = issue_certificate(met_completion(), by=None).revision.design
    sheet = newest_of(design).sheet
    sheet["elements"][0]["x"] += 1
    save_design(design, sheet, name=design.name, by=staff_user)

    with django_assert_num_queries(1):
        found = [(each.number, each.printed, each.made_by) for each in revisions_of(design)]

    assert found == [(2, 0, staff_user), (1, 1, None)]
