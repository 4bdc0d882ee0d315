"""Who sees which certificates."""

import pytest
from django.contrib.auth.models import AnonymousUser

from certificates import permissions
from certificates.actions.certificates import issue_certificate
from tests.certificates.factories import met_completion


@pytest.mark.django_db
def test_each_sees_her_own_share(staff_user, trainer_user, participant_user):
    own = issue_certificate(met_completion(person=participant_user.training_person), by=None)
    led = issue_certificate(met_completion(), by=None)
    led.enrollment.run.run_trainers.create(person=trainer_user.training_person)

    def seen(user):
        return set(permissions.certificates.rows_for(user))

    assert seen(staff_user) == {own, led}
    assert seen(trainer_user) == {led}
    assert seen(participant_user) == {own}
    assert seen(AnonymousUser()) == set()
