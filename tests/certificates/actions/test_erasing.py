"""Certificates of erased people, also when a crash left their files behind."""

import pytest
from django.core.management import call_command

from certificates.actions.certificates import (
    hold_certificate,
    issue_certificate,
    replace_certificate,
)
from certificates.actions.erasing import drop_erased_files, erase_certificates
from certificates.models import Certificate, HeldCertificate
from courses.actions.erasing import erase_person
from courses.exceptions import Refused
from courses.models import Person
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate():
    return issue_certificate(met_completion(), by=None)


def test_name_fingerprint_and_file_go_and_the_number_stays(
    certificate, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_certificates([certificate.person_id]) == 1
        assert erase_certificates([certificate.person_id]) == 0
    row = Certificate.objects.get()

    assert (row.serial, row.status) == (certificate.serial, "valid")
    assert (row.facts["name_km"], row.facts["name_en"], row.sha256, row.file.name) == ("",) * 4
    assert "Sreymom" not in str(row.facts)
    assert row.facts["course_en"] == certificate.facts["course_en"]


def test_a_file_that_a_crash_left_is_dropped_later(certificate):
    storage, name = certificate.file.storage, certificate.file.name
    erase_certificates([certificate.person_id])
    assert storage.exists(name)

    call_command("catch_up_certificates")

    assert not storage.exists(name)
    assert drop_erased_files() == 0


def test_an_erased_certificate_is_neither_printed_anew_nor_issued_again(certificate, staff_user):
    erase_person(certificate.person, "asked", by=staff_user)
    certificate.refresh_from_db()
    with pytest.raises(Refused) as anew:
        replace_certificate(certificate, by=staff_user)
    with pytest.raises(Refused) as again:
        issue_certificate(certificate.enrollment.completion, by=staff_user)

    assert (anew.value.code, again.value.code) == ("not_valid", "erased")


def test_what_stood_in_the_way_of_printing_is_forgotten(staff_user):
    completion = met_completion()
    hold_certificate(completion, "malformed", "ស្រីមុំ")
    erase_person(completion.enrollment.person, "asked", by=staff_user)

    assert not HeldCertificate.objects.exists()
    assert not Person.objects.filter(pk=completion.enrollment.person_id).exists()
