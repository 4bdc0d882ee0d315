"""After the course a contact sees what became of her people, by either channel, and the certificate
where the channel allows it."""

import pytest
from django.utils import timezone

from certificates.actions.certificates import issue_certificate
from courses.models import Channel, Invitation
from tests.certificates.factories import met_completion
from tests.courses.views.test_nominees import come_in, text, url
from tests.factories import InvitationFactory, NominationFactory

pytestmark = pytest.mark.django_db


def completed(channel):
    """The invitation of an organization whose one person completed the course."""
    completion = met_completion()
    issue_certificate(completion, by=None)
    place = completion.enrollment
    invitation = InvitationFactory(run=place.run, channel=channel, token=channel)
    return NominationFactory(invitation=invitation, state="taken", enrollment=place)


@pytest.mark.parametrize("channel", Channel.values)
@pytest.mark.parametrize("allowed", [("employer",), ("employer", "union"), ()])
def test_completion_is_told_and_the_certificate_where_the_programme_allows(
    client, settings, channel, allowed
):
    settings.COURSES_CONTACTS_GET_CERTIFICATES = allowed
    row = completed(channel)
    come_in(client, channel)
    page = text(client.get(url("nominate", row.invitation)))
    paper = url("nominate_certificate", row.invitation, row)

    assert "Completed" in page
    assert (paper in page) == (channel in allowed)
    answer = client.get(paper, follow=True)
    assert answer.status_code == (200 if channel in allowed else 404)
    if channel in allowed:
        assert b"".join(answer.streaming_content).startswith(b"%PDF")


@pytest.mark.parametrize("channel", Channel.values)
@pytest.mark.parametrize(
    "end", [{"revoked_at": timezone.now()}, {"expires_on": "2020-01-02", "deadline": "2020-01-01"}]
)
def test_a_link_that_was_withdrawn_or_is_over_says_what_to_do(client, channel, end):
    row = completed(channel)
    come_in(client, channel)
    Invitation.objects.update(**end)
    for name, *things in (("nominate", row.invitation), ("nominate_add", row.invitation),
                          ("nominate_certificate", row.invitation, row)):  # fmt: skip
        page = client.get(url(name, *things), follow=True)
        assert page.status_code == 404
        assert "Open the newest link that you were sent, or ask the trainer for a new one." in text(
            page
        )
