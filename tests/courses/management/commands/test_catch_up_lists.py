"""The command that starts lost lists again."""

from io import StringIO

import pytest
from django.core.management import call_command

from tests.courses.actions.test_list_catch_up import lost

pytestmark = pytest.mark.django_db


def said():
    out = StringIO()
    call_command("catch_up_lists", stdout=out)
    return out.getvalue().strip()


def test_the_command_says_how_many_lists_were_added(trainer_user):
    batch = lost(trainer_user)
    lost(trainer_user).run.__class__.objects.exclude(pk=batch.run_id).update(status="closed")
    assert said() == "1 lists are added, 1 could not be added."
    assert said() == "0 lists are added, 0 could not be added."
