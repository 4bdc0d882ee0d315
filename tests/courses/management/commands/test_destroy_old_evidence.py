"""The command that destroys sheets and photos after their term."""

from io import BytesIO, StringIO

import pytest
from django.core.management import call_command

from courses.actions.evidence import keep_evidence
from tests.courses.adapters.printing.samples import picture
from tests.factories import SessionFactory


def said():
    out = StringIO()
    call_command("destroy_old_evidence", stdout=out)
    return out.getvalue().strip()


@pytest.mark.django_db
def test_the_command_says_how_many_went(trainer_user, settings):
    keep_evidence(SessionFactory(), BytesIO(picture()), "sheet", by=trainer_user)
    assert said() == "0 destroyed."
    settings.COURSES_EVIDENCE_YEARS = -1
    assert said() == "1 destroyed."
