"""A certificate is paper: printing it again or withdrawing it moves no figure."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certificates.actions.certificates import (
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from certificates.choices import RevocationReason
from tests.certificates.factories import met_completion
from tests.factories import UserFactory
from tests.reference import FIGURES, dump, figure

pytestmark = pytest.mark.django_db


def test_a_revoked_certificate_takes_no_completion_back():
    now, user = timezone.now(), UserFactory()
    today = timezone.localdate(now)
    completion = met_completion()
    period = (today - timedelta(days=1), today + timedelta(days=1))
    before = every_figure(now, period)

    certificate = replace_certificate(issue_certificate(completion, by=user), by=user)
    revoke_certificate(certificate, RevocationReason.OTHER, by=user)

    assert before["R8"] == before["R9"] == {(): 1}
    assert every_figure(now, period) == before


def every_figure(now, period):
    world = dump(now)
    return {code: figure(world, code, *period) for code in FIGURES}
