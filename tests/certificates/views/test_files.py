"""Who may download the file."""

import pytest
from django.urls import reverse

from certificates.actions.certificates import issue_certificate
from certificates.models import Credential
from tests.certificates.factories import met_completion
from tests.factories import PinFactory, UserFactory, visit_by_card

pytestmark = pytest.mark.django_db


@pytest.fixture
def certificate(participant_user):
    return issue_certificate(met_completion(person=participant_user.training_person), by=None)


def download(client, user, certificate):
    client.force_login(user)
    return client.get(reverse("certificates:download", args=[certificate.uuid]))


def test_the_person_staff_and_the_runs_trainer_get_the_file(
    client, certificate, participant_user, staff_user, trainer_user
):
    certificate.enrollment.run.run_trainers.create(person=trainer_user.training_person)

    for user in (participant_user, staff_user, trainer_user):
        response = download(client, user, certificate)
        assert response.getvalue().startswith(b"%PDF-")
        assert certificate.serial in response["Content-Disposition"]
        assert "no-store" in response["Cache-Control"]


def test_nobody_else_learns_that_it_exists(client, certificate, trainer_user):
    assert download(client, trainer_user, certificate).status_code == 404
    assert download(client, UserFactory(), certificate).status_code == 404
    client.logout()
    url = reverse("certificates:download", args=[certificate.uuid])
    assert client.get(url).url.startswith(reverse("courses:card"))


@pytest.fixture
def by_card(client, participant_user):
    """A phone on which the person has come in by card and PIN."""
    visit_by_card(client, PinFactory(person=participant_user.training_person))
    return client


@pytest.mark.parametrize("name", ["download", "picture", "credential"])
def test_who_came_by_her_card_takes_hers_along_and_nobody_elses(by_card, certificate, name):
    if name == "credential":
        Credential.objects.create(certificate=certificate, key="a key", document="{}")
    foreign = issue_certificate(met_completion(), by=None)
    mine = by_card.get(reverse(f"certificates:{name}", args=[certificate.uuid]))
    assert mine.status_code == 200 and "attachment" in mine["Content-Disposition"]
    assert "no-store" in mine["Cache-Control"]
    assert by_card.get(reverse(f"certificates:{name}", args=[foreign.uuid])).status_code == 404


def test_her_training_offers_her_certificates(by_card, certificate):
    page = by_card.get(reverse("courses:my_training")).content.decode()
    assert reverse("certificates:download", args=[certificate.uuid]) in page


def test_a_lost_file_is_not_an_error_page(client, certificate, participant_user):
    certificate.file.storage.delete(certificate.file.name)

    assert download(client, participant_user, certificate).status_code == 404
