"""Certificates on the screens of a run and of a person."""

import pytest
from django.urls import reverse

from certificates.actions.certificates import issue_certificate, revoke_certificate
from certificates.views.panels import files_of, my_panel, run_panel
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate():
    return issue_certificate(met_completion(course__title_en="Fire safety"), by=None)


def test_staff_find_the_files_of_a_run(rf, staff_user, certificate):
    request = rf.get("/")
    request.user = staff_user

    panel = run_panel(request, certificate.enrollment.run)

    assert reverse("certificates:download", args=[certificate.uuid]) in panel


def test_a_person_finds_her_files_and_no_withdrawn_one(rf, staff_user, certificate):
    own = my_panel(rf.get("/"), certificate.person)
    revoke_certificate(certificate, "other", by=staff_user)
    gone = my_panel(rf.get("/"), certificate.person)

    assert reverse("certificates:download", args=[certificate.uuid]) in own
    assert "Fire safety" in own
    assert certificate.serial not in gone


def test_only_certificates_in_force_are_handed_to_organizations(staff_user, certificate):
    place = certificate.enrollment_id
    name, open_file = files_of([place])[place]
    with open_file() as file:
        assert (name, file.read(5)) == (f"{certificate.serial}.pdf", b"%PDF-")
    assert files_of([place + 1]) == {}
    revoke_certificate(certificate, "other", by=staff_user)
    assert files_of([place]) == {}
