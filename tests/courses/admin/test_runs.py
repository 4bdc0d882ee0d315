"""Runs in the office by project and donor, on the list, in files and on the record."""

import csv
from io import StringIO

import pytest

from courses.models import Project
from tests.factories import CourseRunFactory, OrganizationFactory

pytestmark = pytest.mark.django_db
URL = "/admin/training/runs/"


@pytest.fixture
def staff(client, staff_user):
    client.force_login(staff_user)
    return client


@pytest.fixture
def paid(db):
    """A run of two projects of one donor, with a partner."""
    donor = OrganizationFactory(name_en="A donor")
    run = CourseRunFactory(code="PAID", external_reference="V-17")
    for code in ("P1", "P2"):
        run.projects.add(Project.objects.create(code=code, name_en=f"Project {code}", donor=donor))
    run.partners.create(organization=OrganizationFactory(name_en="A federation"))
    return run


@pytest.fixture
def unpaid(db):
    return CourseRunFactory(code="UNPAID")


def listed(staff, **query):
    rows = staff.get(URL, query).context["object_list"]
    return {run.code for run in rows}


def test_runs_are_found_by_project_and_by_donor(staff, paid, unpaid):
    project = paid.projects.first()
    assert listed(staff) == {"PAID", "UNPAID"}
    assert listed(staff, projects=project.pk) == {"PAID"}
    assert listed(staff, donor=project.donor_id) == {"PAID"}


def test_the_file_names_each_donor_once(staff, paid, unpaid):
    answer = staff.get(URL, {"export": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = {row["Run"]: row for row in csv.DictReader(StringIO(text))}
    names = ("Projects", "Donors", "Partners", "Reference elsewhere")
    assert [rows["PAID"][name] for name in names] == [
        "Project P1, Project P2",
        "A donor",
        "A federation",
        "V-17",
    ]
    assert [rows["UNPAID"][name] for name in names] == ["", "", "", ""]


def test_the_record_tells_projects_donors_and_partners(staff, paid):
    page = staff.get(f"{URL}inspect/{paid.pk}/").content.decode()
    for words in ("Project P1, Project P2", "A donor", "A federation", "V-17"):
        assert words in page
