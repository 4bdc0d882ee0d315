"""Signed lists that an archive outside can keep."""

import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import issue_certificate, revoke_certificate
from certificates.actions.daily_lists import publish_daily_lists
from certificates.models import Certificate, DailyList
from certificates.rules.multibase import from_base64url
from tests.certificates.factories import met_completion
from tests.certificates.keyring import DID, use_keys
from tests.certificates.verifiers import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def issued(settings, tmp_path, staff_user):
    """One certificate of three days ago, withdrawn yesterday, and one of today."""
    cache.clear()
    use_keys(settings, tmp_path)
    today = timezone.localdate()
    old = issue_certificate(met_completion(), by=None)
    revoke_certificate(old, "misuse", by=staff_user)
    Certificate.objects.filter(pk=old.pk).update(
        issued_on=today - timedelta(days=3), status_on=today - timedelta(days=1)
    )
    issue_certificate(met_completion(), by=None)
    return old


def said(content):
    return json.loads(from_base64url(content.split(".")[1]))


def test_every_day_until_yesterday_has_a_list_that_names_the_one_before(client, issued, capsys):
    call_command("publish_daily_lists")
    call_command("publish_daily_lists")

    assert capsys.readouterr().out == "3 lists published.\n0 lists published.\n"
    first, second, third = DailyList.objects.order_by("day")
    number = {"number": issued.serial}
    assert said(first.content)["issued"] == [number | {"sha256": issued.sha256}]
    assert said(second.content)["issued"] == said(second.content)["taken_back"] == []
    assert said(third.content)["taken_back"] == [number | {"state": "revoked"}]
    befores = [said(each.content)["before"] for each in (first, second, third)]
    assert befores == ["", first.sha256, second.sha256]
    listed = client.get(reverse("certificates:days")).json()
    assert listed["lists"][0]["sha256"] == third.sha256
    kept = client.get(reverse("certificates:day", args=[str(third.day)]))
    assert kept.content.decode() == third.content
    assert client.get(reverse("certificates:day", args=["today"])).status_code == 404


@pytest.mark.node
def test_a_library_of_others_checks_a_list_and_refuses_a_changed_one(client, issued):
    publish_daily_lists()
    content = DailyList.objects.order_by("day").first().content
    header, _payload, signature = content.split(".")
    other = DailyList.objects.order_by("day").last().content.split(".")[1]
    issuer = client.get("/.well-known/did.json").json()

    answers = asked(
        "jose.js", {"issuer": issuer, "lists": [content, f"{header}.{other}.{signature}"]}
    )

    assert answers == [f"{DID} {said(content)['day']}", "signature verification failed"]


def test_without_keys_nothing_is_published(issued, settings):
    settings.CERTIFICATES_KEYS = ""

    assert publish_daily_lists() == 0
