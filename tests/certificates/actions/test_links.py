"""The address of a certificate in the message that tells of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certificates.actions.certificates import issue_certificate
from certificates.actions.erasing import erase_certificates
from certificates.actions.links import make_links, open_link
from certificates.actions.yearly import issue_yearly_statement
from certificates.models import PaperLink
from certificates.queries.links import fingerprint, paper_address, token_of
from courses.actions.announcing import quietly
from courses.actions.retention import enforce_retention
from courses.actions.sending import send_waiting
from courses.adapters.gateways.memory import MemoryGateway
from courses.models import Message, PersonPhone
from courses.queries.messages import group_texts, revealed, veiled
from tests.certificates.factories import YEAR, came, met_completion
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def newly_met():
    completion = met_completion()
    completion.met_on = timezone.localdate()
    completion.save()
    return completion


def told_of(certificate):
    return Message.objects.get(person=certificate.person)


def address_of(link):
    return paper_address("paper", link.uuid.hex)


def test_the_message_holds_no_address_until_it_leaves():
    certificate = issue_certificate(newly_met(), by=None)

    message, link = told_of(certificate), PaperLink.objects.get()
    token = token_of(link.uuid)
    assert token not in message.body and fingerprint(token) not in message.body
    assert f"/check/paper/{token}/" in revealed(message.body)
    assert "paper/" not in veiled(message.body) and "…" in veiled(message.body)
    assert link.token_sha256 == fingerprint(token) and link.certificate == certificate
    stored = {str(value) for row in PaperLink.objects.values() for value in row.values()}
    assert not any(token in value for value in stored)


def test_an_sms_leads_to_the_certificate_and_the_kept_text_does_not(settings):
    settings.COURSES_SMS_GATEWAY = {"BACKEND": "courses.adapters.gateways.memory.MemoryGateway"}
    completion = newly_met()
    phone = {"raw": "012 345 678", "e164": "+85512345678"}
    PersonPhone.objects.create(person=completion.enrollment.person, **phone)
    certificate = issue_certificate(completion, by=None)
    MemoryGateway.sent.clear()

    send_waiting()

    (sent,) = MemoryGateway.sent.values()
    token = token_of(PaperLink.objects.get().uuid)
    assert f"/check/paper/{token}/" in str(sent)
    assert open_link(token).certificate == certificate
    assert token not in told_of(certificate).body


def test_a_link_opens_its_certificate_until_it_ends(settings):
    certificate = issue_certificate(newly_met(), by=None)
    link = PaperLink.objects.get()
    token = token_of(link.uuid)

    assert link.expires_at - timezone.now() > timedelta(days=29)
    assert open_link(token).certificate == certificate
    link.refresh_from_db()
    assert link.last_used_at is not None
    assert open_link(token[:-1]) is None and open_link("") is None
    PaperLink.objects.update(expires_at=timezone.now())
    assert open_link(token) is None


def test_what_is_long_ago_or_quiet_makes_no_address():
    old = newly_met()
    old.met_on = timezone.localdate() - timedelta(days=100)
    old.save()
    issue_certificate(old, by=None)
    with quietly():
        issue_certificate(newly_met(), by=None)

    assert not PaperLink.objects.exists()


def test_the_text_for_one_person_is_no_text_for_her_group():
    first, second = newly_met(), newly_met()
    second.enrollment.run = first.enrollment.run
    second.enrollment.save()
    for each in (first, second):
        issue_certificate(each, by=None)

    assert first.enrollment.run.messages.ready().count() == 2
    assert group_texts(first.enrollment.run) == []


def test_a_yearly_statement_is_told_by_its_own_title(staff_user):
    person = came(PersonFactory(), 3, 10).enrollment.person
    statement = issue_yearly_statement(person, YEAR, by=staff_user)

    message = told_of(statement)
    assert statement.facts[f"course_{message.language}"] in message.body
    assert statement.serial in message.body
    assert PaperLink.objects.get().certificate == statement


def test_links_go_with_an_erased_person_and_when_they_ended():
    erased, other = (issue_certificate(newly_met(), by=None) for _ in range(2))
    (ended,) = make_links([other])
    PaperLink.objects.filter(pk=ended.pk).update(expires_at=timezone.now() - timedelta(days=1))

    erase_certificates([erased.person_id])
    assert not erased.links.exists()
    assert enforce_retention()["paper_links"] == 1
    assert other.links.count() == 1


def test_another_kind_of_mark_is_not_ours():
    assert paper_address("calendar", "0" * 32) == ""
