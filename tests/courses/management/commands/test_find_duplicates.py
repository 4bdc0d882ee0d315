"""The command that queues pairs of records."""

from io import StringIO

import pytest
from django.core.management import call_command

from courses.models import DuplicateCandidate
from tests.courses.queries.test_duplicates import alike

pytestmark = pytest.mark.django_db


def said(*options):
    out = StringIO()
    call_command("find_duplicates", *options, stdout=out)
    return out.getvalue().strip()


def test_new_people_are_compared_once_and_everybody_when_asked():
    alike(2)
    assert said() == "4 people are compared."
    assert said() == "0 people are compared."
    assert said("--everybody") == "2 pairs may be of one person."
    assert DuplicateCandidate.objects.count() == 2
