"""The screens on which consents are asked for and changed."""

import pytest
from django.urls import reverse

from courses.actions.consents import publish_notice, record_consent
from courses.models import Consent
from tests.courses.views.conftest import address, errors, said
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
VERSIONS = dict.fromkeys(
    (f"{kind}_version" for kind in ("public_name", "photo", "follow_up", "research", "disability")),
    1,
)


def test_a_trainer_reads_the_words_in_both_languages_and_keeps_the_answers(
    trainer, trainer_user, run, enrollment
):
    url = address("consents", run, enrollment)
    page = trainer.get(url).content.decode()
    answer = trainer.post(
        url, {"manner": "read_aloud", "photo": "yes", "follow_up": "no", **VERSIONS}, follow=True
    )

    assert "Do you agree to be in these photos?" in page
    assert "តើអ្នកយល់ព្រមឲ្យរូបអ្នកនៅក្នុងរូបថតទាំងនោះឬទេ" in page
    assert said(answer) == ["The answers of ចាន់ ស្រីមុំ are kept."]
    rows = enrollment.person.consents.order_by("kind").values_list(
        "kind", "is_given", "manner", "recorded_by"
    )
    assert list(rows) == [
        ("follow_up", False, "read_aloud", trainer_user.pk),
        ("photo", True, "read_aloud", trainer_user.pk),
    ]


def test_what_was_answered_before_is_shown(trainer, trainer_user, run, enrollment):
    record_consent(enrollment.person, "photo", False, by=trainer_user)
    page = trainer.get(address("consents", run, enrollment))

    assert page.context["form"]["photo"].initial == "no"
    assert "Said no on" in page.content.decode()
    publish_notice("photo", text_km="ថ្មី", text_en="New", by=trainer_user)
    page = trainer.get(address("consents", run, enrollment))
    assert "to earlier words. Ask again." in page.content.decode()
    assert page.context["form"]["photo"].initial is None


def test_a_page_with_earlier_words_keeps_nothing(trainer, trainer_user, run, enrollment):
    publish_notice("photo", text_km="ថ្មី", text_en="New", by=trainer_user)
    answer = trainer.post(
        address("consents", run, enrollment), {"manner": "form", "photo": "yes", **VERSIONS}
    )

    assert "The words were changed in the meantime." in errors(answer)
    assert not Consent.objects.exists()


def test_people_of_other_runs_are_not_found(trainer, run, foreign_run, enrollment):
    enrollment.run = foreign_run
    enrollment.save()

    assert trainer.get(address("consents", foreign_run, enrollment)).status_code == 404
    assert trainer.get(address("consents", run, enrollment)).status_code == 404


def test_a_person_takes_her_own_consent_back(client, participant_user):
    person = participant_user.training_person
    record_consent(person, "public_name", True, by=None)
    client.force_login(participant_user)
    url = reverse("courses:my_consents")

    assert "Yes, I agree" in client.get(url).content.decode()
    client.post(url, {"public_name": "no", **VERSIONS})

    newest = person.consents.first()
    assert (newest.is_given, newest.manner, newest.recorded_by) == (
        False,
        "themselves",
        participant_user,
    )


def test_a_login_without_a_person_is_told_so_and_keeps_nothing(client, staff_user):
    PersonFactory()
    client.force_login(staff_user)
    page = client.post(reverse("courses:my_consents"), {"photo": "yes", **VERSIONS})

    assert "Your login is not joined to your card yet" in page.content.decode()
    assert not Consent.objects.exists()
