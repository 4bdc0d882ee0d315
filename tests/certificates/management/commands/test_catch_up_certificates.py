"""The command that issues what is missing."""

import pytest
from django.core.management import call_command

from certificates.models import Certificate
from tests.certificates.factories import met_completion
from tests.factories import PersonFactory


@pytest.mark.django_db
def test_missing_certificates_are_issued_once_and_held_ones_are_counted(capsys):
    met_completion()
    met_completion(person=PersonFactory(name_km="្តា"))

    call_command("catch_up_certificates")
    call_command("catch_up_certificates")

    assert capsys.readouterr().out == "1 issued, 1 on hold.\n0 issued, 1 on hold.\n"
    assert Certificate.objects.count() == 1
