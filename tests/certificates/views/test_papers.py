"""One certificate for whoever holds its link: no login, nothing else, and no trace."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from certificates.actions.certificates import issue_certificate, revoke_certificate
from certificates.actions.links import make_links
from certificates.models import PaperLink
from certificates.queries.links import token_of
from certificates.views import papers
from tests.certificates.factories import met_completion

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    """A certificate and the token of its link, and a stranger's certificate."""
    cache.clear()
    mine, other = (issue_certificate(met_completion(), by=None) for _ in range(2))
    (link,) = make_links([mine])
    return mine, token_of(link.uuid), other


def address(name, *args):
    return reverse(f"certificates:{name}", args=args)


def test_the_link_leads_to_the_certificate_and_its_file(client, held):
    certificate, token, _other = held

    opened = client.get(address("paper_link", token))
    page = client.get(opened.url)
    file = client.get(address("paper_file", certificate.uuid))
    picture = client.get(address("paper_picture", certificate.uuid))

    assert token not in opened.url and token not in page.text
    assert certificate.serial in page.text
    assert b"".join(file.streaming_content).startswith(b"%PDF-")
    assert picture.content.startswith(b"\x89PNG")
    for answer in (opened, page, file, picture):
        assert answer["Cache-Control"] == "private, no-store"
        assert "noindex" in answer["X-Robots-Tag"]


def test_it_shows_that_certificate_alone(client, held):
    certificate, token, other = held
    client.get(address("paper_link", token))

    for name in ("paper_file", "paper_picture"):
        assert client.get(address(name, other.uuid)).status_code == 404
    assert client.get(address("paper", other.uuid)).url == address("no_paper")
    for name in ("download", "credential"):
        assert "/training/card/" in client.get(address(name, certificate.uuid)).url
    assert "/training/card/" in client.get(reverse("courses:my_training")).url


def test_what_does_not_work_looks_all_the_same(client, held):
    certificate, token, _other = held
    strangers = [client.get(address("paper_link", each)).url for each in (token[:-2], "x")]
    without = client.get(address("paper", certificate.uuid)).url
    client.get(address("paper_link", token))
    PaperLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    over = client.get(address("paper", certificate.uuid)).url

    assert {*strangers, without, over} == {address("no_paper")}
    assert client.get(address("paper_link", token)).url == address("no_paper")
    assert client.get(address("paper_file", certificate.uuid)).status_code == 404
    told = client.get(address("no_paper"))
    assert told.status_code == 404 and "This link does not work" in told.text


def test_a_withdrawn_certificate_is_shown_as_such_and_not_handed_out(client, held, staff_user):
    certificate, token, _other = held
    revoke_certificate(certificate, "other", by=staff_user)

    page = client.get(client.get(address("paper_link", token)).url)

    assert "not in force any more" in page.text
    assert address("verify", certificate.code) in page.text
    assert client.get(address("paper_file", certificate.uuid)).status_code == 404


def test_who_tries_out_links_has_to_wait(client, held, monkeypatch):
    _certificate, token, _other = held
    monkeypatch.setattr(papers, "OPENED_AT_MOST", 3)
    for number in range(3):
        client.get(address("paper_link", f"guess-{number}"))

    assert client.get(address("paper_link", token)).url == address("no_paper")
    cache.clear()
    assert client.get(address("paper_link", token)).url != address("no_paper")
