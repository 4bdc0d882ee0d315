"""Slow work by id."""

import pytest

from certificates.models import Certificate
from certificates.tasks import issue
from tests.certificates.factories import met_completion
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_the_task_tells_the_number():
    result = issue.enqueue([met_completion().pk])

    assert result.return_value == [Certificate.objects.get().serial]


def test_the_task_tells_why_a_certificate_is_on_hold():
    completion = met_completion(person=PersonFactory(name_km="្តា"))

    assert issue.enqueue([completion.pk]).return_value == ["malformed"]
