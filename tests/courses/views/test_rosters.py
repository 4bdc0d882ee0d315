"""A standing roster comes onto a run with one tap."""

import pytest

from tests.courses.views.conftest import address, said
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_the_roster_is_enrolled_once(trainer, run):
    roster = run.course.rosters.create(name_en="Contact group")
    for _n in range(2):
        roster.members.create(person=PersonFactory())
    run.roster = roster
    run.save()
    assert "Contact group" in trainer.get(address("run", run)).content.decode()

    first = trainer.post(address("enroll_roster", run), follow=True)
    second = trainer.post(address("enroll_roster", run), follow=True)

    assert said(first) == ["2 people of the roster are on the run now."]
    assert said(second) == ["Everybody of the roster is on the run already."]


def test_a_run_without_a_roster_says_so(trainer, run):
    response = trainer.post(address("enroll_roster", run), follow=True)
    assert said(response) == ["This run has no standing roster. Choose one first."]
