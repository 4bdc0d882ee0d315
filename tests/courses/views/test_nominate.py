"""Coming in by a link: it leaves the address at once, and every link that fails looks the same."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from courses.actions.invitations import renew_link, revoke_invitation
from courses.models import Invitation
from courses.views.nominate import OPENED_AT_MOST
from tests.factories import InvitationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    return InvitationFactory(token="the-token")


def link(token="the-token"):
    return reverse("courses:nominate_link", args=[token])


def own(invitation):
    return reverse("courses:nominate", args=[invitation.uuid])


def test_the_token_leaves_the_address_and_is_nowhere_on_the_screen(client, invitation):
    response = client.get(link(), follow=True)
    assert [url for url, _status in response.redirect_chain] == [own(invitation)]
    assert "the-token" not in response.content.decode()
    assert "the-token" not in str(dict(client.session))


def test_the_screens_leave_no_trace(client, invitation):
    client.get(link())
    for response in (client.get(own(invitation)), client.get(link())):
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "same-origin"


def forget(invitation, by):
    day = timezone.localdate() - timedelta(days=1)
    Invitation.objects.filter(pk=invitation.pk).update(deadline=day, expires_on=day)


@pytest.mark.parametrize("end", [forget, revoke_invitation, renew_link])
def test_a_link_that_is_over_locks_out_at_once_and_looks_like_an_unknown_one(
    client, invitation, end
):
    client.get(link())
    assert client.get(own(invitation)).status_code == 200
    end(invitation, by=None)
    pages = [client.get(url, follow=True) for url in (own(invitation), link(), link("unknown"))]
    assert {page.status_code for page in pages} == {404}
    assert {page.redirect_chain[0][0] for page in pages} == {reverse("courses:nominate_no_link")}
    assert len({page.content for page in pages}) == 1


def test_a_failed_link_is_in_no_log(client, caplog):
    client.get(link("secret-token-of-somebody"), follow=True)
    assert "secret-token-of-somebody" not in caplog.text


def test_two_invitations_may_be_open_in_one_browser(client, invitation):
    other = InvitationFactory(token="another")
    client.get(link())
    client.get(link("another"))
    assert [client.get(own(each)).status_code for each in (invitation, other)] == [200, 200]


def test_many_links_from_one_address_are_stopped_for_a_while(client, invitation):
    for number in range(OPENED_AT_MOST):
        client.get(link(f"guess-{number}"))
    assert client.get(link()).url == reverse("courses:nominate_no_link")
    elsewhere = client.get(link(), REMOTE_ADDR="203.0.113.9")
    assert elsewhere.url == own(invitation)


def test_signing_in_opens_nobodys_list(client, invitation, staff_user):
    client.force_login(staff_user)
    assert client.get(own(invitation)).url == reverse("courses:nominate_no_link")
