"""Who may download the file."""

import pytest
from django.urls import reverse

from certificates.actions.certificates import issue_certificate
from tests.certificates.factories import met_completion
from tests.factories import UserFactory

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
    assert "login" in client.get(url).url


def test_a_lost_file_is_not_an_error_page(client, certificate, participant_user):
    certificate.file.storage.delete(certificate.file.name)

    assert download(client, participant_user, certificate).status_code == 404
