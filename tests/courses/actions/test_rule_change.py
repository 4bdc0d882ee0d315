"""A rule is changed as it was shown; what was issued stays."""

import pytest

from certificates.actions.certificates import issue_certificate
from courses.actions.rule_change import change_rule
from courses.exceptions import Refused
from courses.models import RULE_FIELDS, Completion
from courses.queries.rule_change import effect_on
from tests.certificates.factories import met_completion
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def rule(run, **more):
    return {**{name: getattr(run, name) for name in RULE_FIELDS}, **more}


def test_a_certificate_stays_valid_when_its_holder_would_not_complete_any_more():
    completion = met_completion()
    certificate = issue_certificate(completion, by=None)
    run = completion.enrollment.run
    answers = rule(run, min_test_percent=60)

    mark = effect_on(run, answers).mark(answers)
    found = change_rule(run, answers, seen=mark, by=UserFactory())

    certificate.refresh_from_db()
    assert list(found.loses) == [completion.enrollment_id]
    assert not Completion.objects.met().exists()
    assert certificate.status == "valid"


def test_a_run_that_was_closed_meanwhile_is_left_alone():
    run = met_completion().enrollment.run
    answers = rule(run, min_sessions=9)
    mark = effect_on(run, answers).mark(answers)
    type(run).objects.update(status="closed")

    with pytest.raises(Refused) as no:
        change_rule(run, answers, seen=mark, by=UserFactory())

    assert no.value.code == "run_closed"
    run.refresh_from_db()
    assert run.min_sessions is None
