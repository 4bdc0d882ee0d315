"""Random histories of a run: no seat too many, nobody before her turn, R12 and R13 exact."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.journeys.enrolment_world import PEOPLE, VERBS, History

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
number = st.integers(0, PEOPLE - 1)
steps = st.lists(st.tuples(st.sampled_from(VERBS), number, number), min_size=5, max_size=40)
rules = st.sampled_from(["seat", "offer"])
FEW, MANY = 8, 150


def examples(number):
    return settings(
        max_examples=number,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


def check_history(rule, played):
    history = History(rule)
    history.play(played)
    history.end()
    people = list(history.run.enrollments.values_list("person", flat=True))
    assert len(people) == len(set(people))
    assert history.figures() == history.account.figures


@given(rule=rules, played=steps)
@examples(FEW)
def test_a_run_with_any_history(rule, played):
    check_history(rule, played)


@pytest.mark.deep
@given(rule=rules, played=steps)
@examples(MANY)
def test_a_run_with_any_of_many_histories(rule, played):
    check_history(rule, played)
