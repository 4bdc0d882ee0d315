"""The registry in numbers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import (
    issue_certificate,
    replace_certificate,
    revoke_certificate,
)
from certificates.actions.erasing import erase_certificates
from certificates.admin.registry import yearly_item
from certificates.models import CheckCount
from certificates.queries.registry import YearOfCertificates, registry_years
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db
ADDRESS = reverse("certificates_registry")


def test_every_certificate_counts_once_by_what_it_is_worth_today(client, staff_user):
    today = timezone.localdate()
    _valid, expired, revoked, replaced, erased = (
        issue_certificate(met_completion(), by=None) for _ in range(5)
    )
    type(expired).objects.filter(pk=expired.pk).update(expires_on=today - timedelta(days=1))
    revoke_certificate(revoked, "misuse", by=staff_user)
    replace_certificate(replaced, by=staff_user)
    erase_certificates([erased.person_id])
    CheckCount.objects.create(day=today, answer="valid", count=40)
    CheckCount.objects.create(day=today, answer="unknown", count=2)

    assert registry_years(staff_user) == [
        YearOfCertificates(
            today.year,
            issued=6,
            in_force=2,
            expired=1,
            withdrawn=1,
            replaced=1,
            erased=1,
            checked=42,
            unknown=2,
        )
    ]
    client.force_login(staff_user)
    shown = client.get(ADDRESS).text
    assert "All years" in shown and ">42<" in shown


def test_trainers_have_no_business_here(client, trainer_user):
    client.force_login(trainer_user)

    assert client.get(ADDRESS).status_code in (302, 403)


def test_the_menu_leads_staff_to_yearly_statements_and_nobody_else(rf, staff_user, trainer_user):
    shown = []
    for user in (staff_user, trainer_user):
        request = rf.get("/")
        request.user = user
        shown.append(yearly_item().is_shown(request))

    assert shown == [True, False]
    assert str(yearly_item().url) == reverse("certificates:yearly")
