"""Links lead out of the admin only where the site has the other screens."""

import pytest

from courses.admin.links import address, links, record_address, run_links, session_links
from courses.models import CourseRun, Session


def test_a_screen_that_the_site_does_not_have_is_no_link():
    assert address("courses:no_such_screen") == ""
    assert links(("Open", "", "edit"), ("See", "/there/", "view")) == [("See", "/there/", "view")]


def test_runs_and_sessions_lead_to_the_trainers_screens():
    run, session = CourseRun(), Session()

    assert str(run.uuid) in run_links(run)[0][1]
    assert session_links(session)[0][1].endswith(f"{session.uuid}/register/")


@pytest.mark.parametrize("noun", ["runs", "people"])
def test_a_record_has_an_address_in_the_admin(noun):
    assert record_address(noun, 7) == f"/admin/training/{noun}/inspect/7/"
